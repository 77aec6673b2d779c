import type { Report } from "../../report.ts";
import {
  type AnswerRow,
  type Question,
  quotient,
  quotientOfTotals,
  rowCount,
  total,
  totalMoney,
} from "../../shared/query/index.ts";
import { type Answer, ask } from "../ask.ts";
import { inPeriod, rowsOf, type View } from "../view.ts";

const unit = "quarter";

/** Ages that are drawn: every third month. */
const age = { multipleOf: 3 } as const;

type Cell = Report["marts"]["cohortRetention"][number];

/** Cohorts of the whole company and of the segments are two marts with the same columns. */
function askCohorts<C extends keyof Cell & string = never, N extends string = never>(
  { report, scope, period }: View,
  question: Question<Cell, C, N>,
): Answer<AnswerRow<Cell, C, N>> {
  const where = { ...question.where, ...inPeriod(period, "cohort") };
  if (scope.dimension === "all") return ask(report, "cohortRetention", { ...question, where });
  return ask(report, "cohortRetentionBySegment", {
    ...question,
    where: { ...rowsOf(scope), ...where },
  });
}

/** What is asked of each cell. */
export const cellColumns = [
  "unit",
  "cohort",
  "age",
  "size",
  "reached",
  "live",
  "live_before",
  "start_mrr",
  "mrr",
  "mrr_before",
  "logo_retention",
  "revenue_retention",
  "is_complete",
] as const;

/** Quarterly cohorts, how many they are, and all of them together. */
export function askTriangle(view: View) {
  return {
    cells: askCohorts(view, {
      columns: cellColumns,
      computed: {
        live_of_before: quotient("live", "live_before"),
        mrr_of_before: quotient("mrr", "mrr_before"),
      },
      where: { unit, age },
      order: ["cohort", "age"],
    }),
    pooled: askPooled(view),
    cohorts: askCohorts(view, {
      computed: { cohorts: rowCount(), customers: total("size") },
      where: { unit, age: 0 },
    }),
  };
}

/**
 * All cohorts together at each age: sums over the complete cells, so that a customer counts as one
 * and a cohort that has not reached the age counts for nothing.
 */
export function askPooled(view: View) {
  return askCohorts(view, {
    columns: ["unit", "age", "is_complete"],
    computed: {
      customers: total("size"),
      reached_age: total("reached"),
      live_customers: total("live"),
      live_earlier: total("live_before"),
      mrr_at_start: totalMoney("start_mrr"),
      mrr_then: totalMoney("mrr"),
      mrr_earlier: totalMoney("mrr_before"),
      logo_retained: quotientOfTotals("live", "reached"),
      revenue_retained: quotientOfTotals("mrr", "start_mrr"),
      live_of_earlier: quotientOfTotals("live", "live_before"),
      mrr_of_earlier: quotientOfTotals("mrr", "mrr_before"),
    },
    where: { unit, age, is_complete: true },
    order: ["age"],
  });
}
