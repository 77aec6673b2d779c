import type { FoundFile } from "../found/files.ts";
import { presets, recognisePreset } from "../presets/index.ts";
import { totalWords } from "../rows/chosen/totals.ts";
import { openBytes } from "../text/bytes.ts";
import { decodeText } from "../text/decode.ts";
import type { Encoding } from "../text/decode-with.ts";
import type { Delimiter } from "../text/header-line.ts";
import { withLineFeeds } from "../text/line-breaks.ts";
import { openRecords } from "../text/records.ts";
import { UnreadableFile } from "../unreadable.ts";

/** The head of an unknown file, read as a configuration with these fields would read it. */
export interface Sample {
  path: string;
  header: readonly string[];
  /** At most 1,000. */
  rows: readonly (readonly string[])[];
  delimiter: Delimiter;
  /** To be declared, so that nothing is left to detection: strict UTF-8 does not read the file. */
  encoding?: Encoding;
  skipLines: number;
  /** Words in the lines that the file ends with, as reports do; not among the rows. */
  footer?: string;
  /** The first filled cell of a last row that sums the others up, with its header; not among the rows. */
  total?: { header: string; value: string };
}

export interface SampledFile {
  /** As the configuration names it, with its folder; a table of an archive behind that. */
  path: string;
  found: Pick<FoundFile, "path" | "member">;
}

const longest = 1_000;
const mostTitleLines = 8;

/**
 * Reads the head of a file with the intake's own reader. Lines above a header, as reports have
 * them, are found by their fewer cells.
 * @throws UnreadableFile where no encoding or delimiter makes a table of it.
 */
export async function sampleFile(file: SampledFile): Promise<Sample> {
  try {
    return await sampleIn(file, undefined);
  } catch (error) {
    if (!(error instanceof UnreadableFile) || error.fault.check !== "wrong_encoding") throw error;
    // What nobody declared would be told as not holding to it.
    return await sampleIn(file, "windows-1252").catch(() => Promise.reject(error));
  }
}

async function sampleIn(file: SampledFile, encoding: Encoding | undefined): Promise<Sample> {
  const plain = await readHead(file, encoding, 0);
  if (namedCells(plain) > 2) return plain;
  const tried = [plain];
  for (let skipLines = 1; skipLines <= mostTitleLines; skipLines++) {
    const below = await readHead(file, encoding, skipLines).catch(isOverTheEnd);
    if (below) tried.push(below);
  }
  const most = Math.max(...tried.map(namedCells));
  return tried.find((sample) => namedCells(sample) === most) ?? plain;
}

function namedCells({ header }: Sample): number {
  return header.filter((name) => name.trim() !== "").length;
}

function isOverTheEnd(error: unknown): undefined {
  if (!(error instanceof UnreadableFile)) throw error;
}

async function readHead(
  { path, found }: SampledFile,
  encoding: Encoding | undefined,
  skipLines: number,
): Promise<Sample> {
  const decoded = await decodeText(openBytes(found).chunks, encoding);
  const table = await openRecords(withLineFeeds(decoded.text), {
    skip_lines: skipLines,
    delimiter: undefined,
  });
  const rows: (readonly string[])[] = [];
  for await (const batch of table.batches) {
    rows.push(...batch.records.slice(0, longest - rows.length));
    if (rows.length >= longest) break;
  }
  const { header, delimiter } = table;
  // More rows of headers would be doubtful cells in every column.
  const known = recognisePreset(header);
  if (known !== undefined) rows.splice(0, presets[known].extra_header_rows ?? 0);
  const needed = encoding ?? (decoded.isDetected ? decoded.encoding : undefined);
  const ending = rows.length < longest ? takeEnding(rows, header) : {};
  return {
    path,
    header,
    rows,
    delimiter,
    skipLines,
    ...(needed ? { encoding: needed } : {}),
    ...ending,
  };
}

/** Takes the lines that are no data off the end: those of one cell, and a row of totals above them. */
function takeEnding(
  rows: (readonly string[])[],
  header: readonly string[],
): Pick<Sample, "footer" | "total"> {
  const width = header.length;
  if (width < 3) return {};
  const filled = (row: readonly string[]) => row.filter((cell) => cell.trim() !== "").length;
  let end = rows.length;
  while (end > 0 && filled(rows[end - 1] ?? []) <= 1) end -= 1;
  const notes = rows.slice(end).map((row) => (row[0] ?? "").trim());
  const last = notes.findLast((text) => text !== "");
  // Without its numbers, which next month's report has others of.
  const footer = last === undefined ? undefined : wordsOf(last);
  if (end === 0 || (notes.length > 0 && footer === undefined)) return {};
  const lastRow = rows[end - 1] ?? [];
  const cell = lastRow.findIndex((text) => text.trim() !== "");
  const total = { header: (header[cell] ?? "").trim(), value: (lastRow[cell] ?? "").trim() };
  const isTotal = totalWords(total.value) !== undefined && filled(lastRow) < width;
  rows.splice(isTotal ? end - 1 : end);
  return { ...(footer ? { footer } : {}), ...(isTotal ? { total } : {}) };
}

/** The words that a line begins with, or those behind its first number: `(3 rows affected)`. */
function wordsOf(line: string): string | undefined {
  const first = /^[^\d(]+/.exec(line)?.[0].trim();
  return first || /\p{L}[\p{L} ]*/u.exec(line)?.[0].trim();
}
