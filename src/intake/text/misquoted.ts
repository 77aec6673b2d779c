import type { Parsed } from "./batches.ts";
import type { Delimiter } from "./header-line.ts";

export interface Dialect {
  delimiter: Delimiter;
  /** Whether a space follows each delimiter, also before a quote that opens a cell. */
  isSpaced: boolean;
  /** Whether a backslash makes text of the sign behind it. */
  isEscaped: boolean;
}

/** A record as a tolerant reader cuts it: a quoted cell ends at its first lone quote. */
export interface CutRecord {
  start: number;
  /** Offset behind its line break; the length of the text where it has none. */
  end: number;
  /** Cells as they stand, quotes included. */
  cells: string[];
  /**
   * `stray`: a quote stands within a cell that is not quoted; `open`: the last cell does not close
   * in this text; `misquoted`: text stands behind a closing quote.
   */
  state: "sound" | "stray" | "open" | "misquoted";
  /** Index of the first cell that is open, misquoted or stray; absent where all are sound. */
  faulty?: number;
  /** The first cell with text behind its closing quote, as it stands. */
  misquoted?: string;
}

/** Following lines that bear out where a misquoted row ends; no cell's text looks like rows for longer. */
const witnesses = 20;

export function cutRecord(text: string, start: number, dialect: Dialect): CutRecord {
  const record: CutRecord = { start, end: text.length, cells: [], state: "sound" };
  let at = start;
  for (;;) {
    const from = at;
    const open = openingQuote(text, at, dialect);
    const close = open === -1 ? undefined : closingQuote(text, open + 1, dialect);
    if (close === -1) {
      record.cells.push(text.slice(from));
      return { ...record, state: "open", faulty: record.faulty ?? record.cells.length - 1 };
    }
    at = cellEnd(text, close === undefined ? at : close + 1, dialect);
    const cell = text.slice(from, at);
    record.cells.push(cell);
    const isMisquoted = close !== undefined && text.slice(close + 1, at).trim() !== "";
    const isStray = close === undefined && cell.includes('"');
    if (isMisquoted || isStray) record.faulty ??= record.cells.length - 1;
    if (isMisquoted) {
      record.state = "misquoted";
      record.misquoted ??= cell;
    } else if (isStray && record.state === "sound") {
      record.state = "stray";
    }
    if (at >= text.length) return record;
    at += 1;
    if (text[at - 1] === "\n") return { ...record, end: at };
  }
}

/** The quote that opens the cell at an offset, or -1. */
function openingQuote(text: string, at: number, { isSpaced }: Dialect): number {
  let open = at;
  while (isSpaced && text[open] === " ") open++;
  return text[open] === '"' ? open : -1;
}

/** The lone quote that closes a cell, or -1. */
function closingQuote(text: string, from: number, { isEscaped }: Dialect): number {
  let at = text.indexOf('"', from);
  for (;;) {
    if (at === -1) return -1;
    if (isEscaped && isTaken(text, from, at)) at = text.indexOf('"', at + 1);
    else if (text[at + 1] === '"') at = text.indexOf('"', at + 2);
    else return at;
  }
}

/** Whether the backslashes in front of a sign take it: an odd number of them. */
function isTaken(text: string, from: number, at: number): boolean {
  let first = at;
  while (first > from && text[first - 1] === "\\") first--;
  return (at - first) % 2 === 1;
}

/** Offset of the delimiter, line break or end of the text behind a cell. */
function cellEnd(text: string, from: number, { delimiter, isEscaped }: Dialect): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== "\n")
    at += isEscaped && text[at] === "\\" ? 2 : 1;
  return Math.min(at, text.length);
}

/** The first record from the start of the text that is misquoted, unless one before it is open. */
export function nextMisquoted(text: string, dialect: Dialect): CutRecord | undefined {
  if (!text.includes('"')) return undefined;
  for (let at = 0; at < text.length; ) {
    const record = cutRecord(text, at, dialect);
    if (record.state === "misquoted") return record;
    if (record.state === "open") return undefined;
    at = record.end;
  }
  return undefined;
}

/** Whether the text behind a record holds what isAlone looks at. */
export function hasWitnesses(text: string, record: CutRecord): boolean {
  return witnessesEnd(text, record) !== -1;
}

