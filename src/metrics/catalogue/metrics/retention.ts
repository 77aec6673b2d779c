import type { MetricSpec } from "../../metric.ts";
import {
  cameBack,
  churnDay,
  gapRule,
  newcomers,
  ofEntries,
  ofMonthEnds,
  sameMonth,
} from "./rules.ts";
import { houseRule, sources, vendorRules } from "./vendors.ts";

const monthly = { column: "month", every: "month" } as const;
const noOpening = "There was no customer at the start of the month.";
const noYear = "There was no customer 12 months before.";
const mrrNewcomers =
  "MRR of newcomers never enters; not annualised: never raise it to the 12th power.";
const rates = "Each end is at its own month's exchange rates, so movement by rates is inside.";

export const retention: readonly MetricSpec[] = [
  {
    id: "nrr",
    notInputs: ofMonthEnds,
    theme: "retention",
    title: "Net revenue retention",
    short: "NRR",
    definition: "MRR of the accounts that had MRR 12 months ago, as a share of what it was then.",
    formula:
      "NRR = sum of MRR(t) / sum of MRR(t - 12 months), over accounts with MRR(t - 12 months)",
    unit: "share",
    direction: "up",
    mart: "netRevenueRetention",
    column: "nrr",
    time: monthly,
    caveats: [cameBack, gapRule, rates],
    vendors: vendorRules.nrrOffsets,
    source: houseRule,
    unknown: noYear,
  },
  {
    id: "grr",
    notInputs: ofMonthEnds,
    theme: "retention",
    title: "Gross revenue retention",
    short: "GRR",
    definition: "NRR with every account capped at its MRR of 12 months ago, so at most 100%.",
    formula:
      "GRR = sum of min(MRR(t), MRR(t - 12 months)) / sum of MRR(t - 12 months), over the same accounts",
    unit: "share",
    direction: "up",
    mart: "netRevenueRetention",
    column: "grr",
    time: monthly,
    caveats: [cameBack, gapRule, rates],
    vendors: [],
    source: houseRule,
    unknown: noYear,
  },
  {
    id: "churn",
    notInputs: ofMonthEnds,
    theme: "retention",
    title: "Customer churn, 12 months",
    short: "Churn, 12 months",
    definition: "Of the customers of 12 months ago, the share that is gone.",
    formula:
      "Churn = (X - Y) / X, X = customers 12 months ago, Y = those of them that are customers",
    unit: "share",
    direction: "down",
    mart: "netRevenueRetention",
    column: "annual_logo_churn",
    time: monthly,
    caveats: ["Newcomers never enter.", cameBack, gapRule],
    vendors: [...vendorRules.logoDenominator, ...vendorRules.gap],
    source: sources.chartmogul("customers lost in the period / customers at its start"),
    unknown: noYear,
  },
  {
    id: "logo_churn",
    notSettings: ["churn.contraction", "quick_ratio.reactivation"],
    theme: "retention",
    title: "Customer churn in the month",
    short: "Churn, month",
    definition: ({ churnDenominator }) =>
      churnDenominator === "opening"
        ? "Of the customers at the start of the month, the share that left in it."
        : "Of the customers at the start of the month and all who came in it, the share that left in it.",
    formula: ({ churnDenominator }) =>
      churnDenominator === "opening"
        ? "Churn = opening customers that churned / opening customers"
        : "Churn = customers that churned / (opening customers + new + reactivated)",
    unit: "share",
    direction: "down",
    mart: "churnRates",
    column: "logo_churn",
    notInputs: ofEntries,
    time: monthly,
    caveats: [newcomers, gapRule, churnDay],
    vendors: [...vendorRules.logoDenominator, ...vendorRules.gap, ...vendorRules.churnDay],
    source: sources.chartmogul("customers lost in the period / customers at its start"),
    unknown: noOpening,
  },
  {
    id: "gross_mrr_churn",
    notInputs: ofMonthEnds,
    notSettings: ["churn.denominator", "quick_ratio.reactivation"],
    theme: "retention",
    title: "Gross MRR churn in the month",
    short: "Gross MRR churn",
    definition: ({ churnContraction }) =>
      churnContraction === "counts"
        ? "Of the MRR at the start of the month, the share lost in it by churn and contraction."
        : "Of the MRR at the start of the month, the share lost in it by churn, without contraction.",
    formula: ({ churnContraction }) =>
      churnContraction === "counts"
        ? "Gross MRR churn = (churned MRR of opening customers + contraction) / opening MRR"
        : "Gross MRR churn = churned MRR of opening customers / opening MRR",
    unit: "share",
    direction: "down",
    mart: "churnRates",
    column: "gross_mrr_churn",
    time: monthly,
    caveats: [mrrNewcomers, gapRule, churnDay],
    vendors: [...vendorRules.grossMrrChurn, ...vendorRules.gap, ...vendorRules.churnDay],
    source: houseRule,
    unknown: noOpening,
  },
  {
    id: "quick_ratio",
    notSettings: ["churn.denominator", "churn.contraction"],
    theme: "retention",
    title: "Quick ratio",
    short: "Quick ratio",
    definition: ({ quickRatioReactivation }) =>
      quickRatioReactivation === "counts"
        ? "MRR that came in during the month per unit of MRR that went out."
        : "MRR that new and growing customers brought in the month per unit of MRR that went out.",
    formula: ({ quickRatioReactivation }) =>
      quickRatioReactivation === "counts"
        ? "Quick ratio = (new + expansion + reactivation) / (contraction + churn)"
        : "Quick ratio = (new + expansion) / (contraction + churn)",
    unit: "ratio",
    direction: "up",
    mart: "churnRates",
    column: "quick_ratio",
    time: monthly,
    caveats: [
      "Not defined in a month that lost nothing.",
      "Jumps from month to month where few customers move.",
      sameMonth,
    ],
    vendors: [...vendorRules.quickRatio, ...vendorRules.sameMonth],
    source: houseRule,
    unknown: "Nothing was lost in the month, so there is nothing to divide by.",
  },
];
