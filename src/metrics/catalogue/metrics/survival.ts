import type { MetricSpec } from "../../metric.ts";
import type { MetricSettings } from "../../runner.ts";
import { gapRule, lateEntry } from "./rules.ts";
import { houseRule, vendorRules } from "./vendors.ts";

/** The age at which the triangles and curves are told as one number. */
const year = 12;

const ofCohort = {
  where: { unit: "quarter", age: year, is_complete: true },
  time: { column: "cohort", every: "quarter" },
} as const;

const ofSegments = { ...ofCohort, mart: "cohortRetentionBySegment" } as const;

const byCohort = {
  ...ofCohort,
  theme: "survival",
  unit: "share",
  direction: "up",
  mart: "cohortRetention",
  vendors: vendorRules.gap,
  source: houseRule,
  unknown: "No quarter's cohort has reached 12 months as a whole.",
} as const;

const ownStart = "Age counts from each account's own first MRR; the period is that of the start.";
const newestCohort =
  "Of the newest quarter all of whose customers have reached 12 months; younger ones are left out.";

const byAge = {
  theme: "survival",
  unit: "share",
  mart: "survivalCurve",
  where: { age: year },
  vendors: vendorRules.gap,
} as const;

const kaplanMeier =
  "Kaplan and Meier (1958), Nonparametric Estimation from Incomplete Observations";

const ofTests = {
  theme: "survival",
  unit: "count",
  direction: "neither",
  mart: "segmentDifferences",
  vendors: vendorRules.gap,
  source:
    "Mantel (1966), Evaluation of Survival Data and Two New Rank Order Statistics Arising in Its Consideration; Holm (1979), A Simple Sequentially Rejective Multiple Test Procedure.",
  unknown: "No two segments of a dimension have customers that could have left at the same age.",
} as const;

const ofAllTests = [
  "A difference that is not found may still be there: few customers show only large ones.",
  ({ survivalUnit }: MetricSettings) => `Age is counted in completed ${survivalUnit}s.`,
  gapRule,
  lateEntry,
];

export const survival: readonly MetricSpec[] = [
  {
    ...byCohort,
    id: "logo_retention_12",
    title: "Customers of a cohort kept after 12 months",
    short: "Customers kept, 12 months",
    definition: "Of the customers that started in a quarter, the share live 12 months later.",
    formula:
      "Retention(12) = accounts live 12 months after their own start / accounts of the cohort",
    column: "logo_retention",
    bySegment: { ...ofSegments, column: "logo_retention" },
    caveats: [ownStart, newestCohort, "Who left and came back by then counts as live."],
  },
  {
    ...byCohort,
    id: "revenue_retention_12",
    title: "Revenue of a cohort kept after 12 months",
    short: "Revenue kept, 12 months",
    definition:
      "MRR of the customers that started in a quarter 12 months later, as a share of their first MRR.",
    formula: "Retention(12) = MRR 12 months after the start / MRR at the start, of the cohort",
    column: "revenue_retention",
    bySegment: { ...ofSegments, column: "revenue_retention" },
    caveats: [ownStart, newestCohort, "Can pass 100%, since customers who stay may pay more."],
  },
  {
    ...byCohort,
    id: "gross_retention_12",
    title: "Revenue of a cohort kept after 12 months, without expansion",
    short: "Gross revenue kept, 12 months",
    definition:
      "MRR 12 months after the start with every account capped at its first MRR, as a share of the first MRR.",
    formula:
      "Retention(12) = sum of min(MRR 12 months after the start, first MRR) / sum of first MRR, of the cohort",
    column: "gross_retention",
    bySegment: { ...ofSegments, column: "gross_retention" },
    caveats: [ownStart, newestCohort],
  },
  {
    ...byAge,
    id: "survival_12",
    notSettings: ["survival.unit"],
    title: "Still customers after 12 months",
    short: "Survival, 12 months",
    definition:
      "Probability that a customer stays for 12 completed months and longer, from all customers of every age.",
    formula:
      "S(12) = product of (1 - d / n) over the months of age up to 12, d = left, n = at risk",
    direction: "up",
    column: "survival",
    caveats: [
      "Customers still live, or awaiting renewal, are censored at the newest day, not counted as staying for ever.",
      "Only the first churn of an account counts.",
      gapRule,
      lateEntry,
    ],
    source: `${kaplanMeier}; its band is Greenwood's on the log(-log) scale, as in R's package survival.`,
    unknown: "No customer has been followed for 12 months of age.",
  },
  {
    ...byAge,
    id: "hazard_12",
    notSettings: ["survival.unit"],
    title: "Risk of leaving in month 12",
    short: "Hazard, month 12",
    definition:
      "Of the customers that completed 11 months and were still followed, the share that left at 12.",
    formula: "h(12) = d / n, d = left at 12 completed months, n = at risk then",
    direction: "down",
    column: "hazard",
    caveats: ["Annual contracts make it spike at 12 and 24 months.", gapRule, lateEntry],
    source: `${kaplanMeier}: the factor of one age.`,
    unknown: "No customer has been followed for 12 months of age.",
  },
  {
    id: "median_lifetime",
    notSettings: ["survival.unit"],
    theme: "survival",
    title: "Median lifetime",
    short: "Median lifetime",
    definition: "The months of age by which half of the customers have left.",
    formula:
      "Smallest t with S(t) <= 0.5; where S is exactly 0.5 until it falls further, the midpoint of that time",
    unit: "months",
    direction: "up",
    mart: "survivalSummary",
    column: "median_months",
    caveats: [
      '"Not reached" is an answer: more than half are still customers.',
      gapRule,
      lateEntry,
    ],
    vendors: vendorRules.gap,
    source: `${kaplanMeier}; the midpoint as in the table that R's package survival prints.`,
    unknown: "More than half are still customers at every age that was followed.",
    blank: "not reached",
  },
  {
    ...ofTests,
    id: "differing_dimensions",
    notInputs: ["stg_log_rank_pairs", "survival_comparison"],
    title: "Dimensions whose segments churn differently",
    short: "Differing dimensions",
    definition:
      "Of the dimensions that accounts have, such as tier or region, the number in which some segments leave sooner than others beyond chance.",
    formula:
      "Number of dimensions with p < 5% after Holm; p = upper tail of chi-square = z' V^-1 z on segments - 1 degrees of freedom, z = left - expected to leave by segment, V = their covariance",
    column: "differing_dimensions",
    caveats: [
      "One log-rank test of all segments of a dimension; Holm's correction is over the dimensions.",
      ...ofAllTests,
    ],
  },
  {
    ...ofTests,
    id: "differing_pairs",
    notInputs: ["stg_log_rank_tests", "survival_differences"],
    title: "Pairs of segments that churn differently",
    short: "Differing pairs",
    definition:
      "Of every two segments of a dimension, the number of pairs in which one leaves sooner than the other beyond chance.",
    formula:
      "Number of pairs with p < 5% after Holm; p = upper tail of chi-square = (left - expected to leave)^2 / variance on 1 degree of freedom",
    column: "differing_pairs",
    caveats: [
      "One log-rank test for each pair; Holm's correction is over the pairs of a dimension.",
      "A page that compares some of the segments corrects among those, and can find more.",
      ...ofAllTests,
    ],
  },
];
