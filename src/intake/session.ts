import { type CheckSetting, checkCatalogue, type Problem, settingOf } from "../contracts/index.ts";
import type { Cache } from "./cache/store.ts";
import { countLeftOut, type FileReport, newFileReport, refuse } from "./file-report.ts";
import type { FoundFile, FoundFiles } from "./found/files.ts";
import type { IntakeOptions } from "./options.ts";
import { type Scan, scanFile, stampOf } from "./plain/scan.ts";
import type { ProblemLog } from "./problem-log.ts";
import { oddRows } from "./rows/odd-rows.ts";
import { countLines, countRows } from "./rows/refused-rows.ts";
import { openBytes } from "./text/bytes.ts";
import { decodeText } from "./text/decode.ts";
import type { Encoding } from "./text/decode-with.ts";
import { withLineFeeds } from "./text/line-breaks.ts";
import { openRecords, type ReadingOptions, type RecordTable } from "./text/records.ts";
import { type Fault, faultOf, UnreadableFile } from "./unreadable.ts";

/** One run of the intake. */
export interface Session {
  options: IntakeOptions;
  log: ProblemLog;
  files: FileReport[];
  /** Number of the first of these files. */
  firstId: number;
  cache?: Cache | undefined;
}

export function openReport(session: Session, dataset: string, file: string): FileReport {
  const report = newFileReport(session.firstId + session.files.length, dataset, file);
  session.files.push(report);
  return report;
}

/** Logs what is wrong with a whole file, or with the configuration; a warning says what was passed over. */
export function logFaults(
  session: Session,
  dataset: string,
  file: string,
  faults: readonly Fault[],
  severity: Problem["severity"] = "error",
): void {
  for (const fault of faults) session.log.add({ ...fault, severity, dataset, file });
}

/**
 * Logs columns that are not used as the configuration wants it.
 * @returns what of them refuses the file.
 */
export function logUnused(
  session: Session,
  { dataset, file }: FileReport,
  unused: readonly Fault[],
): readonly Fault[] {
  const setting = unusedSetting(session);
  if (setting === "error") return unused;
  if (setting === "warning") logFaults(session, dataset, file, unused, "warning");
  return [];
}

export function unusedSetting({ options }: Session): CheckSetting {
  const check = checkCatalogue.get("unused_column");
  return check ? settingOf(check, options.config.checks) : "warning";
}

/**
 * Logs what is doubtful of a file's cells taken together.
 * @returns what of it refuses the file.
 */
export function logDoubts(
  session: Session,
  { dataset, file }: FileReport,
  doubts: readonly Fault[],
): readonly Fault[] {
  const isWarning = ({ check }: Fault) => checkCatalogue.get(check)?.severity === "warning";
  logFaults(session, dataset, file, doubts.filter(isWarning), "warning");
  return doubts.filter((doubt) => !isWarning(doubt));
}

const isNoFile = new Set(["missing_file", "no_file_matches"]);

/** Logs what was not found; what is there and cannot be opened is listed as a refused file. */
export function logUnfound(session: Session, dataset: string, { faults }: FoundFiles): void {
  for (const { name, fault, severity } of faults) {
    logFaults(session, dataset, name, [fault], severity);
    if (severity === "error" && !isNoFile.has(fault.check))
      refuse(openReport(session, dataset, name), fault.check);
  }
}

/** Undefined where the file cannot be read to its end: reading it then says why. */
export async function scanned(
  { options }: Session,
  dataset: string,
  found: FoundFile,
): Promise<Scan | undefined> {
  const { name: file, bytes: bytesTotal } = found;
  return scanFile(found, (bytesRead) => {
    options.onProgress?.({ dataset, file, rows: 0, bytesRead, bytesTotal });
  }).catch(() => undefined);
}

type Consume = (table: RecordTable, onBatch: () => void) => Promise<readonly Fault[]>;

export type FileReading = ReadingOptions & {
  encoding?: Encoding | undefined;
};

/**
 * Opens a file, hands its records to `consume` and completes its report. A file with a fault is
 * refused: what it holds is counted all the same.
 * @returns whether it was read to its end; where not, the log says why.
 */
export async function readFile(
  session: Session,
  report: FileReport,
  found: FoundFile,
  reading: FileReading,
  consume: Consume,
): Promise<boolean> {
  const { dataset, file } = report;
  const { faults, rows } = await attempt(session, report, found, reading, consume);
  logFaults(session, dataset, file, faults);
  const [first] = faults;
  if (first) await refuseFile(report, found, first.check, rows);
  return first === undefined;
}

/** Lists a file that is refused for the configuration's fault, which is logged there. */
export async function refuseUnread(
  session: Session,
  dataset: string,
  found: FoundFile,
  reading: FileReading,
  check: string,
): Promise<void> {
  const report = openReport(session, dataset, found.name);
  const { rows } = await attempt(session, report, found, reading, async () => [
    { ...unread, check },
  ]);
  await refuseFile(report, found, check, rows);
}

const unread = { expected: "", remedy: "" };

interface Attempt {
  faults: readonly Fault[];
  /** Rows of a file that was refused before any was read, where they can be counted. */
  rows?: number;
}

async function attempt(
  session: Session,
  report: FileReport,
  found: FoundFile,
  reading: FileReading,
  consume: Consume,
): Promise<Attempt> {
  const started = performance.now();
  const { dataset, file } = report;
  const bytes = openBytes(found);
  const onBatch = () => {
    const progress = { dataset, file, rows: report.rows };
    session.options.onProgress?.({ ...progress, bytesRead: bytes.read, bytesTotal: found.bytes });
  };
  const outcome: Attempt = { faults: [] };
  try {
    const stamp = await stampOf(found.path);
    const decoded = await decodeText(bytes.chunks, reading.encoding);
    report.encoding = decoded.encoding;
    const table = await openRecords(withLineFeeds(decoded.text), reading);
    report.delimiter = table.delimiter;
    report.headerLine = table.headerLine;
    outcome.faults = await consume(table, onBatch);
    const isRead = outcome.faults.length === 0;
    if (isRead && (await stampOf(found.path)) !== stamp) throw changed();
    const rowsLeft = isRead ? 0 : await countRows(table);
    const { blank, drawn } = table.oddities;
    countLeftOut(report, blank.count + drawn.count);
    if (isRead) logFaults(session, dataset, file, oddRows(table), "warning");
    else outcome.rows = report.rows + rowsLeft;
    report.encoding = decoded.encoding;
    report.isEncodingDetected = decoded.isDetected;
    report.sha256 = await bytes.sha256();
  } catch (error) {
    outcome.faults = [...outcome.faults, faultOf(error, found.path)];
    report.sha256 = await bytes.sha256().catch(() => "");
  }
  report.bytes = found.bytes;
  report.seconds = (performance.now() - started) / 1000;
  return outcome;
}

/** Its last row may be cut in the midst of a number. */
function changed(): UnreadableFile {
  return new UnreadableFile({
    check: "unreadable_file",
    value: "it was written to meanwhile",
    expected: "the same file from its first row to its last",
    remedy: "wait until the export is finished, and run again",
  });
}

async function refuseFile(
  report: FileReport,
  found: FoundFile,
  check: string,
  rows: number | undefined,
): Promise<void> {
  const lines = rows ?? (await countLines(found, check, report.encoding));
  refuse(report, check, rows, rows === undefined ? lines : undefined);
}
