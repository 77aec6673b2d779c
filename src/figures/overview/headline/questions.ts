import { distance, growth, onDay } from "../../../shared/query/index.ts";
import type { say } from "../../../text/index.ts";
import { ask, type Shown } from "../../ask.ts";
import { isCompany, rowsOf, type View } from "../../view.ts";
import { yearBefore } from "../year.ts";
import { askSegmentHeadlines } from "./of-segment.ts";

export type Metric = keyof typeof say.headline;

/** Values of headline metrics, with their past and their targets. */
export interface HeadlineAnswers {
  values: { metric: string; value_now: number | null; value_year_ago: number | null }[];
  history: { metric: string; month: string; value: number | null }[];
  goals: {
    metric: string;
    period: string;
    period_end: string;
    target: number;
    is_met: boolean | null;
  }[];
  queries: readonly Shown[];
}

/** Of a segment they are read where the headlines of the whole company are made; targets are the company's. */
export function askHeadlines(view: View, metrics: readonly Metric[]): HeadlineAnswers {
  return isCompany(view) ? askCompanyHeadlines(view, metrics) : askSegmentHeadlines(view, metrics);
}

/** Headline metrics of the newest complete month and of a year before, their history, and their targets. */
function askCompanyHeadlines({ report }: View, metrics: readonly Metric[]): HeadlineAnswers {
  const { lastMonth } = report;
  const order = { by: "metric", as: metrics } as const;
  const values = ask(report, "headlineMetrics", {
    columns: ["metric"],
    computed: {
      value_now: onDay("value", "month", lastMonth),
      value_year_ago: onDay("value", "month", yearBefore(lastMonth)),
      growth: growth("value_now", "value_year_ago"),
      difference: distance("value_now", "value_year_ago"),
    },
    where: { metric: metrics },
    order: [order],
  });
  const goals = ask(report, "goalAttainment", {
    columns: ["metric", "period", "period_end", "target", "is_met"],
    computed: { gap: distance("value", "target") },
    where: { metric: metrics },
    order: [order],
  });
  const history = ask(report, "headlineMetrics", {
    columns: ["metric", "month", "value"],
    where: { metric: metrics, value: { isNull: false } },
    order: [order, "month"],
  });
  return {
    values: values.rows,
    goals: goals.rows,
    history: history.rows,
    queries: [values, goals, history],
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
