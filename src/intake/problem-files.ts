import { type Problem, refusesFile } from "../contracts/index.ts";
import { csvLine, spreadsheetLine } from "../shared/spreadsheet.ts";
import type { FileReport } from "./file-report.ts";
import { keptPerCheck, type ProblemCount } from "./problem-log.ts";
import { formatProblem, type ProblemFormat } from "./problem-report.ts";

const columns = [
  "file",
  "row",
  "line",
  "column",
  "value",
  "expected",
  "remedy",
  "check",
  "severity",
  "dataset",
  "consequence",
] as const;

export interface ProblemFiles extends ProblemFormat {
  /** How often each check failed; where more than the kept problems, a row says how many more. */
  counts?: readonly ProblemCount[];
  /** What became of each file: how many rows a refused one holds. */
  files?: readonly FileReport[];
}

/** All problems as CSV with a header, for a spreadsheet. */
export function problemsCsv(problems: readonly Problem[], options: ProblemFiles = {}): string {
  const lines = problems.map((problem) => {
    const told = { ...toldProblem(problem, options), consequence: consequenceOf(problem, options) };
    return spreadsheetLine(columns.map((column) => String(told[column] ?? "")));
  });
  const rest = (options.counts ?? []).filter(({ count }) => count > keptPerCheck);
  const more = rest.map(({ file, check, severity, dataset, count }) => {
    const expected = `${count - keptPerCheck} more rows fail this check and are not listed`;
    const known = [check, severity, dataset, consequenceOf({ file, check, severity, row: 0 }, {})];
    return spreadsheetLine([file, "", "", "", "", expected, "", ...known]);
  });
  const told = new Set(problems.map(({ file }) => file));
  const untold = (options.files ?? []).filter(({ file, refusal }) => refusal && !told.has(file));
  const refused = untold.map(({ file, dataset, refusal }) => {
    const problem = { file, check: refusal?.check ?? "", severity: "error" } as const;
    const known = [problem.check, "error", dataset, consequenceOf(problem, options)];
    const remedy = `correct the configuration of ${dataset}; its fault is told beside`;
    return spreadsheetLine([file, "", "", "", "", "", remedy, ...known]);
  });
  return [csvLine(columns), ...lines, ...more, ...refused].join("");
}

/** The same as JSON, with the rows of every file and how often each check failed. */
export function problemsJson(
  problems: readonly Problem[],
  files: readonly FileReport[],
  options: ProblemFiles = {},
): string {
  const report = {
    files: files.map(toldFile),
    counts: options.counts ?? [],
    problems: problems.map((problem) => ({
      message: formatProblem(problem, options),
      ...toldProblem(problem, options),
      consequence: consequenceOf(problem, { files }),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** rows_in_file = rows_read + rows_set_aside + rows_left_out, or the rows cannot be counted: null. */
function toldFile({ file, dataset, rows, accepted, setAside, leftOut, refusal }: FileReport) {
  const isCounted = refusal?.isCounted ?? true;
  return {
    file,
    dataset,
    state: refusal ? "refused" : "read",
    rows_in_file: isCounted ? rows : null,
    rows_read: accepted,
    rows_set_aside: isCounted ? setAside : null,
    rows_left_out: isCounted ? leftOut : null,
    ...(refusal?.lines === undefined ? {} : { lines_in_file: refusal.lines }),
  };
}

/** What a problem does: to the file, to its row, or to nothing. */
function consequenceOf(
  { file, check, severity, row }: Pick<Problem, "file" | "check" | "severity" | "row">,
  { files = [] }: Pick<ProblemFiles, "files">,
): string {
  if (severity === "warning") return "none: read all the same";
  const report = files.find((found) => found.file === file);
  if (refusesFile(check)) {
    const rows = report?.refusal?.isCounted ? ` of ${report.rows}` : "";
    return `file refused: no row taken${rows}`;
  }
  if (report?.refusal) return "none of its own: the file is refused";
  return row === undefined ? "build stopped" : "row set aside";
}

function toldProblem(problem: Problem, { published }: ProblemFormat): Problem {
  const isHidden = published === true && problem.isPrivate === true;
  return isHidden && problem.value !== undefined ? { ...problem, value: "(private)" } : problem;
}
