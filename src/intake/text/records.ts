import Papa from "papaparse";
import type { FileSource } from "../../contracts/index.ts";
import { UnreadableFile } from "../unreadable.ts";
import { type Delimiter, scanHeader } from "./header-line.ts";
import {
  lineBreaks,
  noOddities,
  note,
  type Oddities,
  type Place,
  quoteParity,
} from "./oddities.ts";

/**
 * Characters of one record; the warehouse reads lines of at most 1 MiB, and a quote that never
 * closes must not draw the whole file into memory.
 */
const longestRecord = 262_144;

/** Some records on their way, blank ones left out, with the place of each. */
export interface RecordBatch {
  records: readonly (readonly string[])[];
  /** Row of each record as a spreadsheet numbers it. */
  rows: readonly number[];
  /** Line of the file on which each record starts; absent where there is no file. */
  lines?: readonly number[];
  /** By index: the cell with text behind its closing quote. */
  malformed?: ReadonlyMap<number, string>;
}

export interface RecordTable {
  header: readonly string[];
  delimiter: Delimiter;
  /** Row under the header, as a spreadsheet numbers it. */
  firstRow: number;
  batches: AsyncIterable<RecordBatch>;
  /** Oddities of rows that are read all the same; whole when the batches have been read. */
  oddities: Oddities;
}

interface Parsed {
  data: string[][];
  errors: { row: number; code: string }[];
  meta: { cursor: number };
}

/** Where the reading stands in the file. */
interface Reading {
  place: Place;
  header: readonly string[];
  oddities: Oddities;
}

export type ReadingOptions = Pick<FileSource, "delimiter" | "skip_lines">;

/**
 * Records of a text whose lines end in LF: lines above the header are passed over, the first record
 * that is not blank is the header.
 * @throws UnreadableFile where there is no header, or (while reading) where a quote does not close.
 */
export async function openRecords(
  text: AsyncIterable<string>,
  options: ReadingOptions,
): Promise<RecordTable> {
  const pieces = text[Symbol.asyncIterator]();
  const place: Place = { row: 1, line: 1 };
  let buffer = "";
  let isEnd = false;
  for (;;) {
    buffer = passBlankLines(buffer, options.skip_lines, place);
    const isBelowTitle = place.line > options.skip_lines;
    const isComplete = isBelowTitle && scanHeader(buffer, options.delimiter).end !== -1;
    if (isComplete || isEnd || buffer.length > longestRecord) break;
    const next = await pieces.next();
    if (next.done) isEnd = true;
    else buffer += next.value;
  }
  if (buffer.trim() === "" || place.line <= options.skip_lines) throw emptyFile();
  const { end: foundEnd, delimiter } = scanHeader(buffer, options.delimiter);
  const parse = parserFor(delimiter);
  if (foundEnd === -1 && !isEnd) throw tooLong(parse(buffer, true), place, []);
  const end = foundEnd === -1 ? buffer.length : foundEnd;
  const header = parseHeader(buffer.slice(0, end), parse, place);
  const oddities = noOddities();
  if (quoteParity(buffer)(lineBreaks(header) + 1)) note(oddities.stray, place);
  place.row += 1;
  place.line += 1 + lineBreaks(header);
  const firstRow = place.row;
  const batches = readBatches(buffer.slice(end), pieces, parse, { place, header, oddities });
  return { header, delimiter, firstRow, batches, oddities };
}

/** Takes off the lines to skip, then blank ones; the place moves along. */
function passBlankLines(text: string, skipLines: number, place: Place): string {
  let start = 0;
  for (;;) {
    const end = text.indexOf("\n", start);
    if (end === -1) break;
    if (place.line > skipLines && text.slice(start, end).trim() !== "") break;
    place.row += 1;
    place.line += 1;
    start = end + 1;
  }
  return text.slice(start);
}

function parserFor(delimiter: Delimiter) {
  const parser = new Papa.Parser({ delimiter, newline: "\n" });
  return (text: string, isLast: boolean): Parsed => parser.parse(text, 0, !isLast);
}

function parseHeader(text: string, parse: ReturnType<typeof parserFor>, place: Place): string[] {
  const parsed = parse(text, true);
  const header = parsed.data[0] ?? [];
  const breaks = lineBreaks(header);
  const hasSwallowed = breaks > 0 && quoteParity(text)(breaks + 1);
  if (parsed.errors.length > 0 || hasSwallowed) throw unterminated(header, place, []);
  if (header.some((name) => name.includes("\r"))) {
    throw new UnreadableFile({
      check: "mixed_line_breaks",
      expected: "the same line break throughout: LF, CRLF or CR",
      remedy: "save the file again in a spreadsheet or an editor",
    });
  }
  if (header.some((name) => name.includes("\0"))) {
    throw new UnreadableFile({
      check: "not_text",
      expected: "text",
      remedy: 'declare encoding: "utf-16le" (or "utf-16be") if the file is UTF-16',
    });
  }
  return header;
}

