import type { MetricSettings } from "../../runner.ts";

const days = (count: number) => `${count} ${count === 1 ? "day" : "days"}`;
const percent = (share: number) => `${Number((100 * share).toFixed(4))}%`;

/** "within 30 days", and what no grace means. */
export const withinGrace = ({ graceDays }: MetricSettings) =>
  graceDays === 0 ? "without a gap" : `within ${days(graceDays)}`;

export const pastGrace = ({ graceDays }: MetricSettings) =>
  graceDays === 0 ? "over" : `over for ${days(graceDays)}`;

/** What a gap between two terms of one account is. */
export const gapRule = ({ graceDays }: MetricSettings) =>
  graceDays === 0
    ? "Any gap between two terms is churn, and the next start is reactivation."
    : `A gap of up to ${days(graceDays)} is no churn, so its end is no reactivation.`;

export const churnDay = ({ churnDated }: MetricSettings) =>
  churnDated === "term_end"
    ? "Churn is dated on the day after the last line ended, not when notice was given."
    : "Churn is dated on the day of the notice where one was given, not at the end of the term.";

export const sameMonth = ({ churnSameMonth }: MetricSettings) =>
  churnSameMonth === "counts"
    ? "Who signs up and leaves within one month counts as new and as churned."
    : "Who signs up and leaves within one month counts neither as new nor as churned; who comes back from that is new.";

export const newcomers = ({ churnDenominator }: MetricSettings) =>
  churnDenominator === "opening"
    ? "Newcomers of the month never enter, even when they leave in it; not annualised: never raise it to the 12th power."
    : "Who comes in the month is in the base, and counts as lost when leaving in it; not annualised: never raise it to the 12th power.";

export const cameBack = ({ retentionReactivation }: MetricSettings) =>
  retentionReactivation === "kept"
    ? "Accounts that came back within the 12 months count as kept."
    : "Accounts that left and came back within the 12 months count as lost.";

export const endRule = ({ endIs }: MetricSettings) =>
  endIs === "inclusive"
    ? "The end that a contract line names is its last day of service."
    : "The end that a contract line names is the first day without service.";

const months = (count: number) => `${count} ${count === 1 ? "month" : "months"}`;

/** When the cost was spent that won the customers of `then`. */
export const acquisitionCost = ({ cacLagMonths }: MetricSettings, then: string) =>
  cacLagMonths === 0
    ? `marketing + sales cost of ${then}`
    : `marketing + sales cost of ${months(cacLagMonths)} before ${then}`;

export const lagRule = ({ cacLagMonths }: MetricSettings) =>
  cacLagMonths === 0
    ? undefined
    : `Costs are held against the customers won ${months(cacLagMonths)} later.`;

export const marginRule = ({ grossMargin }: MetricSettings) =>
  grossMargin === null
    ? "The gross margin is measured from cost of service."
    : `The gross margin is the configured ${percent(grossMargin)}, not measured.`;

export const marginFormula = ({ grossMargin }: MetricSettings) =>
  grossMargin === null
    ? "Gross margin = 1 - cost of service / recurring revenue"
    : `Gross margin = ${percent(grossMargin)}, the configured figure`;

export const cashRule = ({ cashBasis }: MetricSettings) =>
  cashBasis === "revenue"
    ? "Revenue basis: a month's MRR is paid at its start."
    : "Cash basis: a payment counts when it is billed.";

export const extrapolation = ({ ltvFormula }: MetricSettings) =>
  ltvFormula === "survival"
    ? "After the curve's last age the last survival is held to the horizon, which flatters."
    : "Takes churn to be the same at every age, which it rarely is.";

export const lateEntry = ({ dataFrom }: MetricSettings) =>
  dataFrom === null
    ? undefined
    : `Accounts live before ${dataFrom} enter at the age they had then.`;

/** Of who came and left before the data is complete nothing is known. */
export const knownCosts = ({ dataFrom }: MetricSettings) =>
  dataFrom === null
    ? undefined
    : `Of the customers won before ${dataFrom} only those who stayed are known: what was spent to win them is left out.`;

export const knownCash = ({ dataFrom }: MetricSettings) =>
  dataFrom === null
    ? "From the first month with recurring revenue, what was spent before included; its lowest point is the cash that growth needed."
    : `From the month of ${dataFrom}, what came and went before left out; its lowest point is the cash that growth needed.`;

/** Scores of detractors: "0-6", or "1-6" where 0 is no score. */
export const detractors = ({ npsLowest }: MetricSettings) => `${npsLowest}-6`;

export const eligible = ({ npsEligibleDays }: MetricSettings) =>
  `Accounts that were customers for ${days(npsEligibleDays)} and more at the answer.`;

export const youngerThan = ({ npsEligibleDays }: MetricSettings) => days(npsEligibleDays);

/** Fields of the rates that unit economics take no part of. */
export const ofRates = ["churn.contraction", "quick_ratio.reactivation"] as const;

/** Table that tells who is new from who comes back, which is one to whoever leaves. */
export const ofEntries = ["stg_first_spans"] as const;

/** Tables that move nothing at the ends of months: who comes and goes within one is in none. */
export const ofMonthEnds = ["stg_brief_spans", ...ofEntries] as const;

/** Tables of unit economics that neither CAC nor margin stand on. */
export const ofLifetimes = ["churn_rates", "stg_expected_months", "stg_lifetime_payments"] as const;

export const noMargin = "No service cost in the 12 months, and no margin in the configuration.";
