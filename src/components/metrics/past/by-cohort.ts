import type { Report } from "../../../report.ts";
import { say } from "../../../text/index.ts";
import type { Metric } from "../values.ts";

interface Kin {
  /** Metric by quarter of start that has the cohorts. */
  of: "cohort_payback" | "logo_retention_12";
  /** Another column of its mart. */
  column?: "left_before_share" | "unrecovered_cac";
}

/** Metrics that are one number over all time, and what is told of each quarter's customers instead. */
const kins: Readonly<Record<string, Kin>> = {
  break_even_month: { of: "cohort_payback" },
  left_before_payback: { of: "cohort_payback", column: "left_before_share" },
  lost_by_break_even: { of: "cohort_payback", column: "left_before_share" },
  unrecovered_cac: { of: "cohort_payback", column: "unrecovered_cac" },
  survival_12: { of: "logo_retention_12" },
};

/** What stands in the place of a metric's history by cohort, with its own title; undefined where no mart has it. */
export function cohortsOf(report: Report, metric: Metric): Metric | undefined {
  const kin = kins[metric.id];
  const base = kin && report.metrics.find(({ id }) => id === kin.of);
  if (!kin?.column || !base) return base;
  const { column } = kin;
  const { past } = base;
  const [cohort = ""] = past.columns;
  return {
    ...base,
    id: `${metric.id}_by_cohort`,
    title: say.metrics.cohortTitles[column],
    short: say.metrics.cohortTitles[column],
    unit: metric.unit,
    past: { ...past, columns: [cohort, column] },
    history: report.marts.cohortPayback
      .filter((row) => row.cohort <= report.lastMonth)
      .map((row) => ({ period: row.cohort, value: row[column] })),
  };
}

const ofLifetimeValue = ["arpa", "gross_margin", "churn", "survival_12"];

/** Metrics with a past that one without is made of. */
const parts: Readonly<Record<string, readonly string[]>> = {
  ltv: ofLifetimeValue,
  ltv_cac: [...ofLifetimeValue, "cac"],
  ltv_paid: ["arpa", "gross_margin"],
  ltv_paid_with_referrals: ["arpa", "gross_margin"],
  ltv_simple: ["arpa", "gross_margin", "churn"],
  cac_payback: ["cac", "gross_margin", "cohort_payback"],
  customer_cash_24: ["cac", "gross_margin", "cohort_payback"],
  hazard_12: ["survival_12", "churn"],
  median_lifetime: ["survival_12", "churn"],
  differing_dimensions: ["survival_12", "churn"],
  differing_pairs: ["survival_12", "churn"],
  awaiting_arr: ["arr", "renewal_rate_amount"],
  awaiting_accounts: ["customers", "renewal_rate"],
};

/** Metrics that tell of the past of one that has none, in the order of the list. */
export function partsOf(report: Report, { id }: Metric): Metric[] {
  const ids = parts[id] ?? [];
  return report.metrics.filter((metric) => ids.includes(metric.id));
}
