import type { FigureModel } from "../../figures/index.ts";
import type { Sheet } from "./sheet.ts";

/** What the queries are asked of, where the tables were made anew. */
export interface MadeOf {
  /** For which accounts, in words. */
  text: string;
  /** A query over these tables as one that makes them itself. */
  queryOf: (sql: string, mart: string) => string;
}

/** A figure that stands on the page in the place of the one that was built. */
export interface Shown {
  figure: FigureModel;
  /** The filter in words; everyone where absent. */
  whose?: string | undefined;
  madeOf?: MadeOf | undefined;
  /** Name of the scenario, where it is not today's. */
  scenario?: string | undefined;
}

const shown = new WeakMap<Element, Shown>();

/** Keeps what a section of the page shows, for whoever takes it away. */
export function rememberShown(section: Element, figure: Shown): void {
  shown.set(section, figure);
}

/** What a section shows; undefined where it is as it was built. */
export const shownIn = (section: Element): Shown | undefined => shown.get(section);

const offered = new WeakMap<Element, () => Sheet>();

/** Lets the buttons within an element take what no page was built with. */
export function offerSheet(within: Element, make: () => Sheet): void {
  within.setAttribute("data-sheet", "");
  offered.set(within, make);
}

/** What the buttons about a button take; undefined where that is a figure of its page. */
export function offeredSheet(button: Element): Sheet | undefined {
  const within = button.closest("[data-sheet]");
  return within ? offered.get(within)?.() : undefined;
}