async function* readBatches(
  rest: string,
  pieces: AsyncIterator<string>,
  parse: ReturnType<typeof parserFor>,
  reading: Reading,
): AsyncGenerator<RecordBatch> {
  let buffer = rest;
  for (;;) {
    const next = await pieces.next();
    if (!next.done) buffer += next.value;
    if (buffer !== "") {
      const parsed = parse(buffer, next.done === true);
      const text = next.done ? buffer : buffer.slice(0, parsed.meta.cursor);
      buffer = next.done ? "" : buffer.slice(parsed.meta.cursor);
      yield* placed(parsed, text, reading);
    }
    if (next.done) return;
    if (buffer.length > longestRecord)
      throw tooLong(parse(buffer, true), reading.place, reading.header);
  }
}

function* placed(parsed: Parsed, text: string, reading: Reading): Generator<RecordBatch> {
  const { place, header, oddities } = reading;
  const hasQuotes = text.includes('"');
  const hasReturns = text.includes("\r");
  const isStrayNext = quoteParity(text);
  const records: string[][] = [];
  const rows: number[] = [];
  const lines: number[] = [];
  const malformed = new Map<number, string>();
  const faulty = new Set(parsed.errors.map((error) => error.row));
  for (const [index, record] of parsed.data.entries()) {
    const breaks = hasQuotes ? lineBreaks(record) : 0;
    const isStray = hasQuotes && isStrayNext(breaks + 1);
    if (faulty.has(index)) {
      const isOpen = parsed.errors.some(
        ({ row, code }) => row === index && code === "MissingQuotes",
      );
      if (isOpen || breaks > 0) {
        yield { records, rows, lines, malformed };
        throw unterminated(record, place, header);
      }
      malformed.set(records.length, record.find((cell) => cell.includes('"')) ?? "");
    }
    if (isStray && breaks > 0) {
      yield { records, rows, lines, malformed };
      throw unterminated(record, place, header);
    }
    if (!isBlank(record)) {
      if (record.length < header.length) note(oddities.short, place);
      if (hasReturns && record.some((cell) => cell.includes("\r"))) note(oddities.returns, place);
      if (isStray && !faulty.has(index)) note(oddities.stray, place);
      records.push(record);
      rows.push(place.row);
      lines.push(place.line);
    }
    place.row += 1;
    place.line += 1 + breaks;
  }
  yield { records, rows, lines, malformed };
}

function isBlank(record: readonly string[]): boolean {
  for (const cell of record) {
    if (cell !== "" && cell.trim() !== "") return false;
  }
  return true;
}

function emptyFile(): UnreadableFile {
  return new UnreadableFile({
    check: "empty_file",
    expected: "a header line",
    remedy: "export the file again, or take it out of the configuration; check skip_lines",
  });
}

/** A record whose quote runs over lines has swallowed the rows behind it: no row of it is safe. */
function unterminated(
  record: readonly string[],
  place: Place,
  header: readonly string[],
): UnreadableFile {
  const broken = record.findIndex((cell) => cell.includes("\n"));
  const index = broken === -1 ? record.length - 1 : broken;
  const column = header[index]?.trim();
  return new UnreadableFile({
    check: "unterminated_quote",
    row: place.row,
    line: place.line + lineBreaks(record.slice(0, index)),
    ...(column ? { column } : {}),
    value: (record[index] ?? "").slice(0, 60),
    isPrivate: true,
    expected: 'a closing " at the end of the cell, and "" for a quote within it',
    remedy: "close or double the quote in the source and export again",
  });
}

function tooLong(parsed: Parsed, place: Place, header: readonly string[]): UnreadableFile {
  const record = parsed.data[0] ?? [];
  if (parsed.errors.length > 0) return unterminated(record, place, header);
  return new UnreadableFile({
    check: "record_too_long",
    row: place.row,
    line: place.line,
    value: (record[0] ?? "").slice(0, 60),
    isPrivate: true,
    expected: `at most ${longestRecord} characters in a row`,
    remedy: "check that the lines end in a line break, and that the delimiter is right",
  });
}
