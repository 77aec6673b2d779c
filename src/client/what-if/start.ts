import type { Shown, Start } from "../../figures/index.ts";
import type { MadeOf } from "../export/shown.ts";

/** What the what-if starts from under a filter, and what is to be said of it. */
export interface FilteredStart extends Start {
  caveat: string | undefined;
  /** Of the rows that it starts from. */
  queries: readonly Shown[];
  madeOf?: MadeOf | undefined;
  /** The filter in words. */
  whose: string;
}

let start: FilteredStart | undefined;
let hear: ((start: FilteredStart | undefined) => void) | undefined;

/** Lets the what-if start from other customers than everyone; from everyone where absent. */
export function startFrom(next: FilteredStart | undefined): void {
  if (next === start) return;
  start = next;
  hear?.(next);
}

/** Calls back with every start from now on, and at once with one that is not everyone's; one listener hears. */
export function whenStarts(listener: (start: FilteredStart | undefined) => void): void {
  hear = listener;
  if (start) listener(start);
}
