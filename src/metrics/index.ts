export { explainedColumns, meaningOf } from "./catalogue/columns.ts";
export { type Catalogue, catalogue } from "./catalogue/index.ts";
export { metrics, supportingMarts } from "./catalogue/metrics/index.ts";
export { type AsOf, resolveAsOf } from "./clock.ts";
export {
  type LineageTable,
  lineageOf,
  settingColumn,
  settingPaths,
  standsOn,
} from "./lineage.ts";
export type { ColumnKind, MartSpec, RowOf } from "./mart.ts";
export {
  type MartName,
  type MetricSpec,
  type MetricUnit,
  type Theme,
  wordsUnder,
} from "./metric.ts";
export {
  type CatalogueRow,
  catalogueRows,
  type MetricReport,
  reportMetrics,
} from "./metric-report.ts";
export type { MetricValue, SegmentValue } from "./metric-values.ts";
export { inOrder, type Model, readModels, referencesOf } from "./models.ts";
export { type Marts, readMarts } from "./read.ts";
export type { AccountReading, ReadOtherwise } from "./readings/pairs.ts";
export {
  type DefinedMetric,
  definedMetrics,
  type Reading,
  readByRules,
  tablesOfReadings,
} from "./readings/read.ts";
export { buildMetrics, type MetricSettings } from "./runner.ts";
