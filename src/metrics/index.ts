export { type Catalogue, catalogue } from "./catalogue/index.ts";
export { type AsOf, resolveAsOf } from "./clock.ts";
export type { ColumnKind, MartSpec, RowOf } from "./mart.ts";
export { inOrder, type Model, readModels, referencesOf } from "./models.ts";
export { type Marts, readMarts } from "./read.ts";
export { buildMetrics, type MetricSettings } from "./runner.ts";
