import { defineMart } from "../mart.ts";

export const headlineMetrics = defineMart({
  name: "headline_metrics",
  title: "Headline metrics by month",
  definition:
    "The values of the overview for the whole company at every complete month: nrr, grr, arr, tcv (12 months), ltv (expected), cac (12 months), churn (12 months, customers), ltv_cac, nps (latest wave by then).",
  unit: "each metric's own",
  caveat:
    "ltv and ltv_cac are known for the newest month only; nrr, grr and churn from the 13th month of data on, tcv from the 12th; nps from the last answer of its wave on.",
  columns: { metric: "text", month: "day", value: "ratio?" },
});

export const goalAttainment = defineMart({
  name: "goal_attainment",
  title: "Targets",
  definition:
    "Target of each metric in the period that holds the newest complete month; the shortest such period wins. NPS is held against the goal of its own half-year.",
  unit: "each metric's own",
  caveat:
    "Periods are 2025, 2025-H1, 2025-Q3 or 2025-09; metric ids in any case (NRR = nrr). churn and cac are met at or below the target, the others at or above it.",
  columns: {
    metric: "text",
    period: "text",
    period_end: "day",
    target: "ratio",
    value: "ratio?",
    is_met: "flag?",
  },
});

export const goalForecasts = defineMart({
  name: "goal_forecasts",
  title: "Targets with forecasts",
  definition:
    "Every target whose period holds the newest complete month, what is attained of it, and where the metric is expected at the end of the period: ARR at the mean pace of the last six months, tcv, nrr, grr, churn and cac where they are.",
  unit: "each metric's own",
  caveat:
    "forecast_low and forecast_high hold the end in 4 of 5 cases if the next months vary as the last six did; the forecast has the digits that the range bears. outlook: ahead or behind where the whole range is on one side of the target, else open. No forecast where the period is over, before seven months are known, of ltv and ltv_cac, whose past is not kept, and of nps, which its next wave decides.",
  columns: {
    metric: "text",
    period: "text",
    period_end: "day",
    target: "ratio",
    value: "ratio?",
    is_met: "flag?",
    attainment: "ratio?",
    months_left: "count",
    forecast: "ratio?",
    forecast_low: "ratio?",
    forecast_high: "ratio?",
    forecast_attainment: "ratio?",
    outlook: "text?",
  },
});

export const metricAlerts = defineMart({
  name: "metric_alerts",
  title: "Changes beyond the usual range",
  definition:
    "Change of each headline metric in the newest complete month against the usual range of up to 36 monthly changes before it: their median +- 3 x 1.4826 x their median absolute deviation.",
  unit: "each metric's own; a share of the month before where is_relative",
  caveat:
    "No range from fewer than 12 earlier changes, nor where most of them were the same. The rule is that of C. Leys and others, Journal of Experimental Social Psychology 49 (2013). Of changes that follow a normal distribution 1 in 25 is outside by chance where 12 are known, 1 in 90 where 36 are. The whole company only: in segments of few customers whole months without a change are usual, and the rule would cry wolf.",
  columns: {
    metric: "text",
    month: "day",
    value: "ratio?",
    previous: "ratio?",
    is_relative: "flag",
    change: "ratio?",
    usual_low: "ratio?",
    usual_high: "ratio?",
    earlier_changes: "count",
    is_unusual: "flag?",
  },
});
