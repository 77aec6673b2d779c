import type { DatasetName, Problem, Severity, TableCheck } from "../contracts/index.ts";
import { datasetOf } from "../contracts/index.ts";
import type { Warehouse } from "../warehouse/index.ts";

const listedPerCheck = 1_000;

export interface CheckOutcome {
  check: TableCheck;
  count: number;
  /** The first of them, in the order of the file. */
  problems: Problem[];
}

interface FailingRow {
  source_file: number | null;
  source_row: number | null;
  source_line: number | null;
  value: string | null;
}

export interface CheckOptions {
  present: ReadonlySet<DatasetName>;
  fileName: (id: number | null, dataset: DatasetName) => string;
  /** Whether rows that fail an error leave the table, as with on_error = quarantine. */
  setAside: boolean;
}

/** Runs the checks that need other rows or other files, in their order. */
export async function runTableChecks(
  warehouse: Warehouse,
  checks: readonly TableCheck[],
  options: CheckOptions,
): Promise<CheckOutcome[]> {
  const outcomes: CheckOutcome[] = [];
  for (const check of checks) {
    if (!check.needs.every((name) => options.present.has(name))) continue;
    await warehouse.run(`create or replace temp table failing as ${check.sql}`);
    const [counted] = await warehouse.rows<{ n: number }>("select count(*) as n from failing");
    const count = counted?.n ?? 0;
    if (count === 0) continue;
    const rows = await warehouse.rows<FailingRow>(
      `select * from failing order by source_file, source_row limit ${listedPerCheck}`,
    );
    outcomes.push({ check, count, problems: rows.map((row) => problemOf(check, row, options)) });
    if (options.setAside && check.severity === "error") await removeFailing(warehouse, check);
  }
  await warehouse.run("drop table if exists failing");
  return outcomes;
}

function problemOf(check: TableCheck, row: FailingRow, options: CheckOptions): Problem {
  const column = datasetOf(check.dataset).columns.find(({ name }) => name === check.column);
  return {
    check: check.id,
    severity: check.severity,
    dataset: check.dataset,
    file: options.fileName(row.source_file, check.dataset),
    ...(row.source_row === null ? {} : { row: row.source_row }),
    ...(row.source_line === null ? {} : { line: row.source_line }),
    column: check.column,
    ...(row.value === null ? {} : { value: row.value }),
    ...(column?.isPrivate ? { isPrivate: true } : {}),
    expected: check.expected,
    remedy: check.remedy,
  };
}

async function removeFailing(warehouse: Warehouse, check: TableCheck): Promise<void> {
  await warehouse.run(`
    delete from ${check.dataset}
    where (source_file, source_row) in (select (source_file, source_row) from failing)`);
}

export function countBySeverity(
  counts: readonly { severity: Severity; count: number }[],
  severity: Severity,
): number {
  return counts
    .filter((entry) => entry.severity === severity)
    .reduce((sum, entry) => sum + entry.count, 0);
}
