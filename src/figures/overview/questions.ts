import { distance, growth, onDay } from "../../shared/query/index.ts";
import type { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import { rowsOf, type View } from "../view.ts";

export type Metric = keyof typeof say.headline;

/** Headline metrics of the newest complete month and of a year before, their history, and their targets. */
export function askHeadlines({ report }: View, metrics: readonly Metric[]) {
  const { lastMonth } = report;
  const order = { by: "metric", as: metrics } as const;
  return {
    values: ask(report, "headlineMetrics", {
      columns: ["metric"],
      computed: {
        value_now: onDay("value", "month", lastMonth),
        value_year_ago: onDay("value", "month", yearBefore(lastMonth)),
        growth: growth("value_now", "value_year_ago"),
        difference: distance("value_now", "value_year_ago"),
      },
      where: { metric: metrics },
      order: [order],
    }),
    goals: ask(report, "goalAttainment", {
      columns: ["metric", "period", "period_end", "target", "is_met"],
      computed: { gap: distance("value", "target") },
      where: { metric: metrics },
      order: [order],
    }),
    history: ask(report, "headlineMetrics", {
      columns: ["metric", "month", "value"],
      where: { metric: metrics, value: { isNull: false } },
      order: [order, "month"],
    }),
  };
}

/** The two newest waves that have a score, the newest first. */
export function askWaves({ report, scope }: View) {
  return ask(report, "npsByWave", {
    columns: ["wave_label", "nps", "previous_nps", "change", "is_change"],
    where: { ...rowsOf(scope), nps: { isNull: false } },
    order: [{ descending: "wave" }],
    limit: 2,
  });
}

/** A stock of the whole company in the newest complete month, and how it grew in a year. */
export function askGrowth({ report, scope }: View) {
  return ask(report, "recurringRevenue", {
    computed: {
      customers_now: onDay("customers", "month", report.lastMonth),
      arr_now: onDay("arr", "month", report.lastMonth),
      arr_year_ago: onDay("arr", "month", yearBefore(report.lastMonth)),
      growth: growth("arr_now", "arr_year_ago"),
    },
    where: rowsOf(scope),
  });
}

export function yearBefore(month: string): string {
  return `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
}
