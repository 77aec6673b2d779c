export type { FileReport, Refusal } from "./file-report.ts";
export { draftMapping, type MappingDraft } from "./mapping/index.ts";
export type { Intake, IntakeOptions, IntakeProgress, PackEngine, RawEngine } from "./options.ts";
export { problemsCsv, problemsJson } from "./problem-files.ts";
export type { ProblemCount } from "./problem-log.ts";
export { formatProblem, renderProblems } from "./problem-report.ts";
export { readDatasets } from "./read-datasets.ts";
