import { createHash } from "node:crypto";
import type { Dashboard } from "../contracts/index.ts";
import { contractReference } from "../contracts/index.ts";
import type { FileReport } from "../intake/index.ts";
import {
  buildMetrics,
  catalogue,
  lineageOf,
  type Marts,
  readMarts,
  readModels,
  reportMetrics,
  resolveAsOf,
  supportingMarts,
  tablesOfReadings,
} from "../metrics/index.ts";
import type { MeasuredReport } from "../report.ts";
import type { Warehouse } from "../warehouse/index.ts";
import { readDefinitions } from "./definitions/index.ts";
import { addMissingAccounts, measureQuarantine } from "./quarantine/index.ts";
import { settingsOf } from "./settings.ts";
import type { Reading } from "./steps.ts";

/** Rows are read in little memory; windows over the movements of 50,000 customers need more. */
const measuringLimit = "1GB";

/** Computes every metric of the tables that were read, after they were concealed. */
export async function measure(
  dashboard: Dashboard,
  warehouse: Warehouse,
  reading: Reading,
): Promise<Omit<MeasuredReport, "template">> {
  const asOf = await resolveAsOf(warehouse, dashboard.as_of);
  const settings = settingsOf(dashboard, asOf.day);
  // Where unknown accounts are no error, their money counts under their id alone.
  await addMissingAccounts(warehouse);
  await warehouse.run(`set memory_limit = '${measuringLimit}'`);
  // A statement has one thread and two statements run at once. With two each, small ones take twice
  // the time, and of large joins version 1.4.3 of the engine now and then dies, with SIGSEGV.
  await warehouse.run("set threads = 1");
  await buildMetrics(warehouse, settings);
  const [marts, readings] = await beside(warehouse, readMarts, (own) =>
    readDefinitions(own, dashboard, asOf.day),
  );
  const { company, datasets: _sources, raw: _raw, publish: policy, ...others } = dashboard;
  const { key: _secret, ...publish } = policy;
  const lastMonth = lastMonthOf(marts, asOf.day);
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
    supporting: supportingMarts.map(({ mart, reason }) => {
      const { name, title } = catalogue[mart];
      return { mart: name, title, reason };
    }),
    readings,
    sql: sqlOfMarts(),
    reference: contractReference(dashboard.checks),
  };
}

/** First day of the newest complete month; where none is complete, of the newest. */
export function lastMonthOf({ recurringRevenue }: Marts, asOf: string): string {
  const months = recurringRevenue.filter((row) => row.dimension === "all");
  const complete = months.filter((row) => row.is_complete);
  return (complete.at(-1) ?? months.at(-1))?.month ?? `${asOf.slice(0, 7)}-01`;
}

/** Does the one on another connection while the other is done on this. */
async function beside<A, B>(
  warehouse: Warehouse,
  one: (connection: Warehouse) => Promise<A>,
  other: (connection: Warehouse) => Promise<B>,
): Promise<[A, B]> {
  const connection = await warehouse.beside();
  try {
    const outcomes = [one(connection), other(warehouse)] as const;
    await Promise.allSettled(outcomes);
    return await Promise.all(outcomes);
  } finally {
    connection.close();
  }
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
