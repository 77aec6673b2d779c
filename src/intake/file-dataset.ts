import { join } from "node:path";
import { type DatasetName, datasetOf, type FileSource } from "../contracts/index.ts";
import { openLines } from "./csv-lines.ts";
import { findFiles } from "./files.ts";
import type { DatasetTable } from "./options.ts";
import { setAsideHeader, takeRows } from "./row-sink.ts";
import { matchHeader } from "./rows/header.ts";
import { openReadable } from "./rows/readable-rows.ts";
import { rowReader } from "./rows/row-reader.ts";
import { checkSource } from "./rows/source-checks.ts";
import { logFaults, openReport, readFile, type Session } from "./session.ts";

const configFile = "dashboard.config.ts";

/** Reads the files of one dataset, each into a canonical file of its own. */
export async function readFileDataset(
  session: Session,
  name: DatasetName,
  source: FileSource,
): Promise<DatasetTable> {
  const { directory, workDirectory } = session.options;
  const dataset = datasetOf(name);
  const table: DatasetTable = {
    dataset: name,
    paths: [],
    rows: 0,
    accepted: 0,
    setAside: 0,
    asidePaths: [],
  };
  const wrong = checkSource(dataset, source);
  logFaults(session, name, configFile, wrong);
  if (wrong.length > 0) return table;

  const found = await findFiles(source.files, directory);
  for (const { name: pattern, fault, severity } of found.faults) {
    logFaults(session, name, pattern, [fault], severity);
  }
  const aside = openLines(join(workDirectory, "set-aside", `${name}.csv`), setAsideHeader);
  for (const file of found.files) {
    const report = openReport(session, name, file.name);
    const path = join(workDirectory, "canonical", `${name}-${report.id}.csv`);
    const kept = openLines(path);
    const readable = openReadable(`${path}.aside`, dataset);
    const isRead = await readFile(session, report, file, source, async (records, onBatch) => {
      const match = matchHeader(dataset, records.header, source);
      report.ignoredColumns = match.ignored;
      if (match.faults.length > 0) return match.faults;
      const sink = { report, log: session.log, kept, hasSource: true, aside, readable };
      await takeRows(records.batches, rowReader(dataset, match, source), sink, onBatch);
      return [];
    });
    for (const lines of [kept, readable]) {
      if (isRead) await lines.close();
      else await lines.discard();
    }
    if (!isRead) report.accepted = 0;
    if (report.accepted > 0) table.paths.push(path);
    if (isRead && report.setAside > 0) table.asidePaths.push(`${path}.aside`);
    table.rows += report.rows;
    table.accepted += report.accepted;
    table.setAside += report.setAside;
  }
  await aside.close();
  return table;
}
