import type { Dashboard } from "../contracts/index.ts";
import {
  buildMetrics,
  type LineageTable,
  type Marts,
  type MetricReport,
  readMarts,
  reportMetrics,
} from "../metrics/index.ts";
import type { Warehouse } from "../warehouse/index.ts";
import { nameThemes } from "./comment-themes.ts";
import { lastMonthOf } from "./measure.ts";
import { addMissingAccounts, inSchema } from "./quarantine/index.ts";
import { settingsOf } from "./settings.ts";

/** What the marts say as of a day that is not the build's own. */
export interface MeasuredThen {
  asOf: string;
  lastMonth: string;
  marts: Marts;
  metrics: MetricReport[];
}

export interface Then {
  /** YYYY-MM-DD */
  asOf: string;
  lineage: readonly LineageTable[];
  /** Makes datasets in the schema it is given, which stand in the place of those of the build. */
  datasets?: (schema: string) => Promise<void>;
}

/**
 * Measures once more as of another day, under the settings of now, from the rows of the build or from
 * others. What the warehouse holds stays as it is.
 */
export function measureThen(
  warehouse: Warehouse,
  dashboard: Dashboard,
  { asOf, lineage, datasets }: Then,
): Promise<MeasuredThen> {
  const schema = "measured_then";
  return inSchema(warehouse, schema, async () => {
    if (datasets) {
      await datasets(schema);
      await nameThemes(warehouse, dashboard.nps.themes);
      await addMissingAccounts(warehouse);
    }
    const settings = settingsOf(dashboard, asOf);
    await buildMetrics(warehouse, settings);
    const marts = await readMarts(warehouse);
    const lastMonth = lastMonthOf(marts, asOf);
    return { asOf, lastMonth, marts, metrics: reportMetrics(marts, lineage, settings, lastMonth) };
  });
}
