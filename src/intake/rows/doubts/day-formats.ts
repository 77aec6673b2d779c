import type { Problem } from "../../../contracts/index.ts";
import { likelyFormats } from "../cells/dates.ts";

const checks = new Set(["not_a_date", "not_a_month", "not_a_timestamp"]);

/**
 * Says which format to declare for all days of a file, where one of them tells: 03/04/2024 may be
 * either, and 31/12/2024 beside it has the day first.
 *
 * @param problems of one file; the remedies of those that ask for date_format are made surer
 */
export function settleDayFormats(problems: readonly Problem[]): void {
  const asking = problems.filter(
    ({ check, remedy }) => checks.has(check) && remedy.startsWith("declare date_format: "),
  );
  const ofFile = commonFormats(asking);
  if (ofFile.length === 1) {
    settle(asking, `date_format: ${JSON.stringify(ofFile[0])}`);
    return;
  }
  if (ofFile.length > 1) return;
  for (const [column = "", found] of Map.groupBy(asking, (problem) => problem.column)) {
    const [format, ...rivals] = commonFormats(found);
    if (format === undefined || rivals.length > 0) continue;
    settle(found, `date_formats: { ${column}: ${JSON.stringify(format)} }`);
  }
}

/** Formats that read every one of the values. */
function commonFormats(problems: readonly Problem[]): string[] {
  const [first, ...others] = [...new Set(problems.map(({ value = "" }) => value.trim()))];
  let common = first === undefined ? [] : likelyFormats(first);
  for (const value of others) {
    const formats = likelyFormats(value);
    common = common.filter((format) => formats.includes(format));
  }
  return common;
}

function settle(problems: readonly Problem[], declaration: string): void {
  const telling = problems.find(({ value = "" }) => likelyFormats(value.trim()).length === 1);
  for (const problem of problems) {
    const isOpen = likelyFormats((problem.value ?? "").trim()).length > 1;
    const why = isOpen && telling ? `, as row ${telling.row} tells` : "";
    problem.remedy = `declare ${declaration}${why}`;
  }
}
