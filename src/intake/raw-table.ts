import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { RawSource } from "../contracts/index.ts";
import { type Outcome, readOnce } from "./cache/read-once.ts";
import { type LineWriter, openLines } from "./csv-lines.ts";
import { countLeftOut } from "./file-report.ts";
import { type FoundFile, findFiles } from "./found/files.ts";
import { takeRows } from "./row-sink.ts";
import { chosenRows } from "./rows/chosen/chosen-rows.ts";
import { checkFillDown, filledDown } from "./rows/chosen/filled-down.ts";
import { duplicateHeader } from "./rows/header.ts";
import { type RowReader, tooManyCells } from "./rows/row-reader.ts";
import { asideHeader, underHeaders } from "./rows/set-aside.ts";
import { logUnfound, openReport, readFile, type Session, scanned } from "./session.ts";
import type { Fault } from "./unreadable.ts";

/** A raw table that was read. */
export interface RawTable {
  name: string;
  /** Everything that its rows follow from. */
  key: unknown;
  /** Hands the rows to the engine, under the table's name. */
  load: () => Promise<void>;
}

/**
 * Reads the files of one raw table, every column as text under the header's own name.
 * @returns undefined where a file of it could not be read.
 */
export async function readRawTable(
  session: Session,
  name: string,
  source: RawSource,
): Promise<RawTable | undefined> {
  const { directory, workDirectory, engine } = session.options;
  const label = `raw: ${name}`;
  const found = await findFiles(source.files, directory);
  logUnfound(session, label, found);
  const rows = join(workDirectory, "raw", `${name}.csv`);
  const aside = openLines(join(workDirectory, "set-aside", `raw-${name}.csv`));
  const hashes: string[] = [];
  for (const file of found.files) {
    const scan = await scanned(session, label, file);
    if (scan) hashes.push(scan.sha256);
  }
  const isComplete =
    found.files.length > 0 && found.faults.every(({ severity }) => severity === "warning");
  const names = found.files.map((file) => file.name);
  const canKeep = isComplete && hashes.length === names.length;
  const key = canKeep ? ["raw", label, hashes, names, source] : undefined;
  const firstReport = session.files.length;
  const columns = await readOnce(session, { key, hashes, rows, lines: { aside } }, (own, lines) =>
    readRows(own, label, source, found.files, rows, lines.aside),
  );
  await aside.close();
  if (!isComplete || columns === null) return undefined;
  // As they were when they were read, which may be later than the hashes above.
  const read = session.files.slice(firstReport).map(({ file, sha256 }) => [file, sha256]);
  return {
    name,
    key: [name, source, read],
    load: () => engine.loadRaw(name, columns, rows),
  };
}

/** Names of the columns, or null where a file could not be read. */
async function readRows(
  session: Session,
  label: string,
  source: RawSource,
  files: readonly FoundFile[],
  path: string,
  asideLines: LineWriter,
): Promise<Outcome<string[] | null>> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, "");
  const kept = openLines(path);
  const aside = underHeaders(asideLines);
  let columns: string[] | undefined;
  let isWhole = true;
  for (const file of files) {
    const report = openReport(session, label, file.name);
    const isRead = await readFile(session, report, file, source, async (records, onBatch) => {
      const header = records.header.map((cell, index) => cell.trim() || `column_${index + 1}`);
      columns ??= header;
      const match = matchColumns(columns, header);
      report.ignoredColumns = match.ignored;
      const faults = [...match.faults, ...checkFillDown(source.fill_down, records.header)];
      if (faults.length > 0) return faults;
      aside.header.add(asideHeader(records.header));
      const sink = {
        report,
        log: session.log,
        kept,
        hasSource: false,
        header: records.header,
        aside: aside.rows,
      };
      const extraHeaderRows = source.extra_header_rows ?? 0;
      const choice = { extraHeaderRows, endsWithData: false, leaveOut: {}, footer: undefined };
      const onLeftOut = (count: number) => countLeftOut(report, count);
      const batches = chosenRows(records, choice, { onLeftOut });
      const filled = filledDown(batches, records.header, source.fill_down);
      await takeRows(filled, rawReader(match.cells, header.length), sink, onBatch);
      return [];
    });
    isWhole &&= isRead;
  }
  await kept.close();
  return { result: (isWhole && columns) || null, isWhole, hasRows: isWhole };
}

/** Names of a table's columns differ by more than case, as the engine has it. */
function matchColumns(columns: readonly string[], header: readonly string[]) {
  const faults: Fault[] = [];
  const places = new Map<string, number>();
  for (const [index, name] of header.entries()) {
    if (places.has(name.toLowerCase())) faults.push(duplicateHeader(name));
    else places.set(name.toLowerCase(), index);
  }
  const cells = columns.map((name) => places.get(name.toLowerCase()) ?? -1);
  for (const [index, column] of columns.entries()) {
    if (cells[index] !== -1) continue;
    const expected = `a header ${JSON.stringify(column)}, as in the first file of the table`;
    const remedy = "give files of different columns tables of their own";
    faults.push({ check: "missing_column", column, expected, remedy });
  }
  const ignored = header.filter((_, index) => !cells.includes(index));
  return { cells, ignored, faults };
}

function rawReader(cells: readonly number[], width: number): RowReader {
  const values = cells.map(() => "");
  return {
    values,
    read(record) {
      const extra = record.slice(width).find((cell) => cell.trim() !== "");
      if (extra !== undefined) return [tooManyCells(extra, width)];
      for (let index = 0; index < cells.length; index++) {
        const cell = record[cells[index] ?? -1] ?? "";
        if (cell.includes("\0")) return [nulCharacter(cell)];
        values[index] = cell.trim();
      }
      return undefined;
    },
  };
}

function nulCharacter(value: string) {
  const remedy = "export again; the file may be damaged";
  return { check: "nul_character", value, isPrivate: true, expected: "text", remedy };
}
