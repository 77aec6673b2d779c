import { checkCatalogue, type Problem } from "../contracts/index.ts";
import type { ProblemCount } from "./problem-log.ts";

export interface ProblemFormat {
  /** Replaces the values of private columns by `(private)`. */
  published?: boolean;
}

const longestValue = 80;

/**
 * One problem in one line: place, fact, what was expected, what to do. The line of the file stands
 * there only where it is not the row.
 */
export function formatProblem(problem: Problem, format: ProblemFormat = {}): string {
  const fact = `${placeOf(problem)}: ${formatFact(problem, format)}`;
  const parts = [fact, `expected ${problem.expected}`, problem.remedy];
  return visible(parts.filter(Boolean).join("; "));
}

/** Signs without a shape, and those that turn the direction of the text around them. */
const shapeless = /[\p{Cc}\p{Zl}\p{Zp}\u00a0\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** The same text with each such sign as its number: \x81, \u202e. */
function visible(text: string): string {
  return text.replaceAll(shapeless, (sign) => {
    const number = sign.charCodeAt(0).toString(16);
    return number.length <= 2 ? `\\x${number.padStart(2, "0")}` : `\\u${number.padStart(4, "0")}`;
  });
}

function placeOf({ file, row, line, column }: Problem): string {
  const ofResult = file.startsWith("sql of ") ? " of the result" : "";
  const rowText = row === undefined ? "" : ` row ${row}${ofResult}`;
  const lineText = line === undefined || line === row ? "" : ` (line ${line})`;
  return `${file}${rowText}${lineText}${column === undefined ? "" : `, ${column}`}`;
}

/** The fact alone, such as `"2024-13-01" is not a date`. */
export function formatFact(
  problem: Pick<Problem, "check" | "value" | "isPrivate">,
  format: ProblemFormat = {},
): string {
  const { check, value, isPrivate } = problem;
  const isHidden = format.published === true && isPrivate === true;
  const bare = isHidden ? "(private)" : (value ?? "");
  const quoted = isHidden || value === undefined ? bare : quotedValue(value);
  const known = checkCatalogue.get(check)?.fact;
  if (known !== undefined) {
    return known.replace("{value}", () => quoted).replace("{text}", () => bare);
  }
  const words = check.replaceAll("_", " ");
  return value === undefined ? words : `${quoted}: ${words}`;
}

function quotedValue(value: string): string {
  const short = value.length > longestValue ? `${value.slice(0, longestValue)}…` : value;
  return JSON.stringify(short);
}

export interface ProblemList extends ProblemFormat {
  /** Problems printed of each file; the rest is counted. */
  perFile: number;
  /** Counts of the intake, where problems beyond those kept were found. */
  counts?: readonly ProblemCount[];
}

/** The first problems of each file, a line each, and how many more there are. */
export function renderProblems(problems: readonly Problem[], list: ProblemList): string {
  const byFile = Map.groupBy(problems, (problem) => problem.file);
  const lines: string[] = [];
  for (const [file, found] of byFile) {
    for (const problem of found.slice(0, list.perFile)) lines.push(formatProblem(problem, list));
    const ofFile = list.counts?.filter((count) => count.file === file) ?? [];
    const counted = ofFile.reduce((sum, { count }) => sum + count, 0);
    const rest = Math.max(found.length, counted) - Math.min(found.length, list.perFile);
    if (rest > 0) lines.push(`${file}: ${rest} more ${rest === 1 ? "problem" : "problems"}`);
  }
  return lines.join("\n");
}
