import { join } from "node:path";
import { type Dataset, type DatasetName, datasetOf, type FileSource } from "../contracts/index.ts";
import { contractKey, type Outcome, readOnce } from "./cache/read-once.ts";
import { type LineWriter, openLines } from "./csv-lines.ts";
import { countLeftOut, type FileReport } from "./file-report.ts";
import { type FoundFile, findFiles } from "./found/files.ts";
import type { DatasetTable, PackEngine, RowsPart } from "./options.ts";
import { packPlainRows } from "./plain/plain-rows.ts";
import type { Scan } from "./plain/scan.ts";
import { takeRows } from "./row-sink.ts";
import { checkRowChoice, chosenRows, rowChoice } from "./rows/chosen/chosen-rows.ts";
import {
  dataRowTest,
  dataUnderHeader,
  filledFooter,
  filledRowTest,
} from "./rows/chosen/data-rows.ts";
import { checkFillDown, filledDown } from "./rows/chosen/filled-down.ts";
import { settleDayFormats } from "./rows/doubts/day-formats.ts";
import { mapFile } from "./rows/file-mapping.ts";
import { namingMembers } from "./rows/fitting-members.ts";
import { explainHeader } from "./rows/lost-header.ts";
import { openReadable } from "./rows/readable-rows.ts";
import { rowReader } from "./rows/row-reader.ts";
import { asideHeader, underHeaders } from "./rows/set-aside.ts";
import { checkSource } from "./rows/source-checks.ts";
import {
  logDoubts,
  logFaults,
  logUnfound,
  logUnused,
  openReport,
  readFile,
  refuseUnread,
  type Session,
  scanned,
  unusedSetting,
} from "./session.ts";

/** What came out of a file. */
interface Taken {
  /** Of its accepted rows, where there are any. */
  form: Pick<RowsPart, "form" | "first"> | null;
  /** Whether rows were set aside of a file that was read to its end. */
  hasAside: boolean;
}

interface FileLines {
  /** Above the rows set aside. */
  header: LineWriter;
  /** Rows set aside as they stand in the file. */
  aside: LineWriter;
  /** What could be read of them. */
  readable: LineWriter;
}

/** Reads the files of one dataset, each into a canonical file or a database of its own. */
export async function readFileDataset(
  session: Session,
  name: DatasetName,
  source: FileSource,
): Promise<DatasetTable> {
  const { directory, workDirectory, packing, configFile } = session.options;
  const dataset = datasetOf(name);
  const table: DatasetTable = {
    dataset: name,
    parts: [],
    rows: 0,
    accepted: 0,
    setAside: 0,
    asideParts: [],
  };
  const wrong = checkSource(dataset, source);
  logFaults(session, name, configFile ?? "dashboard.config.ts", wrong);
  const found = await findFiles(source.files, directory);
  logUnfound(session, name, found);
  const [misconfigured] = wrong;
  if (misconfigured) {
    for (const file of found.files) {
      await refuseUnread(session, name, file, source, misconfigured.check);
    }
    return summed(
      table,
      session.files.filter((report) => report.dataset === name),
    );
  }
  const aside = underHeaders(openLines(join(workDirectory, "set-aside", `${name}.csv`)));
  const contract = contractKey(dataset);
  for (const file of found.files) {
    const id = session.firstId + session.files.length;
    const isLarge = packing !== undefined && file.bytes >= packing.from;
    const extension = isLarge ? "duckdb" : "csv";
    const path = join(workDirectory, "canonical", `${name}-${id}.${extension}`);
    const started = performance.now();
    const scan = await scanned(session, name, file);
    const setting = unusedSetting(session);
    const key = scan && ["file", scan.sha256, file.name, contract, source, setting];
    const readable = openLines(`${path}.aside`);
    const lines: FileLines = { header: aside.header, aside: aside.rows, readable };
    const unit = { key, hashes: scan ? [scan.sha256] : [], rows: path, lines };
    const taken = await readOnce(session, unit, (own, linesOfFile) =>
      readRows(own, dataset, source, file, scan, path, linesOfFile),
    );
    await lines.readable.close();
    const report = session.files.at(-1);
    if (!report) continue;
    if (taken.form) table.parts.push({ path, file: report.id, ...taken.form });
    if (taken.hasAside) table.asideParts.push({ path: `${path}.aside`, file: report.id });
    report.seconds = (performance.now() - started) / 1000;
  }
  await aside.rows.close();
  return summed(
    table,
    session.files.filter((report) => report.dataset === name),
  );
}

