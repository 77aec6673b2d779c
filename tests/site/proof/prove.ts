import type { Cell, ResultRow } from "./engine.ts";
import type { PrintedFigure } from "./figures.ts";
import { isCell, isPrintedAs, type Reader, type Words } from "./printed.ts";

/** Rows of one query of a figure, or what a model makes of them. */
export type Result = readonly ResultRow[];

export interface Allowed {
  reader: Reader;
  words: Words;
  /** Names of lines that are no value of any mart, such as the steps of a bridge. */
  headings: readonly string[];
  /** Days, YYYY-MM-DD, that sentences may hold; those that the SQL names may stand in them too. */
  days: readonly string[];
  /** Numbers that sentences may hold without SQL. */
  constants: readonly number[];
  /** Columns of words that no table holds, by their figure: what the page says of a row in sentences. */
  worded: Readonly<Record<string, readonly number[]>>;
  /** What happened to the company, as it is told. */
  events: readonly string[];
  /** Texts that hold digits and are no number, such as a confidence level. */
  phrases: readonly RegExp[];
}

/** What a figure prints that its SQL does not say; empty where all is proved. */
export function complaintsOf(
  figure: PrintedFigure,
  results: readonly Result[],
  allowed: Allowed,
): string[] {
  return [
    ...figure.tables
      .map((table) => withoutColumns(table, allowed.worded[figure.name] ?? [], allowed.phrases))
      .flatMap((table) => unprovedColumns(table, results, allowed)),
    ...unprovedNumbers([...figure.prose, ...figure.headings], figure.queries, results, allowed),
  ].map((complaint) => `${figure.name}: ${complaint}`);
}

/** Without the columns of words; a digit in one of them outside a phrase would be a number without proof. */
function withoutColumns(
  table: readonly (readonly string[])[],
  worded: readonly number[],
  phrases: readonly RegExp[],
): (readonly string[])[] {
  const isWords = (cell: string) =>
    !/\d/.test(phrases.reduce((rest, phrase) => rest.replaceAll(phrase, " "), cell));
  return table.map((row) => row.filter((cell, index) => !worded.includes(index) || !isWords(cell)));
}

/** Numbers of sentences that are in no row of the results, nor count one's rows or the values of its columns. */
export function unprovedNumbers(
  prose: readonly string[],
  queries: readonly string[],
  results: readonly Result[],
  { reader, days, constants, phrases, events }: Allowed,
): string[] {
  const cells = results.flatMap((rows) => rows.flatMap((row) => Object.values(row)));
  const numbers = cells.filter((cell) => typeof cell === "number");
  const texts = new Set(cells.filter((cell) => typeof cell === "string"));
  const named = queries.flatMap((sql) => sql.match(/\d{4}-\d\d-\d\d/g) ?? []);
  const told = [...texts, ...named, ...days].filter((text) => /^\d{4}-\d\d-\d\d$/.test(text));
  const known = [...texts, ...told.flatMap(reader.daysOf)].filter((text) => /\d/.test(text));
  known.sort((a, b) => b.length - a.length);
  const counts = results.flatMap((rows) => [
    rows.length,
    ...Object.keys(rows[0] ?? {}).map(
      (column) => rows.filter((row) => row[column] !== null).length,
    ),
  ]);
  const explained = [...numbers, ...counts, ...constants];
  return prose.flatMap((sentence) => {
    // Before the days, of which some have one in them.
    let rest = events.reduce((left, told) => left.replaceAll(told, " "), sentence);
    for (const text of known) rest = rest.replaceAll(text, " ");
    for (const phrase of phrases) rest = rest.replaceAll(phrase, " ");
    return reader
      .numbersOf(rest)
      .filter(
        (printed) =>
          !explained.some(
            (number) =>
              isPrintedAs(printed, number) ||
              // "down 3 points" prints no sign.
              isPrintedAs(printed, -number),
          ),
      )
      .map((printed) => `"${printed.text}" in "${sentence}"`);
  });
}

/**
 * Columns of a table that are no column of the results. The table's rows are those of one result, or
 * of several one under another; a column may be filled in part by all the rows of one more.
 */
function unprovedColumns(
  table: readonly (readonly string[])[],
  results: readonly Result[],
  allowed: Allowed,
): string[] {
  const columns = (table[0] ?? []).map((_, index) => table.map((row) => row[index] ?? ""));
  const stacks = stacksOf(results, table.length);
  const tried = stacks.map((stack) =>
    columns.flatMap((cells, index) =>
      isStacked(cells, stack, allowed) || isSparse(cells, results, allowed) ? [] : [index],
    ),
  );
  const turned = columns.flatMap((cells, index) =>
    isTurned(cells, results, allowed) ? [] : [index],
  );
  const best = [...tried, turned].reduce((least, next) =>
    next.length < least.length ? next : least,
  );
  return best.map(
    (index) => `column ${index + 1} of a table: ${(columns[index] ?? []).join(" | ")}`,
  );
}

/** Every choice of results, in their order, that has as many rows as the table. */
function stacksOf(results: readonly Result[], rows: number, from = 0): Result[][] {
  if (rows === 0) return [[]];
  return results
    .slice(from)
    .flatMap((result, offset) =>
      result.length === 0 || result.length > rows
        ? []
        : stacksOf(results, rows - result.length, from + offset + 1).map((rest) => [
            result,
            ...rest,
          ]),
    );
}

function isStacked(cells: readonly string[], stack: readonly Result[], allowed: Allowed): boolean {
  let start = 0;
  return stack.every((result) => {
    const part = cells.slice(start, start + result.length);
    start += result.length;
    return isColumn(part, result, allowed);
  });
}

function isColumn(cells: readonly string[], result: Result, allowed: Allowed): boolean {
  if (cells.every((cell) => allowed.headings.includes(cell))) return true;
  return Object.keys(result[0] ?? {}).some((column) =>
    cells.every((cell, row) => fits(cell, result[row]?.[column] ?? null, allowed)),
  );
}

/** The cells that are filled are one column of a result, all its rows in order. */
function isSparse(cells: readonly string[], results: readonly Result[], allowed: Allowed): boolean {
  const filled = cells.filter((cell) => cell !== "");
  return results.some(
    (result) => result.length === filled.length && isColumn(filled, result, allowed),
  );
}

/** A result of one row, written with a line for each of its columns. */
function isTurned(cells: readonly string[], results: readonly Result[], allowed: Allowed): boolean {
  if (cells.every((cell) => allowed.headings.includes(cell))) return true;
  return results.some(
    (result) =>
      result.length === 1 &&
      cells.every((cell) =>
        Object.values(result[0] ?? {}).some((value) => fits(cell, value, allowed)),
      ),
  );
}

const fits = (cell: string, value: Cell, { reader, words }: Allowed) =>
  isCell(cell, value, reader, words);
