import { createHash } from "node:crypto";
import { join } from "node:path";
import { type DatasetName, datasetOf } from "../contracts/index.ts";
import { openLines } from "./csv-lines.ts";
import type { DatasetTable, RawEngine, RowsPart } from "./options.ts";
import { setAsideHeader, takeRows } from "./row-sink.ts";
import { type Mapping, matchHeader } from "./rows/header.ts";
import { openReadable } from "./rows/readable-rows.ts";
import { type RowFormat, rowReader } from "./rows/row-reader.ts";
import { logFaults, openReport, type Session } from "./session.ts";
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
};

interface Selected {
  header: string[];
  batches: AsyncIterable<RecordBatch>;
}

/** Validates the result of a select over raw tables as if it were a file; rows count from 1. */
export async function readSqlDataset(
  session: Session,
  name: DatasetName,
  sql: string,
): Promise<DatasetTable> {
  const started = performance.now();
  const { engine, workDirectory } = session.options;
  const dataset = datasetOf(name);
  const report = openReport(session, name, `sql of ${name}`);
  report.sha256 = createHash("sha256").update(sql).digest("hex");
  const path = join(workDirectory, "canonical", `${name}-${report.id}.csv`);
  const kept = openLines(path);
  const readable = openReadable(openLines(`${path}.aside`), dataset);
  const aside = openLines(join(workDirectory, "set-aside", `${name}.csv`), setAsideHeader);
  const onBatch = () => {
    const progress = { dataset: name, file: report.file, rows: report.rows };
    session.options.onProgress?.({ ...progress, bytesRead: 0, bytesTotal: 0 });
  };
  let isRead = false;
  try {
    const selected = await openSelect(engine, sql);
    const match = matchHeader(dataset, selected?.header ?? [], plain, nameInSelect);
    report.ignoredColumns = match.ignored;
    isRead = selected === undefined || match.faults.length === 0;
    if (!isRead) logFaults(session, name, report.file, match.faults);
    if (selected && isRead) {
      const sink = { report, log: session.log, kept, hasSource: true, aside, readable };
      await takeRows(selected.batches, rowReader(dataset, match, plain), sink, onBatch);
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    isRead = false;
    logFaults(session, name, report.file, [error.fault]);
  }
  for (const lines of [kept, readable]) {
    if (isRead) await lines.close();
    else await lines.discard();
  }
  if (!isRead) report.accepted = 0;
  await aside.close();
  report.seconds = (performance.now() - started) / 1000;
  const { rows, accepted, setAside } = report;
  const parts: RowsPart[] = accepted > 0 ? [{ path, file: report.id, form: "text" }] : [];
  const asideParts = isRead && setAside > 0 ? [{ path: `${path}.aside`, file: report.id }] : [];
  return { dataset: name, parts, rows, accepted, setAside, asideParts };
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

function nameInSelect(column: string): string {
  return `name it in the select: ... as ${column}`;
}
