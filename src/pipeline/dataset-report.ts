import { type DatasetName, datasetNames, datasetOf } from "../contracts/index.ts";
import type { Intake } from "../intake/index.ts";
import type { DatasetReport } from "../report.ts";
import type { Warehouse } from "../warehouse/index.ts";

/** The column whose first and last day say what time a dataset covers. */
const dayColumns: Readonly<Partial<Record<DatasetName, string>>> = {
  contracts: "starts_on",
  costs: "month",
  fx: "month",
  seats: "month",
  surveys: "answered_on",
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

function rangeOf(name: DatasetName): string {
  const column = dayColumns[name];
  return column
    ? `min(${column}) as first, max(${column}) as last`
    : "null::date as first, null::date as last";
}
