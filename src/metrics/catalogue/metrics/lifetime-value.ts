import type { MetricSpec } from "../../metric.ts";
import type { MetricSettings } from "../../runner.ts";
import { extrapolation, marginRule, ofEntries, ofRates } from "./rules.ts";
import { houseRule, sources, vendorRules } from "./vendors.ts";

/** Read from the mart of the last 12 complete months. */
const ofTheYear = {
  theme: "cash",
  direction: "up",
  mart: "unitEconomics",
  needs: ["costs"],
  vendors: vendorRules.lifetimeValue,
} as const;

const ofPaid = {
  notInputs: [
    "churn_rates",
    "stg_acquisition_year",
    "stg_expected_months",
    "stg_profile_movements",
    "stg_renewable_ends",
    "stg_segment_costs",
  ],
  notSettings: ["churn.grace_days", "data_from", "ltv.formula", "margin.gross"],
} as const;

const marginOfFormula = (rules: MetricSettings) =>
  rules.ltvFormula === "survival" ? marginRule(rules) : undefined;

export const lifetimeValue: readonly MetricSpec[] = [
  {
    ...ofTheYear,
    id: "ltv",
    notInputs: ["stg_acquisition_year", "stg_lifetime_payments", ...ofEntries],
    notSettings: [...ofRates, "survival.unit"],
    title: "Lifetime value, expected",
    short: "LTV, expected",
    definition: ({ ltvFormula, ltvHorizonMonths }) =>
      ltvFormula === "survival"
        ? `Margin that a customer is expected to bring within ${ltvHorizonMonths} ${ltvHorizonMonths === 1 ? "month" : "months"}.`
        : "Revenue that a customer is expected to bring until it leaves, without margin.",
    formula: ({ ltvFormula }) =>
      ({
        survival: "LTV = ARPA x gross margin x expected months (area under the churn curve)",
        trailing_churn: "LTV = ARPA / mean logo churn of the 6 months before",
        churn: "LTV = ARPA / logo churn of the month",
      })[ltvFormula],
    unit: "money",
    column: "ltv_expected",
    caveats: [extrapolation, marginOfFormula],
    source: houseRule,
    unknown: ({ ltvFormula }) =>
      ltvFormula === "survival"
        ? "No service cost in the 12 months, and no margin in the configuration."
        : "Nobody left in the time that the formula looks at.",
  },
  {
    ...ofTheYear,
    id: "ltv_cac",
    notInputs: ["stg_lifetime_payments"],
    notSettings: [...ofRates, "survival.unit"],
    title: "LTV to CAC",
    short: "LTV:CAC",
    definition: "Expected lifetime value per unit of acquisition cost.",
    formula: "LTV:CAC = LTV expected / CAC of the last 12 complete months",
    unit: "ratio",
    column: "ltv_cac",
    caveats: [
      extrapolation,
      "A segment without costs of its own takes the company's CAC.",
      marginOfFormula,
    ],
    source: sources.skok("LTV should be more than 3 x CAC"),
    unknown: "LTV or CAC is unknown.",
  },
  {
    ...ofTheYear,
    id: "ltv_paid",
    ...ofPaid,
    title: "Lifetime value, paid to date",
    short: "LTV, paid",
    definition: "What a customer ever won has paid so far, on average, one-off lines included.",
    formula: "LTV paid = payments up to the newest day / customers ever won",
    unit: "money",
    column: "ltv_paid",
    needs: [],
    caveats: ["Before any cost; young customers pull it down."],
    source: "House rule: lifetime value as it has been paid, nothing expected in it.",
    unknown: "No customer yet.",
  },
  {
    ...ofTheYear,
    id: "ltv_paid_with_referrals",
    ...ofPaid,
    title: "Lifetime value, paid to date with referrals",
    short: "LTV, paid with referrals",
    definition: "LTV paid to date plus what the accounts that the customer referred have paid.",
    formula:
      "LTV with referrals = (payments of the customers + of accounts they referred) / customers ever won",
    unit: "money",
    column: "ltv_paid_with_referrals",
    needs: [],
    caveats: ["Equals LTV paid where accounts names no referrer (referred_by)."],
    source:
      "House rule, after Kumar, Petersen and Leone (2007), How Valuable Is Word of Mouth?, Harvard Business Review: a customer is also worth those it refers.",
    unknown: "No customer yet.",
  },
  {
    ...ofTheYear,
    id: "ltv_simple",
    notInputs: [
      "stg_acquisition_year",
      "stg_expected_months",
      "stg_lifetime_payments",
      ...ofEntries,
    ],
    notSettings: [...ofRates, "ltv.formula"],
    title: "Lifetime value, simple formula",
    short: "LTV, simple",
    definition: "Margin per customer divided by monthly churn, as a cross-check only.",
    formula: "LTV simple = ARPA x gross margin / monthly churn of the last 12 complete months",
    unit: "money",
    column: "ltv_simple",
    caveats: ["Takes churn to be the same at every age, which it rarely is.", marginRule],
    source: "A formula in common use.",
    unknown: "Nobody left in the 12 months, or the margin is unknown.",
  },
];
