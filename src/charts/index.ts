export { type CashSeries, type CustomerCashOptions, customerCash } from "./cash/customer-cash.ts";
export { type FleetCashOptions, type FleetSeries, fleetCash } from "./cash/fleet-cash.ts";
export {
  type LeftBeforeBarsOptions,
  type LeftBeforePayback,
  leftBeforeBars,
} from "./cash/left-before-bars.ts";
export { type LeverBar, type LeverBarsOptions, leverBars } from "./cash/lever-bars.ts";
export { type LtvCacBarsOptions, ltvCacBars, type UnitEconomics } from "./cash/ltv-cac-bars.ts";
export {
  type CohortPayback,
  type PaybackByCohortOptions,
  paybackByCohort,
} from "./cash/payback-by-cohort.ts";
export { type PaybackMapOptions, paybackMap } from "./cash/payback-map.ts";
export type { Chart, ChartOptions } from "./chart.ts";
export type { ChartEvent } from "./events.ts";
export { type Formats, makeFormats, type Unit } from "./format.ts";
export { type LineageOptions, type LineageRow, lineage } from "./lineage/lineage.ts";
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
export { type BreakEven, type ChurnCurvesOptions, churnCurves } from "./retention/churn-curves.ts";
export {
  type CellValue,
  type CohortRetention,
  type CohortTriangleOptions,
  classes as cohortClasses,
  cohortTriangle,
  type RetentionMeasure,
  shareOf,
} from "./retention/cohort-triangle.ts";
export type { SurvivalCurve } from "./retention/curves.ts";
export { type Hazard, type HazardBarsOptions, hazardBars } from "./retention/hazard-bars.ts";
export {
  type ArrOverTimeOptions,
  arrOverTime,
  type RecurringRevenue,
} from "./revenue/arr-over-time.ts";
export {
  type ConcentrationBarsOptions,
  concentrationBars,
  type LargestCustomers,
} from "./revenue/concentration-bars.ts";
export { type MetricTrendOptions, metricTrend } from "./revenue/metric-trend.ts";
export { type MrrBridgeOptions, type MrrMovements, mrrBridge } from "./revenue/mrr-bridge.ts";
export { type SparklineOptions, sparkline } from "./revenue/sparkline.ts";
export {
  type NpsBreakdownOptions,
  type NpsOfGroup,
  npsBreakdown,
} from "./surveys/nps-breakdown.ts";
export { type NpsSharesOptions, npsShares } from "./surveys/nps-shares.ts";
export { type NpsByWave, type NpsWavesOptions, npsWaves } from "./surveys/nps-waves.ts";
export { type NpsRenewals, type RenewalBarsOptions, renewalBars } from "./surveys/renewal-bars.ts";
export {
  type NpsDistribution,
  type ScoreDistributionOptions,
  scoreDistribution,
} from "./surveys/score-distribution.ts";
export { type Colour, palette } from "./theme.ts";