/** Offset behind the lines that bear witness, or -1 where the text ends before. */
function witnessesEnd(text: string, { end }: CutRecord): number {
  let at = end;
  for (let line = 0; line <= witnesses; line++) {
    at = text.indexOf("\n", at) + 1;
    if (at === 0) return -1;
  }
  return at;
}

/**
 * Whether a misquoted record ends where its line ends, in every reading that makes sense: it has
 * as many cells as the header, and so have the lines behind it, up to the one on which a cell that
 * runs on would close. That one would show a quote within a cell. Lines without a quote that have
 * too few or too many cells speak neither way, as long as the others are more.
 */
export function isAlone(text: string, record: CutRecord, dialect: Dialect, width: number): boolean {
  const line = text.slice(record.start, record.end);
  const isOneLine = line.indexOf("\n") === line.length - 1 || !line.includes("\n");
  if (!isOneLine) return false;
  const end = witnessesEnd(text, record);
  const strictEnd = strictClose(end === -1 ? text : text.slice(0, end), record, dialect);
  const isClosed = strictEnd < record.end;
  if (!isClosed && (width < 2 || record.cells.length !== width)) return false;
  let hasQuote = false;
  let surplus = 0;
  let at = record.end;
  for (let seen = 0; seen < witnesses && at < text.length; seen++) {
    if (hasQuote && at > strictEnd) return isClosed || surplus >= 0;
    const next = cutRecord(text, at, dialect);
    const isBlank = next.cells.every((cell) => cell.trim() === "");
    const isQuoted = text.slice(at, next.end).includes('"');
    const isRow = next.cells.length === width && next.state !== "stray" && next.state !== "open";
    const isRagged = !isQuoted && (isClosed || next.cells.length > 1);
    if (!isBlank && !isRow && !isRagged) return false;
    if (!isBlank) surplus += isRow ? 1 : -1;
    hasQuote ||= isQuoted;
    at = next.end;
  }
  // A cell that never closes is no reading at all.
  return isClosed || at >= text.length || surplus >= 0;
}

/** Where the last misquoted cell closes for a reader to whom only a quote before a delimiter closes. */
function strictClose(text: string, { start, end }: CutRecord, dialect: Dialect): number {
  let at = start;
  while (at < end) {
    const open = openingQuote(text, at, dialect);
    const isQuoted = open !== -1;
    if (isQuoted) {
      at = open + 1;
      for (;;) {
        at = closingQuote(text, at, dialect);
        if (at === -1) return text.length;
        const behind = cellEnd(text, at + 1, dialect);
        if (text.slice(at + 1, behind).trim() === "") break;
        at += 1;
      }
    }
    at = cellEnd(text, at + (isQuoted ? 1 : 0), dialect) + 1;
  }
  return at - 1;
}

/** A cell without its quotes, and without the spaces in front of them. */
export function unquoted(cell: string): string {
  const text = cell.trim();
  const isQuoted = text.length > 1 && text.startsWith('"') && text.endsWith('"');
  return isQuoted ? text.slice(1, -1).replaceAll('""', '"') : cell;
}

/** The text of a cell whose signs may stand behind backslashes; \\N is how databases write nothing. */
function unescaped(cell: string): string {
  if (cell.trim() === "\\N") return "";
  return unquoted(cell).replaceAll(/\\(.)/gs, "$1");
}

/** What the parser makes of a text, for dialects that it does not know. */
export function parseByHand(text: string, isLast: boolean, dialect: Dialect): Parsed {
  const textOf = dialect.isEscaped ? unescaped : unquoted;
  const parsed: Parsed = { data: [], errors: [], meta: { cursor: 0 } };
  const codes = { open: "MissingQuotes", misquoted: "InvalidQuotes" };
  while (parsed.meta.cursor < text.length) {
    const record = cutRecord(text, parsed.meta.cursor, dialect);
    const isWhole = record.state !== "open" && text[record.end - 1] === "\n";
    if (!isWhole && !isLast) break;
    const row = parsed.data.push(record.cells.map(textOf)) - 1;
    if (record.state === "open" || record.state === "misquoted")
      parsed.errors.push({ row, code: codes[record.state] });
    parsed.meta.cursor = record.end;
  }
  return parsed;
}

/** Whether every cell of a line but the first begins with a space. */
export function isSpacedLine(line: string, delimiter: Delimiter): boolean {
  const { cells } = cutRecord(line, 0, { delimiter, isSpaced: true, isEscaped: false });
  return cells.length > 1 && cells.slice(1).every((cell) => cell.startsWith(" "));
}
