import type { Problem } from "../contracts/index.ts";
import type { Cache } from "./cache/store.ts";
import { type FileReport, newFileReport } from "./file-report.ts";
import type { FoundFile } from "./files.ts";
import type { IntakeOptions } from "./options.ts";
import { type Scan, scanFile } from "./plain/scan.ts";
import type { ProblemLog } from "./problem-log.ts";
import { oddRows } from "./rows/odd-rows.ts";
import { openBytes } from "./text/bytes.ts";
import { decodeText, type Encoding } from "./text/decode.ts";
import { withLineFeeds } from "./text/line-breaks.ts";
import { openRecords, type ReadingOptions, type RecordTable } from "./text/records.ts";
import { type Fault, faultOf } from "./unreadable.ts";

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

/**
 * Opens a file, hands its records to `consume` and completes its report.
 * @returns whether it was read to its end; where not, the log says why.
 */
export async function readFile(
  session: Session,
  report: FileReport,
  found: FoundFile,
  reading: ReadingOptions & { encoding?: Encoding | undefined },
  consume: Consume,
): Promise<boolean> {
  const started = performance.now();
  const { dataset, file } = report;
  const bytes = openBytes(found);
  const onBatch = () => {
    const progress = { dataset, file, rows: report.rows };
    session.options.onProgress?.({ ...progress, bytesRead: bytes.read, bytesTotal: found.bytes });
  };
  let faults: readonly Fault[];
  try {
    const decoded = await decodeText(bytes.chunks, reading.encoding);
    report.encoding = decoded.encoding;
    const table = await openRecords(withLineFeeds(decoded.text), reading);
    report.delimiter = table.delimiter;
    faults = await consume(table, onBatch);
    if (faults.length === 0) logFaults(session, dataset, file, oddRows(table), "warning");
    report.encoding = decoded.encoding;
    report.isEncodingDetected = decoded.isDetected;
    report.sha256 = await bytes.sha256();
  } catch (error) {
    faults = [faultOf(error, found.path)];
    report.sha256 = await bytes.sha256().catch(() => "");
  }
  logFaults(session, dataset, file, faults);
  report.bytes = found.bytes;
  report.seconds = (performance.now() - started) / 1000;
  return faults.length === 0;
}
