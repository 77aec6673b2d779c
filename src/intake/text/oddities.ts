/** Where a row stands in its file. */
export interface Place {
  row: number;
  line: number;
}

/** Rows that are read although it is not sure that they were meant as they were read. */
export interface Oddities {
  /** Rows with fewer cells than the header: those at its end count as blank. */
  short: OddRows;
  /** Rows with a quote that opens or closes nothing: where one was lost, cells have moved. */
  stray: OddRows;
  /** Rows with a carriage return in a cell: where it was to end a line, rows have merged. */
  returns: OddRows;
  /** Rows with a quoted cell whose lines look like rows: a quote may have swallowed them. */
  swallowed: OddRows & { lines?: LineRange };
  /** Rows of blank cells alone, which are no rows of data; a line without any sign is no row. */
  blank: OddRows;
  /** Lines drawn under the header or around the rows, with dashes and the like. */
  drawn: OddRows;
}

export interface LineRange {
  from: number;
  to: number;
}

export function noOddities(): Oddities {
  return {
    short: { count: 0 },
    stray: { count: 0 },
    returns: { count: 0 },
    swallowed: { count: 0 },
    blank: { count: 0 },
    drawn: { count: 0 },
  };
}

export interface OddRows {
  count: number;
  first?: Place;
}

export function note(odd: OddRows, { row, line }: Place): void {
  odd.count += 1;
  odd.first ??= { row, line };
}

const drawn = /^[-=+:_─━═┼╪]+$/;
const firstOfDrawn = "-=+:_─━═";

/** What a record is that holds no data; undefined of all others, which its first filled cell tells. */
export function emptiness(record: readonly string[]): "blank" | "drawn" | undefined {
  for (const cell of record) {
    if (cell === "") continue;
    const text = cell.trim();
    if (text === "") continue;
    return firstOfDrawn.includes(text.charAt(0)) && isDrawn(record) ? "drawn" : undefined;
  }
  return "blank";
}

/** A single dash stands for no value; of a drawn line some cell has three. */
function isDrawn(record: readonly string[]): boolean {
  const filled = record.map((cell) => cell.trim()).filter(Boolean);
  return filled.some((cell) => cell.length > 2) && filled.every((cell) => drawn.test(cell));
}

export function lineBreaks(record: readonly string[]): number {
  let breaks = 0;
  for (const cell of record) {
    for (let at = cell.indexOf("\n"); at !== -1; at = cell.indexOf("\n", at + 1)) breaks++;
  }
  return breaks;
}

export interface QuoteWatch {
  /**
   * Whether the quotes of the next record, which has so many lines, are odd. Those that open, close
   * or stand doubled come in pairs, so a file that lost or gained one has an odd record, whatever
   * was made of it.
   */
  isNextOdd(lines: number): boolean;
  /** Offset of that record. */
  start: number;
}

export function watchQuotes(text: string): QuoteWatch {
  let end = 0;
  let quote = text.indexOf('"');
  const watch: QuoteWatch = {
    start: 0,
    isNextOdd(lines) {
      watch.start = end;
      for (let left = lines; left > 0; left--) {
        const next = text.indexOf("\n", end);
        end = next === -1 ? text.length : next + 1;
      }
      let isOdd = false;
      for (; quote !== -1 && quote < end; quote = text.indexOf('"', quote + 1)) isOdd = !isOdd;
      return isOdd;
    },
  };
  return watch;
}

/** Delimiters that have to stand where rows would have them; by fewer, an address looks like a row. */
const fewestDelimiters = 3;

/**
 * Lines of the first cell of several lines of which each, with the cells before and behind it, has
 * as many delimiters as a row.
 * @param line of the file on which the record starts
 */
export function swallowedLines(
  record: readonly string[],
  line: number,
  width: number,
  delimiter: string,
): LineRange | undefined {
  let from = line;
  for (const [index, cell] of record.entries()) {
    const lines = cell.split("\n");
    const to = from + lines.length - 1;
    const found = lines.map((text) => text.split(delimiter).length - 1);
    found[0] = (found[0] ?? 0) + index;
    found[lines.length - 1] = (found.at(-1) ?? 0) + record.length - 1 - index;
    const isEnough = to > from && lines.length * (width - 1) >= fewestDelimiters;
    if (isEnough && found.every((count) => count === width - 1)) return { from, to };
    from = to;
  }
  return undefined;
}
