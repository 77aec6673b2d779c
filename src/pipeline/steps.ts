import type { Problem } from "../contracts/index.ts";
import type { IntakeOptions, ProblemCount } from "../intake/index.ts";
import type {
  DatasetReport,
  MeasuredReport,
  ProblemReport,
  ReportedFile,
  ReportSummary,
} from "../report.ts";
import type { AttachedDatabase, Warehouse } from "../warehouse/index.ts";
import type { Configuration } from "./configuration.ts";

/** Who sees the warehouse on the way of a build. */
export interface Hooks {
  /** Given the rows that a build takes, with ids and names as the files have them. */
  onTaken?: (warehouse: Warehouse, reading: Reading) => Promise<void>;
  /** Given the same after they were concealed and measured. */
  onMeasured?: (warehouse: Warehouse, report: MeasuredReport) => Promise<void>;
}

export interface PipelineOptions extends Hooks {
  configuration: Configuration;
  /** Empty folder for the engine's database and the accepted rows; the caller removes it. */
  workDirectory: string;
  /** Folder that keeps what was read for the next build; absent: nothing is kept. */
  cacheDirectory?: string;
  onProgress?: IntakeOptions["onProgress"];
  /** Told when a step is done. */
  onStep?: (step: Step) => void;
  /** Milliseconds from any start. */
  now: () => number;
}

export interface Step {
  name: "read" | "check" | "measure" | "publish";
  seconds: number;
}

/** What was read, whatever came of it. */
export interface Reading {
  files: ReportedFile[];
  datasets: DatasetReport[];
  problems: Problem[];
  /** How often each check failed, beyond the problems that are kept. */
  counts: ProblemCount[];
  summary: ProblemReport;
  /** Files of rows that were set aside, as they stood in the source. */
  setAsideDirectory: string;
}

export interface Checked {
  reading: Reading;
  /** Why no site can be built from this data; absent where it can. */
  refusal?: string;
}

/** What is measured, and the databases that the warehouse of the work stands on. */
export interface Measurement<R extends ReportSummary = MeasuredReport> {
  report: R;
  attached: AttachedDatabase[];
}

export interface Measured extends Checked {
  /** Absent where the data is refused. */
  measured?: Measurement;
}

/** Runs a step and tells how long it took. */
export async function timed<T>(
  { now, onStep }: Pick<PipelineOptions, "now" | "onStep">,
  name: Step["name"],
  work: () => Promise<T>,
): Promise<T> {
  const started = now();
  const result = await work();
  onStep?.({ name, seconds: (now() - started) / 1000 });
  return result;
}
