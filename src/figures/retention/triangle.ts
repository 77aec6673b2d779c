import { quotientOfTotals, rowCount, total, totalMoney } from "../../shared/query/index.ts";
import { ask } from "../ask.ts";
import type { View } from "../view.ts";

const unit = "quarter";

/** Ages that are drawn: every third month. */
const age = { multipleOf: 3 } as const;

/** Quarterly cohorts, how many they are, and all of them together. */
export function askTriangle(view: View) {
  const { report } = view;
  return {
    cells: ask(report, "cohortRetention", {
      columns: [
        "unit",
        "cohort",
        "age",
        "size",
        "reached",
        "live",
        "start_mrr",
        "mrr",
        "logo_retention",
        "revenue_retention",
        "is_complete",
      ],
      where: { unit, age },
      order: ["cohort", "age"],
    }),
    pooled: askPooled(view),
    cohorts: ask(report, "cohortRetention", {
      computed: { cohorts: rowCount(), customers: total("size") },
      where: { unit, age: 0 },
    }),
  };
}

/**
 * All cohorts together at each age: sums over the complete cells, so that a customer counts as one
 * and a cohort that has not reached the age counts for nothing.
 */
export function askPooled({ report }: View) {
  return ask(report, "cohortRetention", {
    columns: ["unit", "age", "is_complete"],
    computed: {
      customers: total("size"),
      reached_age: total("reached"),
      live_customers: total("live"),
      mrr_at_start: totalMoney("start_mrr"),
      mrr_then: totalMoney("mrr"),
      logo_retained: quotientOfTotals("live", "reached"),
      revenue_retained: quotientOfTotals("mrr", "start_mrr"),
    },
    where: { unit, age, is_complete: true },
    order: ["age"],
  });
}
