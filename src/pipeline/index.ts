import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import type { Dashboard, DatasetName, Problem } from "../contracts/index.ts";
import { contractReference, datasetNames, datasetOf, tableChecks } from "../contracts/index.ts";
import {
  type FileReport,
  type Intake,
  type IntakeOptions,
  type ProblemCount,
  readDatasets,
} from "../intake/index.ts";
import {
  buildMetrics,
  catalogue,
  lineageOf,
  readMarts,
  readModels,
  reportMetrics,
  resolveAsOf,
  tablesOfReadings,
} from "../metrics/index.ts";
import type { DatasetReport, ProblemReport, Report, ReportedFile } from "../report.ts";
import { databaseName } from "../shared/files.ts";
import {
  loadDataset,
  loadRaw,
  loadSetAside,
  openWarehouse,
  packPlain,
  packRows,
  valuesOf,
  type Warehouse,
} from "../warehouse/index.ts";
import { cacheVersion } from "./cache-version.ts";
import type { Configuration } from "./configuration.ts";
import { reportDatasets, reportFiles } from "./dataset-report.ts";
import { readDefinitions } from "./definitions/index.ts";
import { gatherProblems, isWholeFile, refusalOf } from "./problems.ts";
import { conceal, publishDatabase } from "./publish/index.ts";
import {
  addMissingAccounts,
  countMoved,
  measureQuarantine,
  settleFiles,
  writeMoved,
} from "./quarantine/index.ts";
import { settingsOf } from "./settings.ts";
import { runTableChecks } from "./table-checks.ts";

export { type Configuration, loadConfiguration } from "./configuration.ts";
export { writeReports } from "./reports.ts";

export interface PipelineOptions {
  configuration: Configuration;
  /** Empty folder for the engine's database and the accepted rows; the caller removes it. */
  workDirectory: string;
  /** Folder that keeps what was read for the next build; absent: nothing is kept. */
  cacheDirectory?: string;
  onProgress?: IntakeOptions["onProgress"];
  /** Told when a step is done: read, check, measure. */
  onStep?: (step: Step) => void;
  /** Milliseconds from any start. */
  now: () => number;
}

export interface Step {
  name: "read" | "check" | "measure" | "publish";
  seconds: number;
}

/** What was read, whatever came of it. */
export interface Reading {
  files: ReportedFile[];
  datasets: DatasetReport[];
  problems: Problem[];
  /** How often each check failed, beyond the problems that are kept. */
  counts: ProblemCount[];
  summary: ProblemReport;
  /** Files of rows that were set aside, as they stood in the source. */
  setAsideDirectory: string;
}

export interface Checked {
  reading: Reading;
  /** Why no site can be built from this data; absent where it can. */
  refusal?: string;
}

export interface Measured extends Checked {
  /** Absent where the data is refused. */
  report?: Report;
}

/** Reads and checks a company's files, and stops there. */
export function checkData(options: PipelineOptions): Promise<Checked> {
  return withWarehouse(options, (warehouse) => readAndCheck(options, warehouse));
}

/** Reads, checks and measures a company's files. */
export function buildReport(options: PipelineOptions): Promise<Measured> {
  return withWarehouse<Measured>(options, async (warehouse) => {
    const checked = await readAndCheck(options, warehouse);
    if (checked.refusal) return checked;
    const { configuration, workDirectory } = options;
    const { dashboard } = configuration;
    const measured = await timed(options, "measure", async () => {
      await conceal(warehouse, dashboard.publish, workDirectory);
      return measure(dashboard, warehouse, checked.reading);
    });
    const publication = await timed(options, "publish", () =>
      publishDatabase(warehouse, measured, {
        policy: dashboard.publish,
        path: join(workDirectory, databaseName),
      }),
    );
    return { ...checked, report: { ...measured, publication } };
  });
}

async function withWarehouse<T>(
  { workDirectory }: PipelineOptions,
  work: (warehouse: Warehouse) => Promise<T>,
): Promise<T> {
  const warehouse = await openWarehouse({ path: join(workDirectory, "warehouse.duckdb") });
  try {
    return await work(warehouse);
  } finally {
    warehouse.close();
  }
}

async function readAndCheck(options: PipelineOptions, warehouse: Warehouse): Promise<Checked> {
  const intake = await timed(options, "read", () => read(options, warehouse));
  return timed(options, "check", () => check(options, warehouse, intake));
}

async function timed<T>(
  { now, onStep }: PipelineOptions,
  name: Step["name"],
  work: () => Promise<T>,
): Promise<T> {
  const started = now();
  const result = await work();
  onStep?.({ name, seconds: (now() - started) / 1000 });
  return result;
}

/** Bytes from which a file gets a database of its own: below, opening one costs more than it spares. */
const packedFrom = 1_000_000;

