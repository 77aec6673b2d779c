import type { MetricSpec } from "../../metric.ts";
import {
  acquisitionCost,
  cashRule,
  lagRule,
  marginFormula,
  marginRule,
  ofMonthEnds,
  ofPayback,
} from "./rules.ts";
import { houseRule, sources } from "./vendors.ts";

const monthly = { column: "month", every: "month" } as const;
const needs = ["costs"];

/** Read from the mart of the last 12 complete months. */
const ofTheYear = { theme: "cash", mart: "unitEconomics", needs } as const;
const known = { theme: "cash", mart: "leftBeforePayback", needs } as const;

const ownCost = "A segment without costs of its own takes the company's CAC.";
const noCac = "No marketing or sales cost, or no new customer, in the 12 months.";
const noMargin = "No service cost in the 12 months, and no margin in the configuration.";
const noPayback = "CAC or margin is unknown, or the margin is not above 0.";
export const cash: readonly MetricSpec[] = [
  {
    ...ofTheYear,
    id: "cac",
    notSettings: [...ofPayback, "margin.gross"],
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
    caveats: [ownCost, "New customers of months whose cost is unknown are left out.", lagRule],
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
    ],
    vendors: [],
    source: sources.skok("cost of marketing and sales / customers won"),
    needs,
    unknown: "The month has no new customer, or no marketing or sales cost.",
  },
  {
    id: "gross_margin",
    notSettings: ofMonthEnds,
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
    notSettings: ofPayback,
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
  {
    ...known,
    id: "break_even_month",
    notSettings: [...ofPayback, "cash.basis"],
    title: "Break-even month",
    short: "Break-even",
    definition:
      "First month of age in which the margin of a customer who stays is above its acquisition cost.",
    formula: "Smallest whole k with k x ARPA of new customers x gross margin > CAC",
    unit: "months",
    direction: "down",
    column: "break_even_month",
    caveats: [
      "Modelled: CAC is spent in month 0, the first payment comes in month 1.",
      "Searched up to month 120.",
      marginRule,
    ],
    vendors: [],
    source: sources.skok("cumulative cash of one customer crosses 0 at its break-even month"),
    unknown: "CAC or margin is unknown, or the margin does not cover CAC within 120 months.",
  },
  {
    ...known,
    id: "lost_by_break_even",
    notSettings: [...ofPayback, "cash.basis"],
    title: "Lost by the break-even month",
    short: "Lost by break-even",
    definition: "Share of customers that is gone before the payment of the break-even month.",
    formula: "Lost = 1 - S(break-even month - 1), S = churn curve of Kaplan and Meier",
    unit: "share",
    direction: "down",
    column: "lost_by_break_even",
    caveats: ["Unknown where the churn curve ends before the break-even month."],
    vendors: [],
    source: `House rule, on the curve of ${sources.skok("months to recover the cost of acquisition")}`,
    unknown: "The break-even month is unknown, or the churn curve ends before it.",
  },
  {
    ...known,
    id: "left_before_payback",
    notSettings: ofPayback,
    title: "Left before paying back",
    short: "Left before payback",
    definition:
      "Share of all customers ever won that churned before their margin covered their acquisition cost.",
    formula:
      "Left before = customers that churned with cumulative margin < CAC / customers of known CAC",
    unit: "share",
    direction: "down",
    column: "left_before_share",
    caveats: [
      "Young customers are in the denominator, so it can only rise as they age.",
      "Those who came back later had left all the same.",
      cashRule,
      marginRule,
    ],
    vendors: [],
    source: `House rule, on the curve of ${sources.skok("months to recover the cost of acquisition")}`,
    unknown:
      "No customer's acquisition cost is known, or the margin of the newest 12 months is not.",
  },
  {
    ...known,
    id: "unrecovered_cac",
    notSettings: ofPayback,
    title: "Acquisition cost not recovered",
    short: "CAC not recovered",
    definition: "Acquisition cost of customers that left before paying back, less what they paid.",
    formula: "Not recovered = sum of max(CAC - cumulative margin, 0) of churned customers",
    unit: "money",
    direction: "down",
    column: "unrecovered_cac",
    caveats: ["Since the first customer of known cost, not of a year.", cashRule, marginRule],
    vendors: [],
    source: houseRule,
    unknown:
      "No customer's acquisition cost is known, or the margin of the newest 12 months is not.",
  },
  {
    id: "cohort_payback",
    theme: "cash",
    title: "Payback age by cohort",
    short: "Payback by cohort",
    definition:
      "First month of age in which the average customer of a quarter's cohort has paid back its acquisition cost.",
    formula: "Smallest age with average cumulative margin of the cohort > its average CAC",
    unit: "months",
    direction: "down",
    mart: "cohortPayback",
    column: "payback_age",
    time: { column: "cohort", every: "quarter" },
    caveats: [
      "Of the newest cohort that has paid back; those that have not yet are unknown and may take longer.",
      "Those who left stay in the average.",
      cashRule,
      marginRule,
    ],
    vendors: [],
    source: houseRule,
    needs,
    unknown: "No cohort has paid back yet.",
  },
  {
    id: "customer_cash_24",
    theme: "cash",
    title: "Cash from one customer after 24 months",
    short: "Cash of a customer, 24 months",
    definition:
      "Average over customers of cumulative margin less acquisition cost, 24 months after their start.",
    formula: "Cash(24) = sum of (margin of the first 24 months of age - CAC) / customers",
    unit: "money",
    direction: "up",
    mart: "customerCash",
    column: "cumulative_cash",
    where: { age: 24 },
    caveats: [
      "Of customers that started 24 months ago and earlier; those who left stay in the average.",
      cashRule,
      "Margin is that of the newest 12 months throughout.",
      marginRule,
    ],
    vendors: [],
    source: sources.skok("cumulative cash of one customer, from minus its acquisition cost on"),
    needs,
    unknown:
      "No customer of known cost started 24 months ago or earlier, or the margin of the newest 12 months is unknown.",
  },
  {
    id: "fleet_cash",
    notSettings: ofMonthEnds,
    theme: "cash",
    title: "Cash from all customers",
    short: "Cash, all customers",
    definition:
      "Cumulative margin of all customers less marketing and sales cost, up to the month.",
    formula: "Cash = sum over the months of (MRR x gross margin - marketing and sales cost)",
    unit: "money",
    direction: "up",
    mart: "fleetCash",
    column: "cumulative_cash",
    time: monthly,
    caveats: [
      "From the first month with recurring revenue, what was spent before included; its lowest point is the cash that growth needed.",
      "Cost counts in the month in which it is spent, whomever it wins later.",
      "Margin is that of the newest 12 months throughout; a month without a cost row counts as one without spending.",
    ],
    vendors: [],
    source: sources.skok("the cash trough of a company that wins 2, 5 or 10 customers a month"),
    needs,
    unknown: noMargin,
  },
];
