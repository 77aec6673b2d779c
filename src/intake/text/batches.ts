import Papa from "papaparse";
import {
  type CutRecord,
  cutRecord,
  type Dialect,
  hasWitnesses,
  isAlone,
  nextMisquoted,
  parseByHand,
  unquoted,
} from "./misquoted.ts";
import {
  emptiness,
  lineBreaks,
  note,
  type Oddities,
  type Place,
  swallowedLines,
  watchQuotes,
} from "./oddities.ts";
import { longestRecord, tooLong, unterminated } from "./record-faults.ts";

/** Some records on their way, blank ones left out, with the place of each. */
export interface RecordBatch {
  records: readonly (readonly string[])[];
  /** Row of each record as a spreadsheet numbers it. */
  rows: readonly number[];
  /** Line of the file on which each record starts; absent where there is no file. */
  lines?: readonly number[];
  /** By index: the cell with text behind its closing quote, as it stands. */
  malformed?: ReadonlyMap<number, string>;
}

export interface Parsed {
  data: string[][];
  errors: { row: number; code: string }[];
  meta: { cursor: number };
}

export type Parse = (text: string, isLast: boolean) => Parsed;

export function parserFor(dialect: Dialect): Parse {
  const { delimiter, isSpaced, isEscaped } = dialect;
  const parser = new Papa.Parser({ delimiter, newline: "\n" });
  return (text, isLast) =>
    (isSpaced && text.includes('"')) || (isEscaped && text.includes("\\"))
      ? parseByHand(text, isLast, dialect)
      : parser.parse(text, 0, !isLast);
}

/** Where the reading stands in the file. */
export interface Reading {
  place: Place;
  header: readonly string[];
  dialect: Dialect;
  parse: Parse;
  oddities: Oddities;
}

export async function* readBatches(
  rest: string,
  pieces: AsyncIterator<string>,
  reading: Reading,
): AsyncGenerator<RecordBatch> {
  const { parse } = reading;
  let buffer = rest;
  // From the first misquoted row on, rows are looked at before they are parsed.
  let isCareful = false;
  for (;;) {
    const next = await pieces.next();
    const isLast = next.done === true;
    if (!next.done) buffer += next.value;
    if (buffer !== "" && !isCareful) {
      const parsed = parse(buffer, isLast);
      isCareful = parsed.errors.length > 0;
      if (!isCareful) {
        const end = isLast ? buffer.length : parsed.meta.cursor;
        yield* placed(parsed, buffer.slice(0, end), reading);
        buffer = buffer.slice(end);
      }
    }
    if (isCareful) buffer = yield* readCarefully(buffer, isLast, reading);
    if (isLast) return;
    if (buffer.length > longestRecord) throw tooLong(buffer, reading);
  }
}

/** Takes misquoted rows out one by one; returns the text that has to wait for more. */
function* readCarefully(
  text: string,
  isLast: boolean,
  reading: Reading,
): Generator<RecordBatch, string> {
  const { parse, place, header, dialect } = reading;
  let left = text;
  for (;;) {
    const bad = nextMisquoted(left, dialect);
    const sound = bad ? left.slice(0, bad.start) : left;
    const parsed = parse(sound, isLast && !bad);
    const end = isLast || bad ? sound.length : parsed.meta.cursor;
    if (sound !== "") yield* placed(parsed, sound.slice(0, end), reading);
    left = left.slice(end);
    if (!bad) return left;
    const row = { ...bad, start: 0, end: bad.end - bad.start };
    if (!isLast && !hasWitnesses(left, row) && left.length <= longestRecord) return left;
    if (!isAlone(left, row, dialect, header.length)) throw unterminated(left, reading);
    yield malformedRow(row, place);
    left = left.slice(row.end);
  }
}

function malformedRow({ cells, misquoted = "" }: CutRecord, place: Place): RecordBatch {
  const { row, line } = place;
  place.row += 1;
  place.line += 1;
  const malformed = new Map([[0, unquoted(misquoted)]]);
  return { records: [cells.map(unquoted)], rows: [row], lines: [line], malformed };
}

/** Spaces in front of a quote make it one that opens nothing. */
const spacedQuote = /[,;\t|] +"/;

function* placed(parsed: Parsed, text: string, reading: Reading): Generator<RecordBatch> {
  const { place, header, oddities } = reading;
  const { isEscaped } = reading.dialect;
  const hasQuotes = text.includes('"');
  const hasReturns = text.includes("\r");
  const hasSpaced = hasQuotes && !reading.dialect.isSpaced && spacedQuote.test(text);
  const quotes = watchQuotes(text);
  const firstLine = place.line;
  const records: string[][] = [];
  const rows: number[] = [];
  const lines: number[] = [];
  const faulty = new Set(parsed.errors.map((error) => error.row));
  for (const [index, record] of parsed.data.entries()) {
    const breaks = hasQuotes || isEscaped ? lineBreaks(record) : 0;
    // Quotes behind backslashes need not come in pairs.
    const isStray = hasQuotes && quotes.isNextOdd(breaks + 1) && !isEscaped;
    if (faulty.has(index) || (isStray && breaks > 0)) {
      yield { records, rows, lines };
      throw unterminated(
        text
          .split("\n")
          .slice(place.line - firstLine)
          .join("\n"),
        reading,
      );
    }
    const empty = emptiness(record);
    if (empty !== undefined) {
      if (empty === "drawn" || record.length > 1) note(oddities[empty], place);
    } else {
      if (record.length < header.length) note(oddities.short, place);
      if (hasReturns && record.some((cell) => cell.includes("\r"))) note(oddities.returns, place);
      const isPairStray =
        hasQuotes && !isEscaped && hasPairStray(record, text, quotes.start, reading);
      if (isStray || isPairStray || (hasSpaced && record.some((cell) => /^ +"/.test(cell))))
        note(oddities.stray, place);
      if (breaks > 0) noteSwallowed(record, reading);
      records.push(record);
      rows.push(place.row);
      lines.push(place.line);
    }
    place.row += 1;
    place.line += 1 + breaks;
  }
  yield { records, rows, lines };
}

/** Two quotes that open and close nothing come in a pair too: 5" by 6" pipes. */
function hasPairStray(
  record: readonly string[],
  text: string,
  start: number,
  { dialect }: Reading,
): boolean {
  return (
    record.some((cell) => cell.includes('"')) && cutRecord(text, start, dialect).state === "stray"
  );
}

function noteSwallowed(record: readonly string[], reading: Reading): void {
  const { place, header, dialect, oddities } = reading;
  const lines = swallowedLines(record, place.line, header.length, dialect.delimiter);
  if (lines === undefined) return;
  note(oddities.swallowed, place);
  oddities.swallowed.lines ??= lines;
}
