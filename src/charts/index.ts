export { type TargetBullet, targetBullets } from "./board/target-bullets.ts";
export { type UsualRange, usualRanges } from "./board/usual-ranges.ts";
export { type BreakEven, type CashSeries, customerCash } from "./cash/customer-cash.ts";
export { type FleetSeries, fleetCash } from "./cash/fleet-cash.ts";
export { type LeftBeforePayback, leftBeforeBars } from "./cash/left-before-bars.ts";
export { leverBars } from "./cash/lever-bars.ts";
export { ltvCacBars, type UnitEconomics } from "./cash/ltv-cac-bars.ts";
export { type CohortPayback, paybackByCohort } from "./cash/payback-by-cohort.ts";
export { paybackMap } from "./cash/payback-map.ts";
export type { Chart, ChartOptions } from "./chart.ts";
export type { ChartEvent } from "./events.ts";
export { type Formats, makeFormats, type Unit } from "./format.ts";
export { type LineageRow, lineage } from "./lineage/lineage.ts";
export { textWidth, truncate } from "./measure.ts";
export { type MonthValue, monthDay, monthIndex } from "./months.ts";
export {
  type NativeChart,
  type NativeMark,
  type NativeSeries,
  nativeBridge,
  placesWhere,
} from "./native/native.ts";
export { mostSeries, type PlainMark, type PlainOptions, type PlainPoint } from "./plain/plain.ts";
export { plainChart } from "./plain/plain-chart.ts";
export { churnCurves } from "./retention/churn-curves.ts";
export {
  type CellValue,
  type CohortRetention,
  classes as cohortClasses,
  cohortTriangle,
  type RetentionMeasure,
  shareOf,
} from "./retention/cohort-triangle.ts";
export type { SurvivalCurve } from "./retention/curves.ts";
export { type Hazard, hazardBars } from "./retention/hazard-bars.ts";
export { arrOverTime, type RecurringRevenue } from "./revenue/arr-over-time.ts";
export { concentrationBars, type LargestCustomers } from "./revenue/concentration-bars.ts";
export { metricTrend } from "./revenue/metric-trend.ts";
export { type MrrMovements, mrrBridge } from "./revenue/mrr-bridge.ts";
export { sparkline } from "./revenue/sparkline.ts";
export { npsBreakdown } from "./surveys/nps-breakdown.ts";
export { npsShares } from "./surveys/nps-shares.ts";
export { type NpsByWave, npsWaves } from "./surveys/nps-waves.ts";
export { type NpsRenewals, renewalBars } from "./surveys/renewal-bars.ts";
export { type Satisfaction, satisfactionBars } from "./surveys/satisfaction-bars.ts";
export { type NpsDistribution, scoreDistribution } from "./surveys/score-distribution.ts";
export { palette } from "./theme.ts";