async function read(options: PipelineOptions, warehouse: Warehouse): Promise<Intake> {
  const { configuration, workDirectory, cacheDirectory: directory, onProgress } = options;
  const intake = await readDatasets({
    config: configuration.dashboard,
    directory: configuration.directory,
    configFile: basename(configuration.path),
    workDirectory,
    engine: {
      loadRaw: (table, header, path) => loadRaw(warehouse, table, header, path),
      select: (sql) => warehouse.stream(sql),
    },
    packing: {
      from: packedFrom,
      engine: {
        packRows: (dataset, from, to) => packRows(warehouse, dataset, from, to),
        packPlain: (dataset, file, to) => packPlain(warehouse, dataset, file, to),
        valuesOf,
      },
    },
    ...(directory ? { cache: { directory, version: await cacheVersion(warehouse) } } : {}),
    ...(onProgress ? { onProgress } : {}),
  });
  for (const name of datasetNames) {
    const table = intake.tables.find(({ dataset }) => dataset === name);
    await loadDataset(warehouse, datasetOf(name), table?.parts ?? []);
    await loadSetAside(warehouse, datasetOf(name), table?.asideParts ?? []);
  }
  return intake;
}

async function check(
  { configuration, workDirectory }: PipelineOptions,
  warehouse: Warehouse,
  intake: Intake,
): Promise<Checked> {
  const { dashboard } = configuration;
  // What stands against a dataset that could not be read would be one fault told for every row.
  const refused = new Set(intake.problems.filter(isWholeFile).map(({ dataset }) => dataset));
  const present = new Set<DatasetName>(
    intake.tables.map(({ dataset }) => dataset).filter((name) => !refused.has(name)),
  );
  const checks = tableChecks(dashboard);
  const outcomes = await runTableChecks(warehouse, checks, {
    present,
    fileName: (id, dataset) =>
      intake.files.find((file) => file.id === id)?.file ?? `sql of ${dataset}`,
    setAside: dashboard.on_error === "quarantine",
  });
  const setAsideDirectory = join(workDirectory, "set-aside");
  const moved = await countMoved(warehouse, checks);
  const files = settleFiles(intake.files, moved);
  await writeMoved(warehouse, checks, moved, { directory: setAsideDirectory, files });
  const datasets = await reportDatasets(warehouse, intake.tables);
  const { problems, counts, summary } = gatherProblems(intake, outcomes, dashboard.publish);
  const reported = await reportFiles(warehouse, files, counts);
  const refusal = refusalOf(dashboard, datasets, problems, summary);
  return {
    ...(refusal ? { refusal } : {}),
    reading: { files: reported, datasets, problems, counts, summary, setAsideDirectory },
  };
}

/** Rows are read in little memory; windows over the movements of 50,000 customers need more. */
const measuringLimit = "1GB";
/**
 * With some hundred thousand contract lines version 1.4.3 of the engine now and then dies of a join on
 * two threads, with SIGSEGV; on one it did not.
 */
const linesOnTwoThreads = 200_000;

async function measure(
  dashboard: Dashboard,
  warehouse: Warehouse,
  reading: Reading,
): Promise<Omit<Report, "publication">> {
  const asOf = await resolveAsOf(warehouse, dashboard.as_of);
  const settings = settingsOf(dashboard, asOf.day);
  // Where unknown accounts are no error, their money counts under their id alone.
  await addMissingAccounts(warehouse);
  await warehouse.run(`set memory_limit = '${measuringLimit}'`);
  const lines = reading.datasets.find(({ dataset }) => dataset === "contracts")?.accepted ?? 0;
  if (lines > linesOnTwoThreads) await warehouse.run("set threads = 1");
  await buildMetrics(warehouse, settings);
  const marts = await readMarts(warehouse);
  const readings = await readDefinitions(warehouse, dashboard, asOf.day);
  const { company, datasets: _sources, raw: _raw, publish: policy, ...others } = dashboard;
  const { key: _secret, ...publish } = policy;
  const months = marts.recurringRevenue.filter((row) => row.dimension === "all");
  const complete = months.filter((row) => row.is_complete);
  const lastMonth = (complete.at(-1) ?? months.at(-1))?.month ?? `${asOf.day.slice(0, 7)}-01`;
  const { files, datasets } = reading;
  const lineage = lineageOf(readModels());
  const quarantine = await measureQuarantine(warehouse, {
    dashboard,
    settings,
    month: lastMonth,
    files,
    datasets,
  });
  return {
    company,
    asOf,
    lastMonth,
    definitions: { ...others, publish },
    datasets,
    files,
    problems: reading.summary,
    ...(quarantine ? { quarantine } : {}),
    inputHash: hashOf(files),
    marts,
    metrics: reportMetrics(marts, lineage, settings, lastMonth),
    lineage,
    readings,
    sql: sqlOfMarts(),
    reference: contractReference(dashboard.checks),
  };
}

function sqlOfMarts(): Record<string, string> {
  const shown = new Set<string>([
    ...Object.values(catalogue).map(({ name }) => name),
    ...tablesOfReadings,
  ]);
  const models = readModels().filter(({ name }) => shown.has(name));
  return Object.fromEntries(models.map(({ name, sql }) => [name, sql]));
}

function hashOf(files: readonly FileReport[]): string {
  const hash = createHash("sha256");
  for (const { file, sha256 } of files) hash.update(`${file} ${sha256}\n`);
  return hash.digest("hex").slice(0, 12);
}
