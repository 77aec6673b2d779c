import { z } from "zod";
import { definitionFields } from "./config/definitions.ts";
import { explainConfig } from "./config/errors.ts";
import { eventFields } from "./config/events.ts";
import { companyFields, pageFields } from "./config/pages.ts";
import type { Ruleset } from "./config/rulesets.ts";
import { datasetSources, type fileSource, rawSource } from "./config/sources.ts";
import { trustFields } from "./config/trust.ts";
import { vendorRules, withRuleset } from "./config/vendor-rules.ts";
import { publishPolicy } from "./publish.ts";

/** Every field of data/dashboard.config.ts; all but the company's name and currency have a default. */
export const configSchema = z.strictObject({
  ...companyFields,
  datasets: datasetSources.describe(
    "Where each dataset comes from; accounts and contracts at least",
  ),
  raw: z
    .record(z.string().regex(/^[a-z][a-z0-9_]*$/), rawSource)
    .default({})
    .describe("Raw files by table name, every column as text, for datasets made by sql"),
  ...trustFields,
  ...definitionFields,
  publish: publishPolicy,
  ...pageFields,
  ...eventFields,
});

export type DashboardInput = z.input<typeof configSchema>;
export type Dashboard = z.output<typeof configSchema>;
export type FileSource = z.output<typeof fileSource>;
export type RawSource = z.output<typeof rawSource>;

/** Types and completes a configuration as it is written; the build checks it again with zod. */
export function defineDashboard(dashboard: DashboardInput): DashboardInput {
  return dashboard;
}

/** @throws an Error that lists every field that is wrong, with its value and remedy. */
export function parseDashboard(value: unknown, where: string): Dashboard {
  const completed = withRuleset(value);
  const result = configSchema.safeParse(completed);
  if (result.success) return result.data;
  const wrong = explainConfig(configSchema, completed, result.error.issues);
  throw new Error(`${where} is not a dashboard configuration:\n${wrong}`);
}

/**
 * A company's configuration under a vendor's rules: what vendors have rules for is the vendor's,
 * the rest (margin, horizon, how ends are written, lag of the spending) stays the company's.
 */
export function underRuleset(dashboard: Dashboard, preset: Ruleset): Dashboard {
  const rules = z.object(definitionFields).parse(vendorRules[preset]);
  const { churn, retention, quick_ratio } = rules;
  const ltv = { ...dashboard.ltv, formula: rules.ltv.formula };
  return { ...dashboard, definitions: { preset }, churn, retention, quick_ratio, ltv };
}
