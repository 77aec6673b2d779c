import { quoteText, type Warehouse } from "../warehouse/index.ts";
import { inOrder, type Model, readModels } from "./models.ts";

/** What of the configuration changes the numbers; the SQL reads it from the table `settings`. */
export interface MetricSettings {
  /** Day up to which the data is complete, YYYY-MM-DD. */
  asOf: string;
  /** Day from which the data is complete; null = from the first start on. */
  dataFrom: string | null;
  /** Currency of the site, three letters. */
  currency: string;
  graceDays: number;
  endIs: "inclusive" | "exclusive";
  cacLagMonths: number;
  /** Share of revenue from 0 to 1; null = measured from costs. */
  grossMargin: number | null;
  ltvHorizonMonths: number;
  npsLowest: 0 | 1;
  npsEligibleDays: number;
  /** Age by which churn is judged; days beside months where it is "day". */
  survivalUnit: "month" | "day";
}

/**
 * Makes the table `settings` and one table for every SQL file of staging and marts.
 * Needs a table for every dataset, as `loadDataset` makes them; reads no clock.
 *
 * @param wanted Tables to make, with those they read; all when absent.
 * @throws an Error that names the model, with the engine's message.
 */
export async function buildMetrics(
  warehouse: Warehouse,
  settings: MetricSettings,
  wanted?: readonly string[],
): Promise<void> {
  await warehouse.run(`create or replace table settings as ${settingsRow(settings)}`);
  const models = readModels();
  for (const model of inOrder(models, await tablesBeside(warehouse, models), wanted)) {
    try {
      await warehouse.run(`create or replace table ${model.name} as ${model.sql}`);
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`metric table ${model.name} could not be built: ${message}`, { cause });
    }
  }
}

/** The datasets and `settings`, and what a build before this one made left out. */
async function tablesBeside(warehouse: Warehouse, models: readonly Model[]): Promise<string[]> {
  const made = new Set(models.map((model) => model.name));
  const tables = await warehouse.rows<{ name: string }>(
    "select table_name as name from duckdb_tables() order by all",
  );
  return tables.map((table) => table.name).filter((name) => !made.has(name));
}

function settingsRow(settings: MetricSettings): string {
  const day = (value: string | null) => (value === null ? "null" : quoteText(value));
  return `select
    cast(${day(settings.asOf)} as date) as as_of,
    cast(${day(settings.dataFrom)} as date) as data_from,
    ${quoteText(settings.currency)} as currency,
    cast(${settings.graceDays} as integer) as grace_days,
    ${quoteText(settings.endIs)} as end_is,
    cast(${settings.cacLagMonths} as integer) as cac_lag_months,
    cast(${settings.grossMargin} as decimal(9, 6)) as gross_margin,
    cast(${settings.ltvHorizonMonths} as integer) as ltv_horizon_months,
    cast(${settings.npsLowest} as integer) as nps_lowest,
    cast(${settings.npsEligibleDays} as integer) as nps_eligible_days,
    ${quoteText(settings.survivalUnit)} as survival_unit`;
}
