import { defineMart } from "../mart.ts";

const survival = {
  dimension: "text",
  segment: "text",
  age: "count",
  at_risk: "count",
  events: "count",
  censored: "count",
  hazard: "ratio",
  survival: "ratio",
  standard_error: "ratio?",
  lower: "ratio?",
  upper: "ratio?",
} as const;

export const accountLifetimes = defineMart({
  name: "account_lifetimes",
  title: "Lifetime of every account",
  definition:
    "First MRR, first churn and completed months between them; accounts still live are censored at the as-of day.",
  unit: "months",
  caveat: "Accounts live before data_from enter at the age they had then.",
  // No figure shows them; cohort_accounts has what the pages list.
  reported: "false",
  columns: {
    account_id: "text",
    started_on: "day",
    churned_on: "day?",
    age_months: "count",
    entry_age_months: "count",
    is_churned: "flag",
  },
});

export const survivalCurve = defineMart({
  name: "survival_curve",
  title: "Churn curve (Kaplan-Meier)",
  definition:
    "Probability of still being a customer after so many completed months, with censoring, 95% log-log Greenwood band and numbers at risk.",
  unit: "share of customers",
  caveat:
    "Age 0 is the first month: survival is 1 there unless a customer left before completing it. At equal ages churn comes before censoring. Accounts older than data_from are at risk from the month of age after the one they had then.",
  columns: survival,
});

export const survivalCurveByDay = defineMart({
  name: "survival_curve_by_day",
  title: "Churn curve by day (Kaplan-Meier)",
  definition:
    "Probability of still being a customer after so many days, with censoring, 95% log-log Greenwood band and numbers at risk.",
  unit: "share of customers",
  caveat:
    "Filled where survival.unit is day. Between two rows the survival of the earlier one holds. Accounts live before data_from are at risk from the day of age after the one they had then.",
  columns: survival,
});

export const survivalSummary = defineMart({
  name: "survival_summary",
  title: "Median lifetime",
  definition:
    "Smallest age at which survival is at most a half, or the midpoint to the age at which it falls below exactly a half; null = not reached.",
  unit: "months",
  caveat:
    "The median in days is known where survival.unit is day; customers and events are then those seen by day.",
  columns: {
    dimension: "text",
    segment: "text",
    customers: "count",
    events: "count",
    median_months: "ratio?",
    median_days: "ratio?",
    last_age: "count",
  },
});

export const survivalComparison = defineMart({
  name: "survival_comparison",
  title: "Do two segments churn differently?",
  definition:
    "Log-rank test of every two segments of a dimension; p values, and the same corrected after Holm within the dimension.",
  unit: "chi-square on 1 degree of freedom",
  caveat:
    "By completed months of age, or by days where survival.unit is day. A page that shows some of the segments corrects among those.",
  columns: {
    dimension: "text",
    segment: "text",
    other_segment: "text",
    observed: "count",
    expected: "ratio",
    variance: "ratio",
    chi_square: "ratio?",
    p_value: "ratio?",
    holm_p_value: "ratio?",
  },
});

export const survivalDifferences = defineMart({
  name: "survival_differences",
  title: "Do the segments of a dimension churn differently?",
  definition:
    "Log-rank test of all segments of a dimension at once; p value, and the same corrected after Holm over the dimensions.",
  unit: "chi-square on segments - 1 degrees of freedom",
  caveat:
    "Segments that nobody could have left are not compared. By completed months of age, or by days where survival.unit is day.",
  columns: {
    dimension: "text",
    segments: "count",
    degrees_of_freedom: "count",
    chi_square: "ratio",
    p_value: "ratio",
    holm_p_value: "ratio",
  },
});

export const segmentDifferences = defineMart({
  name: "segment_differences",
  title: "Segments that churn differently",
  definition:
    "Dimensions, and pairs of segments of one dimension, that log-rank tests compare, and those of them with a p value below 5% after Holm's correction.",
  unit: "count",
  caveat:
    "Dimensions are corrected among each other, pairs within their dimension. Where no two segments can be compared, how many differ is unknown.",
  columns: {
    dimensions: "count",
    differing_dimensions: "count?",
    pairs: "count",
    differing_pairs: "count?",
  },
});

export const renewalRates = defineMart({
  name: "renewal_rates",
  title: "Renewal rates",
  definition:
    "Of the terms that ended in a period: the share followed by another within the grace (by count), the ARR kept of theirs (by amount, pure), and the ARR renewed with all that was bought more (by amount, with expansion).",
  unit: "share of what ended",
  caveat:
    "A renewal event is an account and the end of a term: its recurring lines that end within the grace of each other. It belongs to the period of its last day. Renewed ARR is that of its lines that start within the grace before or after the end; lines that run on are in neither side, and of lines that follow each other within the grace the first counts. Events not yet past the grace are open, in neither side. A period is complete when none can be open any more.",
  columns: {
    dimension: "text",
    segment: "text",
    unit: "text",
    period: "day",
    is_complete: "flag",
    ended: "count",
    renewed: "count",
    open_events: "count",
    expiring_arr: "money",
    renewed_arr: "money",
    kept_arr: "money",
    open_arr: "money",
    renewal_rate: "ratio?",
    pure_rate: "ratio?",
    expanded_rate: "ratio?",
  },
});
