import type { FileSource } from "../../contracts/index.ts";
import { UnreadableFile } from "../unreadable.ts";
import { parserFor, type RecordBatch, readBatches } from "./batches.ts";
import { type Delimiter, scanHeader } from "./header-line.ts";
import { isSpacedLine } from "./misquoted.ts";
import {
  lineBreaks,
  noOddities,
  note,
  type Oddities,
  type Place,
  watchQuotes,
} from "./oddities.ts";
import { emptyFile, longestRecord, tooLong, unterminated } from "./record-faults.ts";

export type { RecordBatch } from "./batches.ts";

export interface RecordTable {
  header: readonly string[];
  /** Line of the file that was taken as header. */
  headerLine: number;
  /** First lines of the file, that line and those above it too, without their line breaks. */
  top: readonly string[];
  delimiter: Delimiter;
  /** Row under the header, as a spreadsheet numbers it. */
  firstRow: number;
  batches: AsyncIterable<RecordBatch>;
  /** Oddities of rows that are read all the same; whole when the batches have been read. */
  oddities: Oddities;
}

export type ReadingOptions = Pick<FileSource, "delimiter" | "escape" | "skip_lines">;

/** Lines in which a header is looked for where the first is none. */
const topLines = 20;
const longestTop = 65_536;

/** The line with which Excel is told the delimiter; it is no header. */
const delimiterLine = /^"?sep=([,;\t|])"?[ ,;\t|]*\n/i;

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
  while (!isEnd && !hasTop(buffer, options.skip_lines) && buffer.length < longestTop) {
    const next = await pieces.next();
    if (next.done) isEnd = true;
    else buffer += next.value;
  }
  const top = buffer.split("\n", options.skip_lines + topLines);
  const told = delimiterLine.exec(buffer);
  const declared = options.delimiter ?? (told?.[1] as Delimiter | undefined);
  const skipLines = Math.max(options.skip_lines, told ? 1 : 0);
  for (;;) {
    buffer = passBlankLines(buffer, skipLines, place);
    const isComplete = place.line > skipLines && scanHeader(buffer, declared).end !== -1;
    if (isComplete || isEnd || buffer.length > longestRecord) break;
    const next = await pieces.next();
    if (next.done) isEnd = true;
    else buffer += next.value;
  }
  if (buffer.trim() === "" || place.line <= skipLines) throw emptyFile();
  const { end: foundEnd, delimiter } = scanHeader(buffer, declared);
  const isSpaced = isSpacedLine(buffer.slice(0, foundEnd === -1 ? undefined : foundEnd), delimiter);
  const dialect = { delimiter, isSpaced, isEscaped: options.escape !== undefined };
  const parse = parserFor(dialect);
  if (foundEnd === -1 && !isEnd) throw tooLong(buffer, { parse, place, header: [], dialect });
  const end = foundEnd === -1 ? buffer.length : foundEnd;
  const header = parseHeader(buffer.slice(0, end), { parse, place, header: [], dialect });
  const headerLine = place.line;
  const oddities = noOddities();
  if (watchQuotes(buffer).isNextOdd(lineBreaks(header) + 1)) note(oddities.stray, place);
  place.row += 1;
  place.line += 1 + lineBreaks(header);
  const firstRow = place.row;
  const reading = { place, header, dialect, parse, oddities };
  const batches = readBatches(buffer.slice(end), pieces, reading);
  return { header, headerLine, top, delimiter, firstRow, batches, oddities };
}

function hasTop(text: string, skipLines: number): boolean {
  let at = 0;
  for (let line = 0; line < skipLines + topLines; line++) {
    at = text.indexOf("\n", at) + 1;
    if (at === 0) return false;
  }
  return true;
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

/** Breaks that only some programs take for the end of a line; U+0085 alone may be a garbled sign. */
const otherBreak = /[\v\f\u2028\u2029]|\x85(?=[\s\S]*\x85)/;

/** A break that ends no line, and would make rows part of the header. */
function breakIn(text: string, header: readonly string[]): string | undefined {
  if (header.some((name) => name.includes("\r"))) return "a carriage return";
  const sign = otherBreak.exec(text.replaceAll(/"[^"]*"/g, "").trim())?.[0];
  if (sign === undefined) return undefined;
  const number = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return `a line break of another kind (U+${number})`;
}

function parseHeader(text: string, where: Parameters<typeof tooLong>[1]): string[] {
  const parsed = where.parse(text, true);
  const header = parsed.data[0] ?? [];
  const breaks = lineBreaks(header);
  const hasSwallowed = breaks > 0 && watchQuotes(text).isNextOdd(breaks + 1);
  if (parsed.errors.length > 0 || hasSwallowed) throw unterminated(text, where);
  const strange = breakIn(text, header);
  if (strange !== undefined) {
    throw new UnreadableFile({
      check: "mixed_line_breaks",
      value: strange,
      expected: "the same line break throughout: LF, CRLF or CR",
      remedy: "save the file again in a spreadsheet or an editor",
    });
  }
  if (header.some((name) => name.includes("\0"))) {
    throw new UnreadableFile({
      check: "not_text",
      value: "not a text file: NUL characters stand in its header",
      expected: "text",
      remedy: 'declare encoding: "utf-16le" (or "utf-16be") if the file is UTF-16',
    });
  }
  return header;
}
