import { appendFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type DatasetName, datasetOf, type TableCheck } from "../../contracts/index.ts";
import type { FileReport } from "../../intake/index.ts";
import { spreadsheetLine } from "../../shared/spreadsheet.ts";
import type { Warehouse } from "../../warehouse/index.ts";
import { causeOf } from "../table-checks.ts";

/** Rows that the checks across files moved aside, by file. */
export interface MovedRows {
  dataset: DatasetName;
  file: number;
  rows: number;
}

export async function countMoved(
  warehouse: Warehouse,
  checks: readonly TableCheck[],
): Promise<MovedRows[]> {
  const moved: MovedRows[] = [];
  for (const dataset of new Set(checks.map((check) => check.dataset))) {
    const rows = await warehouse.rows<{ file: number; rows: number }>(`
      select source_file as file, count(*) as rows
      from aside.${dataset}
      where checks in (${idsOf(checks, dataset)})
      group by source_file
      order by source_file`);
    moved.push(...rows.map((row) => ({ dataset, ...row })));
  }
  return moved;
}

/** The same files with what the checks across files took from them: rows = accepted + setAside + leftOut. */
export function settleFiles(files: readonly FileReport[], moved: readonly MovedRows[]) {
  const byFile = new Map(moved.map(({ file, rows }) => [file, rows]));
  return files.map((file) => {
    const accepted = file.accepted - (byFile.get(file.id) ?? 0);
    return { ...file, accepted, setAside: file.rows - file.leftOut - accepted };
  });
}

/**
 * Writes the rows that checks across files set aside, as `<dataset>-checks.csv`: our columns, since
 * mapping is done by then. Rows that intake set aside stand beside them as they are in the source.
 */
export async function writeMoved(
  warehouse: Warehouse,
  checks: readonly TableCheck[],
  moved: readonly MovedRows[],
  { directory, files }: { directory: string; files: readonly FileReport[] },
): Promise<void> {
  const names = new Map(files.map(({ id, file }) => [String(id), file]));
  const nameOf = (id: number | null) => names.get(String(id)) ?? "";
  for (const dataset of new Set(moved.map((entry) => entry.dataset))) {
    const columns = datasetOf(dataset).columns.map(({ name }) => name);
    const path = join(directory, `${dataset}-checks.csv`);
    await mkdir(directory, { recursive: true });
    await writeFile(path, spreadsheetLine(["file", "row", "line", "problem", ...columns]));
    const batches = warehouse.stream(`
      select
          source_file,
          source_row,
          rows_aside.source_line,
          checks,
          causes.other_file,
          causes.other_row,
          causes.is_same,
          ${columns.map((name) => `rows_aside."${name}"`).join(", ")}
      from aside.${dataset} as rows_aside
      left join (
          select *
          from aside.causes
          where dataset = '${dataset}'
          qualify row_number() over (partition by source_file, source_row, checks) = 1
      ) as causes using (source_file, source_row, checks)
      where checks in (${idsOf(checks, dataset)})
      order by source_file, source_row`);
    for await (const { rows } of batches) {
      const lines = rows.map(([file, row, line, id, otherFile, otherRow, isSame, ...cells]) => {
        const told = checks.find((check) => check.id === id && check.dataset === dataset);
        const place = [names.get(file ?? "") ?? "", row ?? "", line ?? ""];
        const other = {
          other_file: Number(otherFile),
          other_row: otherRow ? Number(otherRow) : null,
          is_same: isSame ? isSame === "true" : null,
        };
        const problem = told ? problemOf(told) + causeOf(told, other, nameOf) : (id ?? "");
        return spreadsheetLine([...place, problem, ...cells.map((cell) => cell ?? "")]);
      });
      await appendFile(path, lines.join(""));
    }
  }
}

function problemOf({ id, column, expected }: TableCheck): string {
  return `${column}: ${id.replaceAll("_", " ")}; expected ${expected}`;
}

function idsOf(checks: readonly TableCheck[], dataset: DatasetName): string {
  const ids = checks.filter((check) => check.dataset === dataset).map(({ id }) => `'${id}'`);
  return [...new Set(ids)].join(", ");
}
