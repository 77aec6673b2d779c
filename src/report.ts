import { readFile } from "node:fs/promises";
import type { Dashboard, Problem, Reference } from "./contracts/index.ts";
import type { FileReport } from "./intake/index.ts";
import type { Marts } from "./metrics/index.ts";

/** Rows of one dataset, over all its files. */
export interface DatasetReport {
  dataset: string;
  grain: string;
  /** What an absent dataset would light up. */
  lights: string;
  isPresent: boolean;
  rows: number;
  accepted: number;
  setAside: number;
  firstDay: string | null;
  lastDay: string | null;
}

export interface ProblemReport {
  errors: number;
  warnings: number;
  /** How often each check was tripped. */
  checks: { check: string; severity: string; dataset: string; count: number }[];
  /** The first of each file; values of private columns are masked. */
  shown: Problem[];
}

/** Everything the pages know. Plain data: it travels as JSON from the pipeline to the pages. */
export interface Report {
  company: Dashboard["company"];
  asOf: { day: string; source: string };
  /** Newest month of which every day is known; figures compare these. */
  lastMonth: string;
  definitions: Omit<Dashboard, "company" | "datasets" | "raw">;
  datasets: DatasetReport[];
  files: FileReport[];
  problems: ProblemReport;
  /** One hash over every file read, short enough to print. */
  inputHash: string;
  marts: Marts;
  /** SQL of every mart, by its table's name. */
  sql: Readonly<Record<string, string>>;
  /** What a configuration and the files may hold. */
  reference: Reference;
}

/** Environment variable that names the report file of the running build. */
export const reportVariable = "HOURGLASS_REPORT";

let loaded: Promise<Report> | undefined;

/**
 * The pages' only door to the data: the report that the pipeline wrote for this build, read once.
 *
 * @throws when no pipeline ran before: pages cannot be built by Astro alone.
 */
export function loadReport(): Promise<Report> {
  loaded ??= readReport();
  return loaded;
}

async function readReport(): Promise<Report> {
  const path = process.env[reportVariable];
  if (!path) throw new Error("no report to draw; run `npm run build`, which reads the data first");
  return JSON.parse(await readFile(path, "utf8")) as Report;
}
