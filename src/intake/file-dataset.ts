import { join } from "node:path";
import { type DatasetName, datasetOf, type FileSource } from "../contracts/index.ts";
import { openLines } from "./csv-lines.ts";
import { findFiles } from "./files.ts";
import type { DatasetTable } from "./options.ts";
import { setAsideHeader, takeRows } from "./row-sink.ts";
import { checkRowChoice, chosenRows, rowChoice } from "./rows/chosen-rows.ts";
import { mapFile } from "./rows/file-mapping.ts";
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
      const mapped = mapFile(dataset, records.header, source);
      const { match, preset } = mapped;
      report.ignoredColumns = match.ignored;
      if (preset) report.preset = preset;
      const faults = [...match.faults, ...checkRowChoice(mapped.source, records.header)];
      if (faults.length > 0) return faults;
      const sink = { report, log: session.log, kept, hasSource: true, aside, readable };
      const batches = chosenRows(records, rowChoice(mapped.source), (count) => {
        report.leftOut += count;
      });
      await takeRows(batches, rowReader(dataset, match, mapped.source), sink, onBatch);
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
