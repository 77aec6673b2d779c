export { explainedColumns, meaningOf } from "./catalogue/columns.ts";
export { type Catalogue, catalogue } from "./catalogue/index.ts";
export { metrics, supportingMarts } from "./catalogue/metrics/index.ts";
export { resolveAsOf } from "./clock.ts";
export {
  grainOf,
  type LineageTable,
  lineageOf,
  openingOf,
  settingColumn,
  settingPaths,
  standsOn,
} from "./lineage.ts";
export type { RowOf } from "./mart.ts";
export { type MetricSpec, wordsUnder } from "./metric.ts";
export { catalogueRows, type MetricReport, reportMetrics } from "./metric-report.ts";
export { inOrder, type Model, readModels, referencesOf } from "./models.ts";
export { type Marts, readMarts } from "./read.ts";
export type { AccountReading } from "./readings/pairs.ts";
export {
  type DefinedMetric,
  definedMetrics,
  type Reading,
  readByRules,
  tablesOfReadings,
} from "./readings/read.ts";
export { buildMetrics, type MetricSettings } from "./runner.ts";
