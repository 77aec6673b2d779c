export type { CacheOptions } from "./cache/store.ts";
export type { FileReport, Refusal } from "./file-report.ts";
export { draftMapping, type MappingDraft } from "./mapping/index.ts";
export type {
  DatasetTable,
  Intake,
  IntakeOptions,
  IntakeProgress,
  PackEngine,
  PlainFile,
  RawEngine,
  RowsPart,
} from "./options.ts";
export { problemsCsv, problemsJson } from "./problem-files.ts";
export type { ProblemCount } from "./problem-log.ts";
export {
  formatProblem,
  type ProblemFormat,
  type ProblemList,
  renderProblems,
} from "./problem-report.ts";
export { readDatasets } from "./read-datasets.ts";
