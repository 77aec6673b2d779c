import type { Dashboard, DatasetName, Problem } from "../contracts/index.ts";
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
  /** Folder for canonical files and rows set aside; those of an earlier run are replaced. */
  workDirectory: string;
  engine: RawEngine;
  onProgress?: (event: IntakeProgress) => void;
}

/** What datasets made by sql need of the engine; the warehouse implements it. */
export interface RawEngine {
  loadRaw(table: string, header: readonly string[], path: string): Promise<void>;
  select(sql: string): AsyncIterable<{ columns: string[]; rows: (string | null)[][] }>;
}

export interface DatasetTable {
  dataset: DatasetName;
  /** Canonical files, for the warehouse to load. */
  paths: string[];
  rows: number;
  accepted: number;
  setAside: number;
  /** What could be read of the rows set aside; see openReadable. */
  asidePaths: string[];
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
