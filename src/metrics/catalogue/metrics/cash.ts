import type { MetricSpec } from "../../metric.ts";
import { cashRule, knownCash, marginRule, noMargin, ofMonthEnds } from "./rules.ts";
import { sources } from "./vendors.ts";

const monthly = { column: "month", every: "month" } as const;
const needs = ["costs"];

export const cash: readonly MetricSpec[] = [
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
    notInputs: ofMonthEnds,
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
      knownCash,
      "Cost counts in the month in which it is spent, whomever it wins later.",
      "Margin is that of the newest 12 months throughout; a month without a cost row counts as one without spending.",
    ],
    vendors: [],
    source: sources.skok("the cash trough of a company that wins 2, 5 or 10 customers a month"),
    needs,
    unknown: noMargin,
  },
];
