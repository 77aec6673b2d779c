import type { Dashboard, Dataset, DatasetName, Problem } from "../contracts/index.ts";
import type { CacheOptions } from "./cache/store.ts";
import type { FileReport } from "./file-report.ts";
import type { ProblemCount } from "./problem-log.ts";

export interface IntakeProgress {
  /** Dataset, or `raw: <table>`. */
  dataset: string;
  file: string;
  rows: number;
  bytesRead: number;
  bytesTotal: number;
}

export interface IntakeOptions {
  config: Dashboard;
  /** Folder of the configuration; the paths in it are relative to it. */
  directory: string;
  /** Name of the configuration in messages; dashboard.config.ts when absent. */
  configFile?: string;
  /** Folder for canonical files and rows set aside; those of an earlier run are replaced. */
  workDirectory: string;
  engine: RawEngine;
  /** Takes large files into databases of their own; absent: every file comes as canonical text. */
  packing?: Packing;
  /** Keeps what was read for the next build; absent: every file is read. */
  cache?: CacheOptions;
  onProgress?: (event: IntakeProgress) => void;
}

/** What datasets made by sql need of the engine; the warehouse implements it. */
export interface RawEngine {
  loadRaw(table: string, header: readonly string[], path: string): Promise<void>;
  select(sql: string): AsyncIterable<{ columns: string[]; rows: (string | null)[][] }>;
}

export interface Packing {
  engine: PackEngine;
  /** Bytes from which a file is worth a database of its own. */
  from: number;
}

/** What large files need of the engine; the warehouse implements it. */
export interface PackEngine {
  /** Loads a canonical file, typed, into a new database with one table `rows`. */
  packRows(dataset: Dataset, from: string, to: string): Promise<void>;
  /** The different values of each cell that a column reads, blank as "". */
  valuesOf(file: PlainFile): AsyncIterable<readonly { cell: number; value: string }[]>;
  /** As packRows, straight from the user's file and without the places; returns the count of rows. */
  packPlain(dataset: Dataset, file: PlainFile, to: string): Promise<number>;
}

/** A file of UTF-8 lines with as many cells each, none quoted. */
export interface PlainFile {
  path: string;
  delimiter: string;
  lineBreak: "\n" | "\r\n";
  /** Lines up to the end of the header. */
  skip: number;
  /** Cells of each line. */
  width: number;
  /** By column of the dataset: the cell it is read from, or -1. */
  cells: readonly number[];
  /** By column of the dataset: its value where no cell is read; "" = blank. */
  constants: readonly string[];
}

/** The accepted rows of one file, for the warehouse to load. */
export interface RowsPart {
  path: string;
  /** Number of the file's report. */
  file: number;
  /** Canonical text (row, line, then the columns), or a database with one table `rows`. */
  form: "text" | "database";
  /** Place of the first row where the table holds none: the others follow line by line. */
  first?: { row: number; line: number };
}

/** The rows of one file that were set aside, for the warehouse to load. */
export type AsidePart = Pick<RowsPart, "path" | "file">;

export interface DatasetTable {
  dataset: DatasetName;
  parts: RowsPart[];
  rows: number;
  accepted: number;
  setAside: number;
  /** What could be read of the rows set aside; see openReadable. */
  asideParts: AsidePart[];
}

export interface Intake {
  /** One of every dataset in the configuration, in the order of the contracts. */
  tables: DatasetTable[];
  files: FileReport[];
  /**
   * At most 1,000 for each file and check. One without a row is of the whole file (or of the
   * configuration): none of the file's rows were accepted, and the build cannot go on.
   */
  problems: Problem[];
  /** How many there were of each check, beyond those kept too. */
  counts: ProblemCount[];
}