/** A table's rows are those that its files are asked for: what the configuration leaves out is none. */
function summed(table: DatasetTable, reports: readonly FileReport[]): DatasetTable {
  for (const { rows, accepted, setAside, leftOut } of reports) {
    table.rows += rows - leftOut;
    table.accepted += accepted;
    table.setAside += setAside;
  }
  return table;
}

async function readRows(
  session: Session,
  dataset: Dataset,
  source: FileSource,
  file: FoundFile,
  scan: Scan | undefined,
  path: string,
  lines: FileLines,
): Promise<Outcome<Taken>> {
  const { packing } = session.options;
  const report = openReport(session, dataset.name, file.name);
  const isLarge = packing !== undefined && file.bytes >= packing.from;
  // A file that an unused column refuses is refused by the other path.
  if (isLarge && scan && unusedSetting(session) !== "error") {
    const { engine } = packing;
    const rows = (scan.plain?.lines ?? 1) - 1;
    const progress = { dataset: dataset.name, file: file.name, rows };
    if (rows > 0) session.options.onProgress?.({ ...progress, bytesRead: 0, bytesTotal: 0 });
    const first = await readPlain(session, engine, report, dataset, source, file, scan, path);
    const result = first && { form: { form: "database", first } as const, hasAside: false };
    if (result) return { result, isWhole: true, hasRows: true };
  }
  const text = isLarge ? `${path}.csv` : path;
  const kept = openLines(text);
  const readable = openReadable(lines.readable, dataset);
  const isWhole = await readFile(session, report, file, source, async (records, onBatch) => {
    const mapped = mapFile(dataset, records.header, source);
    const { match, preset, isDateFormatAssumed, usualIn, inCents } = mapped;
    report.ignoredColumns = match.ignored;
    if (preset) report.preset = preset;
    const faults = [
      ...match.faults,
      ...checkRowChoice(mapped.source, records.header),
      ...checkFillDown(source.fill_down, records.header),
    ];
    if (faults.length === 0) faults.push(...logUnused(session, report, match.unused));
    if (faults.length > 0) {
      const explained = explainHeader(dataset, records, source, faults);
      return namingMembers(dataset, file, source, explained);
    }
    const { header } = records;
    const { aside } = lines;
    lines.header.add(asideHeader(header));
    const sink = { report, log: session.log, kept, hasSource: true, header, aside, readable };
    const choice = rowChoice(mapped.source, source);
    const batches = chosenRows(records, choice, {
      onLeftOut: (count) => countLeftOut(report, count),
      isData: dataRowTest(dataset, match, mapped.source),
      onData(place) {
        const odd = dataUnderHeader(place, choice.endsWithData);
        logFaults(session, dataset.name, file.name, [odd], "warning");
      },
      isFilled: filledRowTest(dataset, match),
      onFilledFooter(place) {
        logFaults(session, dataset.name, file.name, [filledFooter(place)], "warning");
      },
    });
    const format = { ...mapped.source, isDateFormatAssumed, usualIn, inCents };
    const reader = rowReader(dataset, match, format);
    await takeRows(filledDown(batches, header, source.fill_down), reader, sink, onBatch);
    settleDayFormats(session.log.problems.filter((problem) => problem.file === report.file));
    return logDoubts(session, report, reader.doubts());
  });
  for (const written of [kept, readable]) {
    if (isWhole) await written.close();
    else await written.discard();
  }
  const hasAside = isWhole && report.setAside > 0;
  if (report.accepted === 0) return { result: { form: null, hasAside }, isWhole, hasRows: false };
  if (!isLarge) return { result: { form: { form: "text" }, hasAside }, isWhole, hasRows: true };
  await packing.engine.packRows(dataset, text, path);
  await kept.discard();
  return { result: { form: { form: "database" }, hasAside }, isWhole, hasRows: true };
}

/** Takes a file the fast way and completes its report; returns the place of its first row. */
async function readPlain(
  session: Session,
  engine: PackEngine,
  report: FileReport,
  dataset: Dataset,
  source: FileSource,
  { path, bytes }: FoundFile,
  scan: Scan,
  to: string,
): Promise<RowsPart["first"]> {
  const plain = await packPlainRows(engine, dataset, source, path, scan, to);
  if (!plain) return undefined;
  const { rows, first, unused, ...found } = plain;
  logUnused(session, report, unused);
  const known = { encoding: "utf-8", sha256: scan.sha256, bytes, rows, accepted: rows };
  Object.assign(report, { ...known, ...found });
  return first;
}
