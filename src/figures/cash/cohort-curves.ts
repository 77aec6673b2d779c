import type { CashSeries } from "../../charts/index.ts";
import { type Answer, ask } from "../ask.ts";
import { isCompany, type View } from "../view.ts";

/** More of them cannot be told apart over the modelled curves. */
const mostCohorts = 3;
/** Months that every customer of a cohort must have been followed. */
const fewestMonths = 12;

/** Measured cash of the newest quarterly cohorts that are a year old, each up to its youngest customer's age. */
export function cohortCurves(view: View): {
  series: CashSeries[];
  queries: Answer<{ age: number; cumulative_cash: number }>[];
  chosen: ReturnType<typeof askCohorts>[];
} {
  const chosen = isCompany(view) ? [askCohorts(view)] : [];
  const cohorts = chosen.flatMap(({ rows }) => rows).toReversed();
  const answers = cohorts.map(({ cohort }) => ({ cohort, ...askCohort(view, cohort) }));
  return {
    series: answers.map(({ cohort, rows }) => ({
      name: view.format.quarterLabel(cohort),
      kind: "cohort",
      points: rows.map((row) => ({ month: row.age, cash: row.cumulative_cash })),
    })),
    queries: answers,
    chosen,
  };
}

/** The newest cohorts of which every customer has been followed for a year, newest first. */
function askCohorts({ report }: View) {
  return ask(report, "cohortPayback", {
    columns: ["cohort", "customers", "reached_age"],
    where: { reached_age: { above: fewestMonths - 1 } },
    order: [{ descending: "cohort" }],
    limit: mostCohorts,
  });
}

/** @param cohort first day of its quarter */
function askCohort({ report }: View, cohort: string) {
  const quarter = Math.ceil(Number(cohort.slice(5, 7)) / 3);
  return ask(report, "customerCash", {
    columns: ["age", "cumulative_cash"],
    where: { dimension: "cohort", segment: `${cohort.slice(0, 4)}-Q${quarter}` },
    order: ["age"],
  });
}
