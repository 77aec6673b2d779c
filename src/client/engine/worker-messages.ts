/** What the engine's worker is told by its name. */
export interface WorkerSetup {
  /** Address of the packed engine. */
  engine: string;
  version: string;
  /** Address of DuckDB's own code, where that does not stand in the same script. */
  script?: string;
}

/** What our part of the worker tells the page, beside what DuckDB's does. */
export type Told =
  | { isAwake: true }
  | { bytes: number; all: number | undefined }
  | { failed: string };

export const workerMark = "hourglass";
