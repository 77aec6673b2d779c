import type { MetricSpec } from "../../metric.ts";
import { cashRule, marginRule, ofLifetimes } from "./rules.ts";
import { houseRule, sources } from "./vendors.ts";

const needs = ["costs"];
const known = { theme: "cash", mart: "leftBeforePayback", needs } as const;

/** Tables of the modelled customer, beside those that were measured. */
const ofModel = ["survival_curve", "unit_economics"];

export const payback: readonly MetricSpec[] = [
  {
    ...known,
    id: "break_even_month",
    notInputs: [...ofLifetimes, "survival_curve"],
    notSettings: ["cash.basis", "ltv.formula"],
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
    notInputs: ofLifetimes,
    notSettings: ["cash.basis", "ltv.formula", "survival.unit"],
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
    notInputs: ofModel,
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
    notInputs: ofModel,
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
    title: "Payback age of a cohort",
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
];
