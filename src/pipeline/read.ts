import { basename, join } from "node:path";
import type { DatasetName } from "../contracts/index.ts";
import { datasetNames, datasetOf, tableChecks } from "../contracts/index.ts";
import { type Intake, readDatasets } from "../intake/index.ts";
import {
  loadDataset,
  loadRaw,
  loadSetAside,
  packPlain,
  packRows,
  valuesOf,
  type Warehouse,
} from "../warehouse/index.ts";
import { cacheVersion } from "./cache-version.ts";
import { reportDatasets, reportFiles } from "./dataset-report.ts";
import { gatherProblems, isWholeFile, refusalOf } from "./problems.ts";
import { countMoved, settleFiles, writeMoved } from "./quarantine/index.ts";
import type { Checked, PipelineOptions } from "./steps.ts";
import { runTableChecks } from "./table-checks.ts";

/** Bytes from which a file gets a database of its own: below, opening one costs more than it spares. */
const packedFrom = 1_000_000;

/** Reads the files into one table for every dataset. */
export async function read(options: PipelineOptions, warehouse: Warehouse): Promise<Intake> {
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

/** Checks the tables against each other, and sums up what was read. */
export async function check(
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
    goesOn: dashboard.on_error === "quarantine",
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
