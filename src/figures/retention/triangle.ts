import {
  quotient,
  quotientOfTotals,
  rowCount,
  total,
  totalMoney,
} from "../../shared/query/index.ts";
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
        "live_before",
        "start_mrr",
        "mrr",
        "mrr_before",
        "logo_retention",
        "revenue_retention",
        "is_complete",
      ],
      computed: {
        live_of_before: quotient("live", "live_before"),
        mrr_of_before: quotient("mrr", "mrr_before"),
      },
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
