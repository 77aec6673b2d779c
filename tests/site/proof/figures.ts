import { parseHTML } from "linkedom";
import { parseReadings } from "../../../src/shared/readings.ts";

/** A figure as a reader of the built page sees it, with the SQL it shows. */
export interface PrintedFigure {
  name: string;
  /** Title, facts, caveat, tiles and sentences; whatever states a number outside a table. */
  prose: string[];
  /** Cells of each table's body, row by row. */
  tables: string[][][];
  /** Heads of the tables' columns. */
  headings: string[];
  queries: string[];
  drawings: Drawing[];
}

/** A picture without its shapes. */
export interface Drawing {
  /** What a pointer and the keys read, line by line. */
  readings: string[][];
  /** Texts beside the shapes; quiet ones may be an axis. */
  labels: { text: string; x: number; y: number; isQuiet: boolean }[];
  /** Texts of the value axis at the left. */
  ticks: string[];
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
  /** Address of the SQL of every mart that a figure leads to, by the mart's name. */
  sqlFiles: Map<string, string>;
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
  innerHTML: string;
  className: string;
  children: Element[];
  parentElement: Element | null;
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

/** Those of its own size, from the list that it shares with the other drawing of its figure. */
function readingsOf(drawing: Element): string[][] {
  const size = drawing.getAttribute("class")?.includes("narrow") ? "narrow" : "wide";
  const option = drawing.getAttribute("data-option");
  const lists = (drawing.parentElement?.children ?? []).filter(
    (list) => list.className === "readings" && list.getAttribute("data-option") === option,
  );
  return lists.flatMap((list) => parseReadings(list.innerHTML, size).map(({ lines }) => lines));
}

/** The charts' pen sets dy, Plot's axes do not; its value axis ends its texts at the left. */
function readDrawing(drawing: Element): Drawing {
  const texts = all(drawing, "svg text");
  const attribute = (element: Element, name: string) => element.getAttribute(name) ?? "";
  return {
    readings: readingsOf(drawing),
    labels: texts
      .filter((text) => attribute(text, "dy") === "0.35em")
      .map((text) => ({
        text: textOf(text),
        x: Number(attribute(text, "x")),
        y: Number(attribute(text, "y")),
        isQuiet: attribute(text, "fill") === "var(--chart-muted)",
      })),
    ticks: texts.filter((text) => attribute(text, "y") === "0.32em").map(textOf),
  };
}

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

/** Numbers of each pair of rules: in its heading, and in the lines above its table. */
export function readPairs(html: string): { name: string; stated: string[]; rows: number }[] {
  return all(mainOf(html), "details.pair").map((pair) => {
    const [name = ""] = all(pair, "summary").map(textOf);
    const lines = [...all(pair, ".facts"), ...all(pair, "caption")].map(textOf);
    return {
      name,
      stated: [name, ...lines.filter((line) => /\blargest of\b/.test(line))],
      rows: all(pair, "tbody tr").length,
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
    headings: all(section, "thead th").map(textOf),
    queries: all(section, "pre[data-query]").map((pre) => pre.textContent ?? ""),
    drawings: all(section, ".drawing").map(readDrawing),
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
    sqlFiles: new Map(
      all(main, "details[data-made-of]").map((details) => [
        details.getAttribute("data-made-of") ?? "",
        all(details, "a.sql-file")[0]?.getAttribute("href") ?? "",
      ]),
    ),
    hasNumbers: /\d/.test(main.textContent ?? ""),
  };
}
