import { open } from "node:fs/promises";
import type { Dataset, FileSource } from "../../contracts/index.ts";
import type { PackEngine, PlainFile } from "../options.ts";
import { type HeaderMatch, matchHeader } from "../rows/header.ts";
import { rowReader, type WatchfulReader } from "../rows/row-reader.ts";
import { decodeText } from "../text/decode.ts";
import { withLineFeeds } from "../text/line-breaks.ts";
import { emptiness } from "../text/oddities.ts";
import { openRecords } from "../text/records.ts";
import { UnreadableFile } from "../unreadable.ts";
import { type Scan, stampOf } from "./scan.ts";

/** What the fast path took from a file: all of it, since one bad cell leaves the file to the other. */
export interface PlainRows {
  rows: number;
  /** Place of the first row; the others follow line by line. */
  first: { row: number; line: number };
  delimiter: string;
  headerLine: number;
  ignoredColumns: string[];
  /** See HeaderMatch. */
  unused: HeaderMatch["unused"];
}

const headBytes = 256 * 1024;

/**
 * What the engine says of a file that is ragged, or has a line or a number of different values too
 * large for it. The other path says it in our words, or reads it.
 */
const refusal = /^(Invalid Input|Conversion|Out of Memory|INTERNAL) Error/;

/** Fields of a source that this path understands; with any other one set, it stands back. */
const known: ReadonlySet<string> = new Set([
  "files",
  "encoding",
  "delimiter",
  "skip_lines",
  "columns",
  "values",
  "constants",
  "date_format",
  "date_formats",
  "decimal",
  "thousands",
  "strip",
] satisfies (keyof FileSource)[]);

/**
 * Loads a file that needs no change, without a row of it passing through JavaScript: the engine
 * gives the different values of each column, the contract's own reader takes each of them once, and
 * where it takes all of them as they stand, the engine loads the file as the file it is.
 * @returns undefined where one cell is wrong or would be read otherwise; then nothing is written.
 */
export async function packPlainRows(
  engine: PackEngine,
  dataset: Dataset,
  source: FileSource,
  path: string,
  scan: Scan,
  to: string,
): Promise<PlainRows | undefined> {
  const hasUnknown = Object.entries(source).some(
    ([name, value]) => !known.has(name) && isSet(value),
  );
  if (!scan.plain || hasUnknown || (dataset.rules ?? []).length > 0) return undefined;
  const head = await readHead(path, source);
  if (!head || head.header.length < 2) return undefined;
  const match = matchHeader(dataset, head.header, source);
  if (match.faults.length > 0 || !namesRows(dataset, match)) return undefined;
  const { first, delimiter, headerLine } = head;
  const skip = first.line - 1;
  const readers = dataset.columns.map((_, index) => readerOf(dataset, index, match, source));
  const constants = readers.map((reader, index) => constantOf(reader, match.cells[index] ?? -1));
  const width = head.header.length;
  const { cells } = match;
  const { lineBreak, lines } = scan.plain;
  const file: PlainFile = { path, delimiter, lineBreak, skip, width, cells, constants };
  try {
    if (!(await isAllCanonical(engine, file, readers, head.header))) return undefined;
    const rows = await engine.packPlain(dataset, file, to);
    const isSame = rows === lines - skip && (await stampOf(path)) === scan.stamp;
    const { ignored: ignoredColumns, unused } = match;
    return isSame ? { rows, first, delimiter, headerLine, ignoredColumns, unused } : undefined;
  } catch (error) {
    if (error instanceof Error && refusal.test(error.message)) return undefined;
    throw error;
  }
}

/** An empty record or list says nothing, as a field that is absent. */
function isSet(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.keys(value).length > 0;
  return value !== undefined;
}

/** A row whose cells are all blank is no row: a required column rules it out. No cell is read twice. */
function namesRows(dataset: Dataset, { cells }: HeaderMatch): boolean {
  const read = cells.filter((cell) => cell >= 0);
  return (
    new Set(read).size === read.length &&
    dataset.columns.some(({ isRequired }, index) => isRequired && (cells[index] ?? -1) >= 0)
  );
}

/** The contract's reader of one column, as if it were all of the dataset. */
function readerOf(
  dataset: Dataset,
  index: number,
  { cells }: HeaderMatch,
  source: FileSource,
): WatchfulReader {
  const columns = dataset.columns.slice(index, index + 1);
  const cell = (cells[index] ?? -1) >= 0 ? 0 : -1;
  return rowReader(
    { ...dataset, columns },
    { cells: [cell], width: 1, ignored: [], unused: [], faults: [] },
    source,
  );
}

function constantOf(reader: WatchfulReader, cell: number): string {
  if (cell >= 0) return "";
  reader.read([""]);
  return reader.values[0] ?? "";
}

async function isAllCanonical(
  engine: PackEngine,
  file: PlainFile,
  readers: readonly WatchfulReader[],
  header: readonly string[],
) {
  const byCell = new Map(file.cells.map((cell, index) => [cell, readers[index]]));
  const unseen = new Set(file.cells.filter((cell) => cell >= 0));
  for await (const batch of engine.valuesOf(file)) {
    for (const { cell, value } of batch) {
      const reader = byCell.get(cell);
      if (!reader || reader.read([value]) || reader.values[0] !== value) return false;
      // A header in the midst of the rows, and a drawn line, is told by the other path.
      if (value === header[cell]?.trim() || emptiness([value]) === "drawn") return false;
      unseen.delete(cell);
    }
  }
  // What is doubtful is told, with its place, by the other path.
  if (readers.some((reader) => reader.doubts().length > 0)) return false;
  return unseen.size === 0;
}

/** Header and place of the first row, read as the other path reads them. */
async function readHead(path: string, source: FileSource) {
  const bytes = await headOf(path);
  try {
    const decoded = await decodeText(chunksOf(bytes), source.encoding);
    if (decoded.encoding !== "utf-8") return undefined;
    const table = await openRecords(withLineFeeds(decoded.text), source);
    for await (const { rows, lines } of table.batches) {
      const [row] = rows;
      const [line] = lines ?? [];
      if (row !== undefined && line !== undefined) return { ...table, first: { row, line } };
    }
    return undefined;
  } catch (error) {
    if (error instanceof UnreadableFile) return undefined;
    throw error;
  }
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The first lines, whole. */
async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const read = buffer.subarray(0, bytesRead);
    return bytesRead < headBytes ? read : read.subarray(0, read.lastIndexOf(10) + 1);
  } finally {
    await file.close();
  }
}
