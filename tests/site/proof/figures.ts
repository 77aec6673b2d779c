import { parseHTML } from "linkedom";

/** A figure as a reader of the built page sees it, with the SQL it shows. */
export interface PrintedFigure {
  name: string;
  /** Title, facts, caveat, tiles and sentences; whatever states a number outside a table. */
  prose: string[];
  /** Cells of each table's body, row by row. */
  tables: string[][][];
  queries: string[];
}

export interface PrintedPage {
  /** The page's own title and the lines under it. */
  lead: string[];
  /** Those that show SQL. */
  figures: PrintedFigure[];
  /** Sections that show none. */
  others: string[];
  /** SQL of every mart that the page prints, by the mart's name. */
  marts: Map<string, string>;
  hasNumbers: boolean;
}

/** A metric in their list: its value without the period, or why there is none. */
export interface ListedMetric {
  id: string;
  title: string;
  value: string;
  period: string;
  /** Where its SQL is said to stand. */
  proof: string;
}

const proseOf = [
  "h2",
  ".measure",
  ".notes p",
  ".facts",
  ".name",
  ".value",
  ".verdict",
  ".note",
  ".change",
  ".sentences li",
].join(", ");

interface Element {
  textContent: string | null;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<Element>;
  closest(selector: string): Element | null;
}

const textOf = (element: Element) => (element.textContent ?? "").trim();
const all = (element: Element, selector: string) => [...element.querySelectorAll(selector)];

const mainOf = (html: string) =>
  parseHTML(html).document.querySelector("main") as unknown as Element;
const nameOf = (section: Element) =>
  section.getAttribute("id") ?? section.getAttribute("aria-label") ?? "";
const cellsOf = (table: Element) =>
  all(table, "tbody tr").map((row) => all(row, "th, td").map(textOf));

/** Cells of the first table of a figure. */
export function readTable(html: string, figure: string): string[][] {
  const [table] = all(mainOf(html), `#${figure} table`);
  return table ? cellsOf(table) : [];
}

/** The list of metrics. */
export function readMetrics(html: string): ListedMetric[] {
  return all(mainOf(html), ".metrics li").map((item) => {
    const [title, proof] = all(item, "a");
    const [value, period] = [".value", ".period"].map((part) => all(item, part).map(textOf)[0]);
    return {
      id: /metrics\/(\w+)\/$/.exec(title?.getAttribute("href") ?? "")?.[1] ?? "",
      title: title ? textOf(title) : "",
      value: (value ?? "").slice(0, -(period ?? "").length).trim(),
      period: period ?? "",
      proof: proof?.getAttribute("href") ?? "",
    };
  });
}

/** The SQL in a section of a page. */
export function readQuery(html: string, section: string): string {
  return all(mainOf(html), `#${section} pre[data-query]`)[0]?.textContent ?? "";
}

export function readPage(html: string): PrintedPage {
  const main = mainOf(html);
  const hasSql = (section: Element) => all(section, "pre[data-query]").length > 0;
  const sections = all(main, "section");
  const figures = sections.filter(hasSql).map((section) => ({
    name: nameOf(section),
    prose: [
      ...all(section, proseOf).filter((element) => element.closest("details") === null),
      ...all(section, "caption"),
    ].map(textOf),
    tables: all(section, "table").map(cellsOf),
    queries: all(section, "pre[data-query]").map((pre) => pre.textContent ?? ""),
  }));
  return {
    lead: all(main, ".lead h1, .lead p").map(textOf),
    figures,
    others: sections.filter((section) => !hasSql(section)).map(nameOf),
    marts: new Map(
      all(main, "pre[data-mart]").map((pre) => [
        pre.getAttribute("data-mart") ?? "",
        pre.textContent ?? "",
      ]),
    ),
    hasNumbers: /\d/.test(main.textContent ?? ""),
  };
}
