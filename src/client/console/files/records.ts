import Papa from "papaparse";
import { say } from "../../../text/index.ts";
import { FileProblem } from "./problem.ts";

const words = say.console.files;

/** Characters that are parsed at once, so that the page stays alive between. */
const charactersAtOnce = 1_000_000;

export interface Records {
  header: string[];
  /** Rows in batches, each as wide as the header; empty cells are null. */
  batches: Iterable<(string | null)[][]>;
  /** Rows with fewer cells than the header, of the batches taken so far. */
  short: () => number;
}

/**
 * The records of a CSV or TSV text.
 *
 * @param isTabs whether the cells have tabs between; else the mark that the first line has most of
 * @throws a FileProblem, the batches too
 */
export function readRecords(text: string, isTabs: boolean): Records {
  const delimiter = isTabs ? "\t" : delimiterOf(text);
  const all = recordsOf(text, delimiter);
  const first = all.next();
  const [header = [], ...rest] = first.done ? [] : first.value;
  checkHeader(header);
  const width = header.length;
  let place = 1;
  let short = 0;
  function* batches() {
    let batch = rest;
    for (;;) {
      const rows: (string | null)[][] = [];
      for (const record of batch) {
        place += 1;
        // A blank line.
        if (record.length === 1 && record[0] === "" && width > 1) continue;
        if (record.length > width)
          throw new FileProblem(words.tooWide(place, record.length, width));
        if (record.length < width) short += 1;
        rows.push(Array.from({ length: width }, (_, cell) => record[cell] || null));
      }
      if (rows.length > 0) yield rows;
      const next = all.next();
      if (next.done) return;
      batch = next.value;
    }
  }
  return { header: header.map((name) => name.trim()), batches: batches(), short: () => short };
}

function* recordsOf(text: string, delimiter: string): Generator<string[][]> {
  const newline = lineBreakOf(text);
  const parser = new Papa.Parser({ delimiter, newline });
  let from = 0;
  let size = charactersAtOnce;
  let rows = 0;
  while (from < text.length) {
    const to = Math.min(text.length, from + size);
    const isLast = to === text.length;
    const { data, errors, meta } = parser.parse(text.slice(from, to), 0, !isLast) as {
      data: string[][];
      errors: { code: string; row?: number }[];
      meta: { cursor: number };
    };
    const taken = isLast ? to - from : meta.cursor;
    const broken = errors.find(({ row = 0 }) => isLast || row < data.length);
    if (broken) throw new FileProblem(words.quote(rows + (broken.row ?? 0) + 1));
    if (isLast && data.at(-1)?.length === 1 && data.at(-1)?.[0] === "") data.pop();
    // One record is longer than that.
    if (taken === 0) size *= 2;
    else if (data.length > 0) yield data;
    rows += data.length;
    from += taken;
  }
}

function lineBreakOf(text: string): "\r\n" | "\n" | "\r" {
  const first = text.search(/[\r\n]/);
  if (text[first] !== "\r") return "\n";
  return text[first + 1] === "\n" ? "\r\n" : "\r";
}

/** Of the first line, outside of quotes; a line without any is one column. */
function delimiterOf(text: string): string {
  const line = /^[^\r\n]*/.exec(text)?.[0].replaceAll(/"[^"]*"/g, "") ?? "";
  const counts = [",", ";", "\t", "|"].map((mark) => [mark, line.split(mark).length] as const);
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

/** Names of columns are no numbers and no days, and none is there twice. */
function checkHeader(header: readonly string[]): void {
  const values = header.filter((cell) => /^\s*[-+]?[\d.,]+%?\s*$|^\d{4}-\d\d-\d\d/.test(cell));
  const [value] = values;
  // Years may be names of columns, beside others.
  if (value !== undefined && values.length * 2 > header.length)
    throw new FileProblem(words.noHeader(value));
  const seen = new Set<string>();
  for (const cell of header) {
    const name = cell.trim().toLowerCase();
    if (name === "") continue;
    if (seen.has(name)) throw new FileProblem(words.sameHeader(cell.trim()));
    seen.add(name);
  }
}
