import type { PresetName } from "../contracts/index.ts";

/** What was read from one file, and how. */
export interface FileReport {
  /** Number that the loaded rows carry as source_file. */
  id: number;
  /** Dataset, or `raw: <table>`. */
  dataset: string;
  /**
   * Path relative to the configuration, with `/`; `archive.zip/member.csv` within a zip archive;
   * `sql of <dataset>` for the result of a select.
   */
  file: string;
  /** Bytes on the disk, those of a zip's member unpacked; 0 for sql. */
  bytes: number;
  /** SHA-256 of the same bytes, as hex; of the statement for sql. */
  sha256: string;
  encoding: string;
  /** The file is not UTF-8 and declares nothing: its bytes told the encoding. */
  isEncodingDetected: boolean;
  delimiter: string;
  /** Line of the file that is its header; 0 for sql, and where none was found. */
  headerLine: number;
  /** Lines without any sign are no rows, nor is the header: accepted + setAside + leftOut, always. */
  rows: number;
  accepted: number;
  /** Of a file that is refused: all of them. */
  setAside: number;
  /** Rows that extra_header_rows, leave_out or footer of the source passes over, and those of no data. */
  leftOut: number;
  /** Set where the file is refused as a whole: none of its rows were taken. */
  refusal?: Refusal;
  /** Known export the file was read as. */
  preset?: PresetUse;
  ignoredColumns: string[];
  seconds: number;
}

export interface Refusal {
  /** The check that failed; a problem of the file, or of the configuration, says more. */
  check: string;
  /** Whether `rows` counts the file; where its rows end cannot be told otherwise, and `rows` is 0. */
  isCounted: boolean;
  /** Lines of the file, the header's too; absent where it is no text, or cannot be opened. */
  lines?: number;
}

export interface PresetUse {
  name: PresetName;
  /** Such as "Stripe subscriptions". */
  title: string;
  /** Found by the header, not named in the configuration. */
  isRecognised: boolean;
  /** How sure we are of the export's spellings and meanings. */
  certainty: "sure" | "likely" | "unsure";
  /** What its reader should know of it. */
  caveat: string;
}

export function countLeftOut(report: FileReport, count: number): void {
  report.leftOut += count;
  report.rows += count;
}

/** @param rows all rows of the file, where they can be counted */
export function refuse(report: FileReport, check: string, rows?: number, lines?: number): void {
  const isCounted = rows !== undefined;
  Object.assign(report, { rows: rows ?? 0, accepted: 0, setAside: rows ?? 0, leftOut: 0 });
  report.refusal = { check, isCounted, ...(lines === undefined ? {} : { lines }) };
}

export function newFileReport(id: number, dataset: string, file: string): FileReport {
  const counts = {
    bytes: 0,
    rows: 0,
    accepted: 0,
    setAside: 0,
    leftOut: 0,
    seconds: 0,
    headerLine: 0,
  };
  const found = { sha256: "", encoding: "", delimiter: "", ignoredColumns: [] };
  return { id, dataset, file, ...counts, ...found, isEncodingDetected: false };
}
