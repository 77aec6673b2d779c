import { isRecord, type Kept, kept } from "../kept.ts";

export interface Tab {
  /** Tells tabs apart while the page is open, and in what is kept. */
  id: string;
  title: string;
  sql: string;
}

export interface OpenTabs {
  tabs: readonly Tab[];
  /** Id of the one that is shown. */
  shown: string;
}

/** More would not be found again, nor fit into what a browser keeps. */
export const limits = { tabs: 20, characters: 100_000 };

export function keptTabs(base: string, otherwise: OpenTabs): Kept<OpenTabs> {
  return kept(base, "tabs", parseTabs, otherwise, true);
}

/** @returns undefined where there is no tab in it */
export function parseTabs(value: unknown): OpenTabs | undefined {
  if (!isRecord(value) || !Array.isArray(value.tabs)) return undefined;
  const tabs = value.tabs.filter(isTab).slice(0, limits.tabs);
  const [first] = tabs;
  if (!first) return undefined;
  const shown = tabs.some(({ id }) => id === value.shown) ? String(value.shown) : first.id;
  return { tabs, shown };
}

function isTab(value: unknown): value is Tab {
  return (
    isRecord(value) &&
    [value.id, value.title, value.sql].every((part) => typeof part === "string") &&
    String(value.sql).length <= limits.characters
  );
}

/** With one tab more, shown; one with the same SQL is shown in its place. The oldest goes at the limit. */
export function withTab({ tabs }: OpenTabs, tab: Tab): OpenTabs {
  const same = tabs.find(({ sql }) => sql.trim() === tab.sql.trim() && sql.trim() !== "");
  if (same) return { tabs, shown: same.id };
  // An untouched empty tab makes room.
  const others = tabs.filter(({ sql }) => sql.trim() !== "");
  return { tabs: [...others, tab].slice(-limits.tabs), shown: tab.id };
}

/** Without a tab; its neighbour is shown where it was. The last one is emptied instead. */
export function withoutTab({ tabs, shown }: OpenTabs, id: string, empty: Tab): OpenTabs {
  const place = tabs.findIndex((tab) => tab.id === id);
  const left = tabs.filter((tab) => tab.id !== id);
  if (left.length === 0) return { tabs: [empty], shown: empty.id };
  const next = left[Math.min(place, left.length - 1)] ?? empty;
  return { tabs: left, shown: shown === id ? next.id : shown };
}

/** With what the reader typed into the tab that is shown. */
export function withText({ tabs, shown }: OpenTabs, sql: string): OpenTabs {
  return { tabs: tabs.map((tab) => (tab.id === shown ? { ...tab, sql } : tab)), shown };
}

/** "Query 3": the first number that no tab has. */
export function freeTitle(tabs: readonly Tab[], titleOf: (number: number) => string): string {
  const taken = new Set(tabs.map(({ title }) => title));
  let number = 1;
  while (taken.has(titleOf(number))) number += 1;
  return titleOf(number);
}

/** The newest id that was given. */
let last = 0;

/** One that no tab has, nor had since the page was opened. */
export function freeId(tabs: readonly Tab[]): string {
  const taken = tabs.map(({ id }) => Number(id)).filter(Number.isFinite);
  last = Math.max(last, ...taken) + 1;
  return String(last);
}
