import { createHash } from "node:crypto";
import { rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Dataset, type DatasetName, datasetOf } from "../contracts/index.ts";
import { contractKey, type Outcome, readOnce } from "./cache/read-once.ts";
import { isRepeatable } from "./cache/repeatable.ts";
import { type LineWriter, openLines } from "./csv-lines.ts";
import type { DatasetTable, RawEngine, RowsPart } from "./options.ts";
import { takeRows } from "./row-sink.ts";
import { type Mapping, matchHeader } from "./rows/header.ts";
import { openReadable } from "./rows/readable-rows.ts";
import { type RowFormat, rowReader } from "./rows/row-reader.ts";
import { asideHeader, underHeaders } from "./rows/set-aside.ts";
import { readerOfSelect } from "./select-remedies.ts";
import {
  logDoubts,
  logFaults,
  logUnused,
  openReport,
  type Session,
  unusedSetting,
} from "./session.ts";
import type { RecordBatch } from "./text/records.ts";
import { UnreadableFile } from "./unreadable.ts";

/** A select gives our own dialect: ISO days, a decimal point. */
const plain: RowFormat & Mapping = {
  columns: {},
  constants: {},
  values: {},
  decimal: ".",
  strip: [],
  scale: {},
  date_formats: {},
};

interface Selected {
  header: string[];
  batches: AsyncIterable<RecordBatch>;
}

/** What selects run over. */
export interface RawTables {
  /** Everything that their rows follow from. */
  keys: readonly unknown[];
  /** Hands them to the engine, once. */
  load: () => Promise<void>;
}

/** What came out of a select. */
interface Taken {
  form: RowsPart["form"];
  /** Whether its rows were taken to the end. */
  isWhole: boolean;
}

interface Lines {
  /** Above the rows set aside. */
  header: LineWriter;
  /** Rows set aside as the result has them. */
  aside: LineWriter;
  /** What could be read of them. */
  readable: LineWriter;
}

/**
 * Validates the result of a select over raw tables as if it were a file; rows count from 1. The raw
 * tables are loaded only where the select has to run.
 */
export async function readSqlDataset(
  session: Session,
  name: DatasetName,
  sql: string,
  raw: RawTables,
): Promise<DatasetTable> {
  const started = performance.now();
  const { workDirectory } = session.options;
  const dataset = datasetOf(name);
  const id = session.firstId + session.files.length;
  const path = join(workDirectory, "canonical", `${name}-${id}.rows`);
  const aside = underHeaders(openLines(join(workDirectory, "set-aside", `${name}.csv`)));
  const readable = openLines(`${path}.aside`);
  const lines: Lines = { header: aside.header, aside: aside.rows, readable };
  const key = isRepeatable(sql)
    ? ["sql", contractKey(dataset), sql, raw.keys, unusedSetting(session)]
    : undefined;
  const unit = { key, hashes: [hashOf(sql)], rows: path, lines };
  const { form, isWhole } = await readOnce(session, unit, async (own, linesOfResult) => {
    await raw.load();
    return readRows(own, dataset, sql, path, linesOfResult);
  });
  await lines.readable.close();
  await aside.rows.close();
  const report = session.files.at(-1) ?? openReport(session, name, fileName(dataset));
  report.seconds = (performance.now() - started) / 1000;
  const { rows, accepted, setAside } = report;
  const parts: RowsPart[] = accepted > 0 ? [{ path, file: report.id, form }] : [];
  const asideParts = isWhole && setAside > 0 ? [{ path: `${path}.aside`, file: report.id }] : [];
  return { dataset: name, parts, rows, accepted, setAside, asideParts };
}

async function readRows(
  session: Session,
  dataset: Dataset,
  sql: string,
  path: string,
  lines: Lines,
): Promise<Outcome<Taken>> {
  const { name } = dataset;
  const report = openReport(session, name, fileName(dataset));
  report.sha256 = hashOf(sql);
  const kept = openLines(path);
  const readable = openReadable(lines.readable, dataset);
  const onBatch = () => {
    const progress = { dataset: name, file: report.file, rows: report.rows };
    session.options.onProgress?.({ ...progress, bytesRead: 0, bytesTotal: 0 });
  };
  let isWhole = false;
  try {
    const selected = await openSelect(session.options.engine, sql);
    const match = matchHeader(dataset, selected?.header ?? [], plain, nameInSelect);
    report.ignoredColumns = match.ignored;
    const { faults } = match;
    const isRead = selected !== undefined && faults.length === 0;
    if (isRead) faults.push(...logUnused(session, report, match.unused));
    isWhole = selected === undefined || faults.length === 0;
    if (!isWhole) logFaults(session, name, report.file, faults);
    if (selected && isWhole) {
      const { aside } = lines;
      lines.header.add(asideHeader(selected.header));
      const sink = { report, log: session.log, kept, hasSource: true, aside, readable };
      const reader = readerOfSelect(rowReader(dataset, match, plain));
      await takeRows(selected.batches, reader, sink, onBatch);
      logDoubts(session, report, reader.doubts());
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    isWhole = false;
    logFaults(session, name, report.file, [error.fault]);
  }
  for (const written of [kept, readable]) {
    if (isWhole) await written.close();
    else await written.discard();
  }
  if (!isWhole) report.accepted = 0;
  const hasRows = report.accepted > 0;
  const form = hasRows ? await packed(session, dataset, path) : "text";
  return { result: { form, isWhole }, isWhole, hasRows };
}

/** A large result gets a database of its own, in the place of its text: it is then loaded only once. */
async function packed(session: Session, dataset: Dataset, path: string): Promise<Taken["form"]> {
  const { packing } = session.options;
  if (!packing || (await stat(path)).size < packing.from) return "text";
  const database = `${path}.duckdb`;
  await packing.engine.packRows(dataset, path, database);
  await rename(database, path);
  return "database";
}

function fileName({ name }: Dataset): string {
  return `sql of ${name}`;
}

function hashOf(sql: string): string {
  return createHash("sha256").update(sql).digest("hex");
}

/** The engine names the columns with the first rows: a result without rows is undefined. */
async function openSelect(engine: RawEngine, sql: string): Promise<Selected | undefined> {
  const iterator = engine.select(sql)[Symbol.asyncIterator]();
  const next = () => iterator.next().catch((cause: unknown) => Promise.reject(sqlFailed(cause)));
  const first = await next();
  if (first.done) return undefined;
  async function* batches(): AsyncGenerator<RecordBatch> {
    let position = 0;
    for (let batch = first; !batch.done; batch = await next()) {
      const records = batch.value.rows.map((row) => row.map((cell) => cell ?? ""));
      const from = position;
      position += records.length;
      yield { records, rows: records.map((_, index) => from + index + 1) };
    }
  }
  return { header: first.value.columns, batches: batches() };
}

function sqlFailed(cause: unknown): UnreadableFile {
  const message = cause instanceof Error ? cause.message : String(cause);
  const fault = {
    check: "sql_failed",
    value: message.split("\n")[0] ?? message,
    isPrivate: true,
    expected: "a select over the raw tables",
    remedy: "correct the sql of the dataset, or the raw tables it names",
  };
  return new UnreadableFile(fault, { cause });
}

function nameInSelect(column: string, _near?: string, billing?: string): string {
  const constant = billing ? `, '${billing}' as billing` : "";
  return `name it in the select: ... as ${column}${constant}`;
}
