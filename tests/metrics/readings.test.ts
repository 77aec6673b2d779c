import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rulesets } from "../../src/contracts/index.ts";
import { buildMetrics, definedMetrics, readByRules } from "../../src/metrics/index.ts";
import type { Warehouse } from "../../src/warehouse/index.ts";
import { randomCompany } from "./company.ts";
import { openInputs, settingsOfPreset, settingsOfTest, withFiles } from "./harness.ts";

type Company = Pick<
  typeof randomCompany extends fc.Arbitrary<infer T> ? T : never,
  "accounts" | "contracts" | "fx" | "settings"
>;

/** Opens a company's inputs with its metrics made by the first of the rules. */
function measured<T>(
  { accounts, contracts, fx, settings }: Company,
  use: (warehouse: Warehouse, rules: ReturnType<typeof settingsOfTest>[]) => Promise<T>,
): Promise<T> {
  return withFiles({ accounts, contracts, fx }, async (files) => {
    const warehouse = await openInputs(files);
    try {
      const rules = rulesets.map((preset) => {
        const { endIs, dataFrom, ...ruled } = settingsOfPreset(preset);
        return settingsOfTest({ ...settings, ...ruled, grossMargin: 0.5 });
      });
      await buildMetrics(warehouse, rules[0] as (typeof rules)[number]);
      return await use(warehouse, rules);
    } finally {
      warehouse.close();
    }
  });
}

/** The headline metrics as the marts have them. */
const fromMarts = `
  select
      cast(revenue.mrr as double) as mrr,
      cast(revenue.arr as double) as arr,
      cast(revenue.customers as double) as customers,
      churn.logo_churn,
      churn.gross_mrr_churn,
      retention.nrr,
      retention.grr,
      churn.quick_ratio,
      cast(economics.ltv_expected as double) as ltv,
      economics.ltv_cac
  from recurring_revenue as revenue
  inner join churn_rates as churn using (dimension, month)
  inner join net_revenue_retention as retention using (dimension, month)
  left join unit_economics as economics using (dimension)
  where dimension = 'all' and revenue.is_complete
  order by month desc
  limit 1`;

const nothing = Object.fromEntries(definedMetrics.map((metric) => [metric, null]));

describe("the headline metrics by other rules", () => {
  it("are those of the marts that a company with these rules would have", async () => {
    await fc.assert(
      fc.asyncProperty(randomCompany, async (company) => {
        await measured(company, async (warehouse, rules) => {
          const [own, ...others] = rules as [(typeof rules)[number], ...typeof rules];
          // The first rules once more, as if they were another's: in a schema, without the past.
          const { readings } = await readByRules(warehouse, own, [...others, own], 5);
          for (const [place, settings] of [...rules, own].entries()) {
            await buildMetrics(warehouse, settings);
            const [expected = nothing] =
              await warehouse.rows<Record<string, number | null>>(fromMarts);
            for (const metric of definedMetrics) {
              const reading = readings[place]?.[metric] ?? null;
              const value = expected[metric] ?? null;
              if (value === null) expect(reading, metric).toBeNull();
              else expect(reading, `${metric} of ${place}`).toBeCloseTo(value, 9);
            }
          }
        });
      }),
      { numRuns: 8 },
    );
  });
});
