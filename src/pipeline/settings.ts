import type { Dashboard } from "../contracts/index.ts";
import type { MetricSettings } from "../metrics/index.ts";

/**
 * What of a configuration the SQL reads.
 *
 * @param asOf Day up to which the data is complete, YYYY-MM-DD.
 */
export function settingsOf(dashboard: Dashboard, asOf: string): MetricSettings {
  const { churn, retention, quick_ratio, ltv, nps } = dashboard;
  return {
    asOf,
    dataFrom: dashboard.data_from ?? null,
    currency: dashboard.company.currency,
    graceDays: churn.grace_days,
    churnDated: churn.dated,
    churnSameMonth: churn.same_month,
    churnDenominator: churn.denominator,
    churnContraction: churn.contraction,
    retentionReactivation: retention.reactivation,
    quickRatioReactivation: quick_ratio.reactivation,
    cashBasis: dashboard.cash.basis,
    endIs: dashboard.contracts.end_is,
    cacLagMonths: dashboard.cac.lag_months,
    grossMargin: dashboard.margin.gross ?? null,
    ltvFormula: ltv.formula,
    ltvHorizonMonths: ltv.horizon_months,
    npsLowest: nps.scale === "1-10" ? 1 : 0,
    npsEligibleDays: nps.eligible_days,
    survivalUnit: dashboard.survival.unit,
    measuredFrom: null,
  };
}
