import { type DatasetName, datasetNames, datasetOf } from "../contracts/index.ts";
import type { FileReport, Intake, ProblemCount } from "../intake/index.ts";
import type { DatasetReport, ReportedFile } from "../report.ts";
import type { Warehouse } from "../warehouse/index.ts";

/** The column whose first and last day say what time a dataset covers. */
const dayColumns: Readonly<Partial<Record<DatasetName, string>>> = {
  contracts: "starts_on",
  costs: "month",
  fx: "month",
  opportunities: "created_on",
  projects: "kicked_off_on",
  requests: "raised_on",
  seats: "month",
  surveys: "answered_on",
  tickets: "opened_at",
  touchpoints: "on",
  usage: "day",
};

/** Every dataset of the contracts, present or not, as loaded after all checks. */
export async function reportDatasets(
  warehouse: Warehouse,
  tables: Intake["tables"],
): Promise<DatasetReport[]> {
  const reports: DatasetReport[] = [];
  for (const name of datasetNames) {
    const { grain, lights } = datasetOf(name);
    const table = tables.find((entry) => entry.dataset === name);
    const [loaded] = await warehouse.rows<{ rows: number; first: string; last: string }>(
      `select count(*) as rows, ${rangeOf(name)} from ${name}`,
    );
    const rows = table?.rows ?? 0;
    const accepted = loaded?.rows ?? 0;
    reports.push({
      dataset: name,
      grain,
      lights,
      isPresent: table !== undefined,
      rows,
      accepted,
      setAside: rows - accepted,
      firstDay: loaded?.first ?? null,
      lastDay: loaded?.last ?? null,
    });
  }
  return reports;
}

interface FileRange {
  file: number;
  first: string | null;
  last: string | null;
}

/** Each file with the days its accepted rows cover and its warnings. */
export async function reportFiles(
  warehouse: Warehouse,
  files: readonly FileReport[],
  counts: readonly ProblemCount[],
): Promise<ReportedFile[]> {
  const ranges = new Map<number, FileRange>();
  for (const name of datasetNames) {
    if (!dayColumns[name]) continue;
    const found = await warehouse.rows<FileRange>(
      `select source_file as file, ${rangeOf(name)} from ${name} group by source_file`,
    );
    for (const range of found) ranges.set(range.file, range);
  }
  return files.map((file) => ({
    ...file,
    firstDay: ranges.get(file.id)?.first ?? null,
    lastDay: ranges.get(file.id)?.last ?? null,
    warnings: counts
      .filter((entry) => entry.file === file.file && entry.severity === "warning")
      .reduce((sum, { count }) => sum + count, 0),
  }));
}

function rangeOf(name: DatasetName): string {
  const column = dayColumns[name];
  return column
    ? `cast(min("${column}") as date) as first, cast(max("${column}") as date) as last`
    : "null::date as first, null::date as last";
}
