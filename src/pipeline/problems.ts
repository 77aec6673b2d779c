import {
  type Column,
  checkCatalogue,
  type Dashboard,
  type DatasetName,
  datasetNames,
  datasetOf,
  isShown,
  nearest,
  type Problem,
  type PublishPolicy,
  refusesFile,
} from "../contracts/index.ts";
import type { Intake, ProblemCount } from "../intake/index.ts";
import type { DatasetReport, ProblemReport } from "../report.ts";
import type { CheckOutcome } from "./table-checks.ts";

const shownPerFile = 20;

/** Problems of cells, rows and files together with those of the checks across them. */
export function gatherProblems(
  intake: Intake,
  outcomes: readonly CheckOutcome[],
  policy: PublishPolicy,
): { problems: Problem[]; counts: ProblemCount[]; summary: ProblemReport } {
  const problems = [...intake.problems, ...outcomes.flatMap((outcome) => outcome.problems)];
  const checks: ProblemCount[] = [
    ...intake.counts,
    ...outcomes.flatMap(({ check: { id, severity, dataset }, counts }) =>
      counts.map((found) => ({ check: id, severity, dataset, ...found })),
    ),
  ];
  const total = (severity: string) =>
    checks
      .filter((entry) => entry.severity === severity)
      .reduce((sum, entry) => sum + entry.count, 0);
  return {
    problems,
    counts: checks,
    summary: {
      errors: total("error"),
      warnings: total("warning"),
      checks: checks.map(({ check, severity, dataset, count }) => {
        return { check, severity, dataset, count };
      }),
      shown: firstOfEachFile(problems).map((problem) => publishable(problem, policy)),
    },
  };
}

function firstOfEachFile(problems: readonly Problem[]): Problem[] {
  const seen = new Map<string, number>();
  return problems.filter(({ file }) => {
    const count = (seen.get(file) ?? 0) + 1;
    seen.set(file, count);
    return count <= shownPerFile;
  });
}

/**
 * Ids too are masked where the policy has codes for them, and so are words of a row that may have
 * slipped from a column that is kept back: the owner finds them in reports/.
 */
function publishable(problem: Problem, policy: PublishPolicy): Problem {
  const { value } = problem;
  if (value === undefined) return problem;
  const dataset = datasetNames.find((name): name is DatasetName => name === problem.dataset);
  const named = problem.column?.split(", ") ?? [];
  const all = dataset ? datasetOf(dataset).columns : [];
  const columns = all.filter(({ name }) => named.includes(name));
  const isKeptBack = (column: Column) => dataset && !isShown(policy, dataset, column);
  const words = columns.flatMap(({ choices }) => choices ?? []);
  if (problem.isPrivate || columns.some(isKeptBack)) return masked(problem, "(private)", words);
  const isSafe = problem.row === undefined || !all.some(isKeptBack) || isHarmless(value, words);
  return isSafe ? problem : masked(problem, "(not shown)", words);
}

/** A number or a date, whatever is wrong with it, or nearly one of the column's own words. */
function isHarmless(value: string, words: readonly string[]): boolean {
  return !/[\p{L}@]/u.test(value) || nearest(value, words) !== undefined;
}

const quoted = /"(?:[^"\\]|\\.)*"/g;
/** Formats of days and signs of numbers; digits may be an id. */
const dayFormat = /^"(?:[DMYHhmsAa年月日]|[^\p{L}\p{N}])*"$/u;

/** What is expected and what to do may quote the value too, or what it seems to have been. */
function masked(problem: Problem, value: string, words: readonly string[]): Problem {
  const withoutQuotes = (text: string) =>
    text.replaceAll(quoted, (quote) =>
      dayFormat.test(quote) || words.includes(quote.slice(1, -1)) ? quote : '"…"',
    );
  return {
    ...problem,
    value,
    expected: withoutQuotes(problem.expected),
    remedy: withoutQuotes(problem.remedy),
  };
}

/** Some of them name a row: where a quote never closes, no row of the file is safe. */
export function isWholeFile({ severity, row, check }: Problem): boolean {
  return severity === "error" && (row === undefined || refusesFile(check));
}

function isConfiguration({ check }: Problem): boolean {
  return checkCatalogue.get(check)?.scope === "configuration";
}

/** Why the build must stop, or an empty text where it may go on. */
export function refusalOf(
  dashboard: Dashboard,
  datasets: readonly DatasetReport[],
  problems: readonly Problem[],
  summary: ProblemReport,
): string {
  if (summary.errors === 0) return "";
  const fields = problems.filter(isConfiguration);
  if (fields.length > 0) {
    const [{ file, column }] = fields as [Problem];
    const more = fields.length === 1 ? "" : ` and ${fields.length - 1} more`;
    return `${file} is wrong at ${column}${more}; correct it there, then the data can be read`;
  }
  const whole = problems.find(isWholeFile);
  if (dashboard.on_error === "fail") {
    const count = `${summary.errors} error${summary.errors === 1 ? "" : "s"} in the data`;
    return whole
      ? `${count}; correct them: ${unreadable(whole)}`
      : `${count}; correct the rows, or set on_error: "quarantine" to go on without them`;
  }
  if (whole && checkCatalogue.get(whole.check)?.scope === "table") {
    const fact = `${whole.dataset}: ${whole.check.replaceAll("_", " ")} is an error here`;
    return `${fact}, and there is no row to set aside`;
  }
  if (whole) return `${unreadable(whole)}; no row could be set aside`;
  const worst = datasets.find(
    ({ rows, setAside }) => rows > 0 && setAside / rows > dashboard.max_bad_share,
  );
  if (!worst) return "";
  const share = ((100 * worst.setAside) / worst.rows).toFixed(1);
  const limit = 100 * dashboard.max_bad_share;
  return `${worst.setAside} of ${worst.rows} rows of ${worst.dataset} (${share}%) are bad, more than max_bad_share allows (${limit}%)`;
}

function unreadable({ file, column, dataset }: Problem): string {
  const isConfigured = column?.startsWith(`datasets.${dataset}.`) ?? false;
  return isConfigured
    ? `the configuration of ${dataset} is wrong, so none of its files was read`
    : `${file} cannot be read as ${dataset}`;
}
