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
  /** Rows that are not blank, the header left out. */
  rows: number;
  accepted: number;
  setAside: number;
  /** Rows that leave_out or footer of the source passes over; not among `rows`. */
  leftOut: number;
  /** Known export the file was read as. */
  preset?: PresetUse;
  ignoredColumns: string[];
  seconds: number;
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

export function newFileReport(id: number, dataset: string, file: string): FileReport {
  const counts = { bytes: 0, rows: 0, accepted: 0, setAside: 0, leftOut: 0, seconds: 0 };
  const found = { sha256: "", encoding: "", delimiter: "", ignoredColumns: [] };
  return { id, dataset, file, ...counts, ...found, isEncodingDetected: false };
}
