import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Publication, ReportSummary } from "../report.ts";
import { databaseName } from "../shared/files.ts";
import { attachedTo, openWarehouse, type Warehouse } from "../warehouse/index.ts";
import { nameThemes } from "./comment-themes.ts";
import { measure } from "./measure.ts";
import { conceal, modelsKeptAsViews, publishDatabase } from "./publish/index.ts";
import { check, read } from "./read.ts";
import {
  type Checked,
  type Measured,
  type Measurement,
  type PipelineOptions,
  timed,
} from "./steps.ts";

export { type Configuration, loadConfiguration } from "./configuration.ts";
export { measureThen } from "./measure-then.ts";
export { codesOf } from "./publish/index.ts";
export { writeReports } from "./reports.ts";
export type { Checked, Hooks, Measured, Measurement, PipelineOptions, Reading } from "./steps.ts";

/** Reads and checks a company's files, and stops there. */
export function checkData(options: PipelineOptions): Promise<Checked> {
  return withWarehouse(options, (warehouse) => readAndCheck(options, warehouse));
}

/** Reads, checks and measures a company's files; what they gave stays in the folder of the work. */
export function buildReport(options: PipelineOptions): Promise<Measured> {
  return withWarehouse<Measured>(options, async (warehouse) => {
    const checked = await readAndCheck(options, warehouse);
    if (checked.refusal) return checked;
    const { configuration, workDirectory } = options;
    const { dashboard, deck } = configuration;
    await options.onTaken?.(warehouse, checked.reading);
    const report = await timed(options, "measure", async () => {
      await nameThemes(warehouse, dashboard.nps.themes);
      await conceal(warehouse, dashboard.publish, workDirectory);
      const measured = await measure(dashboard, warehouse, checked.reading);
      return { ...measured, template: deck.template };
    });
    await options.onMeasured?.(warehouse, report);
    // Nobody reads them any more, and what is left when the warehouse closes is written out.
    for (const name of modelsKeptAsViews())
      await warehouse.run(`drop table if exists main.${name}`);
    const attached = await attachedTo(warehouse);
    return { ...checked, measured: { report, attached } };
  });
}

/**
 * Writes the published database from what `buildReport` left in the folder of the work. Apart, so
 * that it can run in a process whose fresh memory is filled (scripts/site/processes.ts).
 */
export async function publishReport(
  options: PipelineOptions,
  { report, attached }: Measurement<ReportSummary>,
): Promise<Publication> {
  const { configuration, workDirectory } = options;
  const path = databaseOf(workDirectory);
  const megabytes = await publishingMegabytes([path, ...attached.map((database) => database.path)]);
  const warehouse = await openWarehouse({ path, attached, memoryLimit: `${megabytes}MB` });
  try {
    return await timed(options, "publish", () =>
      publishDatabase(warehouse, report, {
        policy: configuration.dashboard.publish,
        path: join(workDirectory, databaseName),
      }),
    );
  } finally {
    warehouse.close();
  }
}

/**
 * More than is ever taken: where the engine has to make room, a block of the published database
 * takes another's place, with what that held, and two builds differ (src/warehouse/publish.ts).
 */
async function publishingMegabytes(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  return 256 + Math.ceil((3 * sizes.reduce((sum, size) => sum + size, 0)) / 1_000_000);
}

function databaseOf(workDirectory: string): string {
  return join(workDirectory, "warehouse.duckdb");
}

async function withWarehouse<T>(
  { workDirectory }: PipelineOptions,
  work: (warehouse: Warehouse) => Promise<T>,
): Promise<T> {
  const warehouse = await openWarehouse({ path: databaseOf(workDirectory) });
  // The file is put in order once, when it is closed, and not whenever 16 MB were written.
  await warehouse.run("set checkpoint_threshold = '1TB'");
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
