import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RawSource } from "../contracts/index.ts";
import { openLines } from "./csv-lines.ts";
import { findFiles } from "./files.ts";
import { setAsideHeader, takeRows } from "./row-sink.ts";
import { chosenRows } from "./rows/chosen-rows.ts";
import { duplicateHeader } from "./rows/header.ts";
import { type RowReader, tooManyCells } from "./rows/row-reader.ts";
import { logFaults, openReport, readFile, type Session } from "./session.ts";
import type { Fault } from "./unreadable.ts";

/**
 * Reads the files of one raw table, every column as text under the header's own name, and hands
 * them to the engine as one table.
 * @returns whether the engine has the table.
 */
export async function readRawTable(
  session: Session,
  name: string,
  source: RawSource,
): Promise<boolean> {
  const { directory, workDirectory, engine } = session.options;
  const label = `raw: ${name}`;
  const found = await findFiles(source.files, directory);
  for (const { name: pattern, fault, severity } of found.faults) {
    logFaults(session, label, pattern, [fault], severity);
  }
  const path = join(workDirectory, "raw", `${name}.csv`);
  await mkdir(join(workDirectory, "raw"), { recursive: true });
  await writeFile(path, "");
  const kept = openLines(path);
  const aside = openLines(join(workDirectory, "set-aside", `raw-${name}.csv`), setAsideHeader);
  let columns: string[] | undefined;
  let isWhole = found.faults.every(({ severity }) => severity === "warning");
  for (const file of found.files) {
    const report = openReport(session, label, file.name);
    const isRead = await readFile(session, report, file, source, async (records, onBatch) => {
      const header = records.header.map((cell, index) => cell.trim() || `column_${index + 1}`);
      columns ??= header;
      const match = matchColumns(columns, header);
      report.ignoredColumns = match.ignored;
      if (match.faults.length > 0) return match.faults;
      const sink = { report, log: session.log, kept, hasSource: false, aside };
      const choice = { extraHeaderRows: source.extra_header_rows ?? 0, leaveOut: {} };
      const batches = chosenRows(records, { ...choice, footer: undefined }, () => undefined);
      await takeRows(batches, rawReader(match.cells, header.length), sink, onBatch);
      return [];
    });
    if (!isRead) report.accepted = 0;
    isWhole &&= isRead;
  }
  await kept.close();
  await aside.close();
  if (!isWhole || columns === undefined) return false;
  await engine.loadRaw(name, columns, path);
  return true;
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
