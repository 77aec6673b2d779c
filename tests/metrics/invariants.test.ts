import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Warehouse } from "../../src/warehouse/index.ts";
import { type RandomCompany, randomCompany } from "./company.ts";
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
];

async function measured<T>(
  company: RandomCompany,
  use: (warehouse: Warehouse) => Promise<T>,
): Promise<T> {
  const { accounts, contracts, fx, settings } = company;
  return withFiles({ accounts, contracts, fx }, async (files) => {
    const warehouse = await measure(files, settings, marts);
    try {
      return await use(warehouse);
    } finally {
      warehouse.close();
    }
  });
}

/** What must never be: each select gives the rows that break the rule. */
const breaches: Record<string, string> = {
  "movements foot": `from mrr_movements where closing_mrr <> opening_mrr + new_mrr
    + reactivation_mrr + expansion_mrr - contraction_mrr - churn_mrr + fx_mrr`,
  "customers foot": `from mrr_movements where closing_customers <> opening_customers
    + new_customers + reactivated_customers - churned_customers`,
  "a month opens as the one before closed": `from mrr_movements
    window by_month as (partition by dimension, segment order by month)
    qualify opening_mrr <> lag(closing_mrr, 1, 0) over by_month
      or opening_customers <> lag(closing_customers, 1, 0) over by_month`,
  "churned and kept customers are the opening ones": `from net_revenue_retention
    where round(opening_accounts * annual_logo_churn) + kept_accounts <> opening_accounts`,
  "newcomers are not among the churned opening customers": `from mrr_movements
    where opening_churned_customers > opening_customers
      or opening_churned_customers > churned_customers`,
  "GRR is at most 1 and at most NRR": `from net_revenue_retention
    where grr > 1 or grr > nrr or capped_mrr > retained_mrr`,
  "segments add up to the whole": `from (
      select dimension, month, sum(opening_mrr) as opening, sum(new_mrr) as new,
        sum(expansion_mrr) as expansion, sum(churn_mrr) as churn, sum(fx_mrr) as fx,
        sum(closing_mrr) as closing, sum(closing_customers) as customers
      from mrr_movements group by dimension, month) as parts
    join mrr_movements as whole on whole.dimension = 'all' and whole.month = parts.month
    where (parts.opening, parts.new, parts.expansion, parts.churn, parts.fx, parts.closing,
      parts.customers) <> (whole.opening_mrr, whole.new_mrr, whole.expansion_mrr,
      whole.churn_mrr, whole.fx_mrr, whole.closing_mrr, whole.closing_customers)`,
  "survival never rises and stays in [0, 1]": `from survival_curve
    qualify survival > lag(survival, 1, 1) over (partition by dimension, segment order by age)
      or survival < 0 or survival > 1`,
  "the band holds the curve": `from survival_curve
    where lower > survival or upper < survival or lower < 0 or upper > 1`,
  "who was at risk has left, was censored, or is at risk one age on": `from survival_curve
    qualify at_risk < lag(at_risk - events - censored, 1, 0)
      over (partition by dimension, segment order by age)`,
  "a cohort's cell never has more live accounts than reached ones": `from cohort_retention
    where live > reached or reached > size or capped_mrr > mrr or gross_retention > 1`,
  "the log-rank variance and chi-square are not negative": `from survival_comparison
    where variance < 0 or chi_square < 0`,
};

describe("any company", () => {
  it("keeps every rule of the marts, and the stocks of a day-by-day count", async () => {
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
      { numRuns: 14, seed: 42 },
    );
  }, 20_000);

  it("has the same numbers whatever the order of the rows", async () => {
    const allRows = (company: RandomCompany) =>
      measured(company, (warehouse) =>
        Promise.all(marts.map((mart) => warehouse.rows(`from ${mart} order by rowid`))),
      );
    await fc.assert(
      fc.asyncProperty(randomCompany, fc.nat(), async (company, turn) => {
        const turned = (rows: RandomCompany["contracts"]) => {
          const at = turn % rows.length;
          return [...rows.slice(at), ...rows.slice(0, at)].reverse();
        };
        const shuffled = {
          ...company,
          accounts: turned(company.accounts),
          contracts: turned(company.contracts),
          fx: turned(company.fx),
        };
        expect(await allRows(shuffled)).toEqual(await allRows(company));
      }),
      { numRuns: 4, seed: 42 },
    );
  }, 20_000);
});
