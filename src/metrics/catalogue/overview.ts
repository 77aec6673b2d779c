import { defineMart } from "../mart.ts";

export const headlineMetrics = defineMart({
  name: "headline_metrics",
  title: "Headline metrics by month",
  definition:
    "The values of the overview for the whole company at every complete month: nrr, grr, arr, tcv (12 months), ltv (expected), cac (12 months), churn (12 months, customers), ltv_cac, nps (latest wave by then).",
  unit: "each metric's own",
  grain: "metric and complete month",
  inputs: ["accounts", "contracts", "costs", "fx", "surveys"],
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
  grain: "metric",
  inputs: ["accounts", "contracts", "costs", "fx", "surveys", "goals"],
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
