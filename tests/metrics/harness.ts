import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type DatasetName,
  datasetNames,
  datasetOf,
  parseDashboard,
  type Ruleset,
} from "../../src/contracts/index.ts";
import { buildMetrics, type MetricSettings } from "../../src/metrics/index.ts";
import { settingsOf } from "../../src/pipeline/settings.ts";
import {
  loadDataset,
  openWarehouse,
  quoteText,
  type Warehouse,
} from "../../src/warehouse/index.ts";

/** Path of a CSV with a header for each dataset that a test has; the others are empty. */
export type InputFiles = Partial<Record<DatasetName, string>>;

export type SettingsOfTest = Partial<MetricSettings> & { asOf: string };

const defaults: Omit<MetricSettings, "asOf"> = {
  dataFrom: null,
  currency: "USD",
  graceDays: 30,
  churnDated: "term_end",
  churnSameMonth: "counts",
  churnDenominator: "opening",
  churnContraction: "counts",
  retentionReactivation: "kept",
  quickRatioReactivation: "counts",
  cashBasis: "revenue",
  endIs: "inclusive",
  cacLagMonths: 0,
  grossMargin: null,
  ltvFormula: "survival",
  ltvHorizonMonths: 60,
  npsLowest: 0,
  npsEligibleDays: 90,
  survivalUnit: "month",
  measuredFrom: null,
};

export function settingsOfTest(settings: SettingsOfTest): MetricSettings {
  return { ...defaults, ...settings };
}

/** The settings of a company that names a preset and nothing else; the day is for the test to say. */
export function settingsOfPreset(preset: Ruleset): Omit<MetricSettings, "asOf"> {
  const dashboard = {
    company: { name: "Test", currency: "USD" },
    datasets: { accounts: "accounts.csv", contracts: "contracts.csv" },
    definitions: { preset },
  };
  const { asOf: _day, ...settings } = settingsOf(parseDashboard(dashboard, "the test"), "");
  return settings;
}

/** A warehouse with every dataset's table, filled from CSVs that need only some of the columns. */
export async function openInputs(files: InputFiles): Promise<Warehouse> {
  const warehouse = await openWarehouse({ path: ":memory:" });
  for (const name of datasetNames) {
    await loadDataset(warehouse, datasetOf(name), []);
    const path = files[name];
    if (path === undefined) continue;
    await warehouse.run(
      `insert into ${name} by name
      select * from read_csv(${quoteText(path)}, header = true, all_varchar = true)`,
    );
  }
  return warehouse;
}

/**
 * The metrics of some inputs, in a warehouse that the caller closes.
 *
 * @param wanted Tables to make, with what they read; all when absent.
 */
export async function measure(
  files: InputFiles,
  settings: SettingsOfTest,
  wanted?: readonly string[],
): Promise<Warehouse> {
  const warehouse = await openInputs(files);
  await buildMetrics(warehouse, settingsOfTest(settings), wanted);
  return warehouse;
}

export type Cells = Record<string, string | number | null>;

/** Calls `use` with CSV files made of rows, and removes them afterwards. */
export async function withFiles<T>(
  inputs: Partial<Record<DatasetName, readonly Cells[]>>,
  use: (files: InputFiles) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "hourglass-metrics-"));
  try {
    const files: InputFiles = {};
    for (const name of datasetNames) {
      const rows = inputs[name];
      if (!rows?.[0]) continue;
      const header = Object.keys(rows[0]);
      const lines = rows.map((row) => header.map((column) => row[column] ?? "").join(","));
      const path = join(folder, `${name}.csv`);
      writeFileSync(path, [header.join(","), ...lines, ""].join("\n"));
      files[name] = path;
    }
    return await use(files);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
