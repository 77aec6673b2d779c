import type { MetricSpec } from "../../metric.ts";
import {
  acquisitionCost,
  knownCosts,
  lagRule,
  marginFormula,
  marginRule,
  noMargin,
  ofLifetimes,
  ofMonthEnds,
} from "./rules.ts";
import { houseRule, sources } from "./vendors.ts";

const monthly = { column: "month", every: "month" } as const;
const needs = ["costs"];

/** Read from the mart of the last 12 complete months. */
const ofTheYear = { theme: "cash", mart: "unitEconomics", needs } as const;

const ownCost = "A segment without costs of its own takes the company's CAC.";
const noCac = "No marketing or sales cost, or no new customer, in the 12 months.";
const noPayback = "CAC or margin is unknown, or the margin is not above 0.";

export const acquisition: readonly MetricSpec[] = [
  {
    ...ofTheYear,
    id: "cac",
    notInputs: ofLifetimes,
    notSettings: ["ltv.formula", "margin.gross"],
    title: "Customer acquisition cost, 12 months",
    short: "CAC, 12 months",
    definition: "Marketing and sales cost of the last 12 complete months per customer won in them.",
    formula: (rules) =>
      `CAC = (${acquisitionCost(rules, "the 12 months")}) / new customers of the 12 months`,
    unit: "money",
    direction: "down",
    column: "cac",
    history: {
      mart: "headlineMetrics",
      column: "value",
      where: { metric: "cac" },
      time: monthly,
    },
    caveats: [
      ownCost,
      "New customers of months whose cost is unknown are left out.",
      lagRule,
      knownCosts,
    ],
    vendors: [],
    source: sources.skok("cost of marketing and sales / customers won"),
    unknown: noCac,
  },
  {
    id: "cac_month",
    theme: "cash",
    title: "Customer acquisition cost in the month",
    short: "CAC, month",
    definition:
      "Marketing and sales cost of the month per new customer; months without new customers pool into the next.",
    formula: (rules) =>
      `CAC = (${acquisitionCost(rules, "the month and those pooled into it")}) / new customers`,
    unit: "money",
    direction: "down",
    mart: "acquisitionCost",
    column: "cac",
    time: monthly,
    caveats: [
      "By tier or channel only where every marketing and sales cost carries it.",
      "Unknown, not 0, where no cost is recorded in the months pooled.",
      lagRule,
      knownCosts,
    ],
    vendors: [],
    source: sources.skok("cost of marketing and sales / customers won"),
    needs,
    unknown: "The month has no new customer, or no marketing or sales cost.",
  },
  {
    id: "gross_margin",
    notInputs: ofMonthEnds,
    theme: "cash",
    title: "Gross margin, 12 months",
    short: "Gross margin",
    definition: ({ grossMargin }) =>
      grossMargin === null
        ? "Share of recurring revenue of the 12 months that is left after cost of service."
        : "Share of recurring revenue that is left after cost of service, as the configuration gives it.",
    formula: marginFormula,
    unit: "share",
    direction: "up",
    mart: "grossMargin",
    column: "margin_12_months",
    time: monthly,
    caveats: [
      ({ grossMargin }) =>
        grossMargin === null
          ? "Months without a service cost are left out of both sides."
          : "For the whole company; segments are not told apart.",
    ],
    vendors: [],
    source: houseRule,
    needs,
    unknown: noMargin,
  },
  {
    ...ofTheYear,
    id: "cac_payback",
    notInputs: ofLifetimes,
    notSettings: ["ltv.formula"],
    title: "CAC payback",
    short: "CAC payback",
    definition: "Months of a new customer's margin that cover its acquisition cost.",
    formula: "CAC payback = CAC / (ARPA of new customers x gross margin)",
    unit: "months",
    direction: "down",
    column: "payback_months",
    caveats: ["Of a customer who stays: churn is not in it.", ownCost, marginRule, lagRule],
    vendors: [],
    source: houseRule,
    unknown: noPayback,
  },
];
