export type { FileReport } from "./file-report.ts";
export type {
  DatasetTable,
  Intake,
  IntakeOptions,
  IntakeProgress,
  RawEngine,
} from "./options.ts";
export type { ProblemCount } from "./problem-log.ts";
export {
  formatProblem,
  type ProblemFormat,
  type ProblemList,
  problemsCsv,
  renderProblems,
} from "./problem-report.ts";
export { readDatasets } from "./read-datasets.ts";
