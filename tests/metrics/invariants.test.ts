import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Warehouse } from "../../src/warehouse/index.ts";
import { breaches } from "./breaches.ts";
import { alignedToMonths, type RandomCompany, randomCompany, withOtherOrder } from "./company.ts";
import { measure, withFiles } from "./harness.ts";
import { type Stock, stocksOf } from "./stocks.ts";

const marts = [
  "mrr_movements",
  "recurring_revenue",
  "churn_rates",
  "net_revenue_retention",
  "contract_value",
  "account_lifetimes",
  "cohort_retention",
  "survival_curve",
  "survival_summary",
  "survival_comparison",
  "survival_differences",
  "survival_curve_by_day",
  "cohort_retention_by_segment",
  "renewal_rates",
  "revenue_concentration",
  "awaiting_renewal",
  "acquisition_cost",
  "gross_margin",
  "customer_cash",
  "cohort_payback",
  "cohort_payback_by_segment",
  "left_before_payback",
  "unit_economics",
  "fleet_cash",
  "nps_by_wave",
  "account_nps",
  "nps_distribution",
  "nps_eligibility",
  "satisfaction",
  "satisfaction_by_segment",
];

async function measured<T>(
  company: RandomCompany,
  use: (warehouse: Warehouse) => Promise<T>,
  wanted: readonly string[] = marts,
): Promise<T> {
  const { settings, ...inputs } = company;
  return withFiles(inputs, async (files) => {
    const warehouse = await measure(files, settings, wanted);
    try {
      return await use(warehouse);
    } finally {
      warehouse.close();
    }
  });
}

/**
 * So many random companies, others on every run; what breaks a rule is printed with its seed.
 * HOURGLASS_COMPANIES=10 takes ten times as many.
 */
const times = Number(process.env.HOURGLASS_COMPANIES ?? 1);
const companies = (usual: number) => usual * times;

describe("any company", () => {
  it(
    "keeps every rule of the marts, and the stocks of a day-by-day count",
    async () => {
      await fc.assert(
        fc.asyncProperty(randomCompany, async (company) => {
          await measured(company, async (warehouse) => {
            for (const [rule, select] of Object.entries(breaches)) {
              expect(await warehouse.rows(`select * ${select} limit 1`), rule).toEqual([]);
            }
            const stocks = await warehouse.rows<Stock>(
              `select last_day(month) as month_end, closing_customers as customers,
              closing_mrr as mrr
            from mrr_movements where dimension = 'all' and is_complete order by month`,
            );
            const close = (stock: Stock) => ({ ...stock, mrr: expect.closeTo(stock.mrr, 3) });
            expect(stocks).toEqual(stocksOf(company).map(close));
          });
        }),
        { numRuns: companies(50) },
      );
    },
    120_000 * times,
  );

  it(
    "has the movements' stocks on the diagonals of its triangle, where lines last whole months",
    async () => {
      const wanted = ["cohort_retention", "mrr_movements"];
      await fc.assert(
        fc.asyncProperty(randomCompany.map(alignedToMonths), async (company) => {
          const broken = await measured(
            company,
            (warehouse) =>
              warehouse.rows(`from (
              select cohort + to_months(cast(age as integer)) as month, sum(live) as customers,
                sum(mrr) as mrr
              from cohort_retention where unit = 'month' group by all) as diagonal
            join mrr_movements as stocks using (month)
            where stocks.dimension = 'all' and (diagonal.customers, diagonal.mrr)
              <> (stocks.closing_customers, stocks.closing_mrr)`),
            wanted,
          );
          expect(broken).toEqual([]);
        }),
        { numRuns: companies(40) },
      );
    },
    120_000 * times,
  );

  it(
    "has the same numbers whatever the order of the rows",
    async () => {
      const allRows = (company: RandomCompany) =>
        measured(company, (warehouse) =>
          Promise.all(marts.map((mart) => warehouse.rows(`from ${mart} order by rowid`))),
        );
      await fc.assert(
        fc.asyncProperty(randomCompany.chain(withOtherOrder), async ([company, shuffled]) => {
          expect(await allRows(shuffled)).toEqual(await allRows(company));
        }),
        { numRuns: companies(12) },
      );
    },
    120_000 * times,
  );
});
