import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { datasetNames, refusesFile } from "../contracts/index.ts";
import { openCache } from "./cache/store.ts";
import { readFileDataset } from "./file-dataset.ts";
import { refuse } from "./file-report.ts";
import type { DatasetTable, Intake, IntakeOptions } from "./options.ts";
import { openProblemLog } from "./problem-log.ts";
import { type RawTable, readRawTable } from "./raw-table.ts";
import type { Session } from "./session.ts";
import { type RawTables, readSqlDataset } from "./sql-dataset.ts";

/**
 * Reads every file of the configuration in constant memory: rows that keep the contract go to
 * canonical files for the warehouse, the others to `<workDirectory>/set-aside/<dataset>.csv`.
 * Whether the build goes on with problems is not decided here.
 * @throws where the work directory cannot be written; what is wrong with the data is returned.
 */
export async function readDatasets(options: IntakeOptions): Promise<Intake> {
  const { config, workDirectory } = options;
  for (const folder of ["canonical", "raw", "set-aside"]) {
    await rm(join(workDirectory, folder), { recursive: true, force: true });
  }
  await mkdir(join(workDirectory, "canonical"), { recursive: true });
  const session: Session = {
    options,
    log: openProblemLog(),
    files: [],
    firstId: 1,
    cache: options.cache && openCache(options.cache),
  };
  const raw: RawTable[] = [];
  const unreadable: string[] = [];
  for (const [name, source] of Object.entries(config.raw)) {
    const table = await readRawTable(session, name, source);
    if (table) raw.push(table);
    else unreadable.push(name);
  }
  let loading: Promise<void> | undefined;
  const rawTables: RawTables = {
    keys: raw.map(({ key }) => key),
    load: () => (loading ??= loadInOrder(raw)),
  };
  const tables: DatasetTable[] = [];
  for (const name of datasetNames) {
    const source = config.datasets[name];
    if (source === undefined) continue;
    if (!("sql" in source)) tables.push(await readFileDataset(session, name, source));
    else if (unreadable.some((table) => source.sql.includes(table))) tables.push(emptyTable(name));
    else tables.push(settled(session, await readSqlDataset(session, name, source.sql, rawTables)));
  }
  return {
    tables,
    files: session.files,
    problems: session.log.problems,
    counts: session.log.counts,
  };
}

/** The engine has one connection. */
async function loadInOrder(tables: readonly RawTable[]): Promise<void> {
  for (const { load } of tables) await load();
}

/** A select that failed on its way gave some rows, and none of them is taken. */
function settled(session: Session, table: DatasetTable): DatasetTable {
  const report = session.files.at(-1);
  const fault = session.log.problems.find(
    ({ file, check, severity }) =>
      severity === "error" && file === report?.file && refusesFile(check),
  );
  if (!report || !fault) return table;
  refuse(report, fault.check);
  return { ...table, rows: 0, accepted: 0, setAside: 0 };
}

/** Its raw table could not be read, which is a problem already. */
function emptyTable(dataset: DatasetTable["dataset"]): DatasetTable {
  return { dataset, parts: [], rows: 0, accepted: 0, setAside: 0, asideParts: [] };
}
