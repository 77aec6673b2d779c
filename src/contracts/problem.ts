export type Severity = "error" | "warning";

/** One thing that is wrong with the data, told so that the owner of the file can mend it. */
export interface Problem {
  check: string;
  severity: Severity;
  dataset: string;
  file: string;
  /** Row as a spreadsheet numbers it: the header is a row too. Absent: the whole file. */
  row?: number;
  /** Line of the file; later than the row where cells hold line breaks. */
  line?: number;
  column?: string;
  /** Raw value as the file has it; absent where a row lacks it. */
  value?: string;
  /** Set where the column is private: the value stays on this machine. */
  isPrivate?: boolean;
  expected: string;
  remedy: string;
}
