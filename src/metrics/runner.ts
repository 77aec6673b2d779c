import { quoteText, type Warehouse } from "../warehouse/index.ts";
import { inOrder, type Model, readModels, referencesOf } from "./models.ts";
import { makeSideBySide } from "./side-by-side.ts";

/** What of the configuration changes the numbers; the SQL reads it from the table `settings`. */
export interface MetricSettings {
  /** Day up to which the data is complete, YYYY-MM-DD. */
  asOf: string;
  /** Day from which the data is complete; null = from the first start on. */
  dataFrom: string | null;
  /** Currency of the site, three letters. */
  currency: string;
  graceDays: number;
  /** When a line with notice stops counting. */
  churnDated: "term_end" | "cancellation";
  /** Sign-up and churn within one calendar month. */
  churnSameMonth: "counts" | "ignored";
  churnDenominator: "opening" | "opening_and_new";
  /** Contraction inside gross MRR churn. */
  churnContraction: "counts" | "ignored";
  /** Who came back within the 12 months of NRR, GRR and annual churn. */
  retentionReactivation: "kept" | "lost";
  /** MRR that came back, inside the quick ratio. */
  quickRatioReactivation: "counts" | "ignored";
  /** What the measured cash of customers counts. */
  cashBasis: "revenue" | "cash";
  endIs: "inclusive" | "exclusive";
  cacLagMonths: number;
  /** Share of revenue from 0 to 1; null = measured from costs. */
  grossMargin: number | null;
  ltvFormula: "survival" | "trailing_churn" | "churn";
  ltvHorizonMonths: number;
  npsLowest: 0 | 1;
  npsEligibleDays: number;
  /** Age by which churn is judged; days beside months where it is "day". */
  survivalUnit: "month" | "day";
  /**
   * Day from which MRR is wanted, which spares the time before it; null = all of it. Months before
   * it then lack the lines that had ended; those after it, and whoever is a customer, do not.
   */
  measuredFrom: string | null;
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
  const ordered = inOrder(models, await tablesBeside(warehouse, models), wanted);
  await makeSideBySide(
    warehouse,
    ordered.map(({ name, sql }) => ({
      name,
      after: referencesOf(sql),
      statements: [`create or replace table ${name} as ${sql}`],
    })),
  );
}

/** The datasets and `settings`, and what a build before this one made left out. */
export async function tablesBeside(
  warehouse: Warehouse,
  models: readonly Model[],
): Promise<string[]> {
  const made = new Set(models.map((model) => model.name));
  const tables = await warehouse.rows<{ name: string }>(
    `select table_name as name from duckdb_tables()
    union
    select view_name from duckdb_views() where not internal
    order by all`,
  );
  return tables.map((table) => table.name).filter((name) => !made.has(name));
}

/** A select of the one row of `settings`. */
export function settingsRow(settings: MetricSettings): string {
  const day = (value: string | null) => (value === null ? "null" : quoteText(value));
  return `select
    cast(${day(settings.asOf)} as date) as as_of,
    cast(${day(settings.dataFrom)} as date) as data_from,
    ${quoteText(settings.currency)} as currency,
    cast(${settings.graceDays} as integer) as grace_days,
    ${quoteText(settings.churnDated)} as churn_dated,
    ${quoteText(settings.churnSameMonth)} as churn_same_month,
    ${quoteText(settings.churnDenominator)} as churn_denominator,
    ${quoteText(settings.churnContraction)} as churn_contraction,
    ${quoteText(settings.retentionReactivation)} as retention_reactivation,
    ${quoteText(settings.quickRatioReactivation)} as quick_ratio_reactivation,
    ${quoteText(settings.cashBasis)} as cash_basis,
    ${quoteText(settings.endIs)} as end_is,
    cast(${settings.cacLagMonths} as integer) as cac_lag_months,
    cast(${settings.grossMargin} as decimal(9, 6)) as gross_margin,
    ${quoteText(settings.ltvFormula)} as ltv_formula,
    cast(${settings.ltvHorizonMonths} as integer) as ltv_horizon_months,
    cast(${settings.npsLowest} as integer) as nps_lowest,
    cast(${settings.npsEligibleDays} as integer) as nps_eligible_days,
    ${quoteText(settings.survivalUnit)} as survival_unit,
    cast(${day(settings.measuredFrom)} as date) as measured_from`;
}
