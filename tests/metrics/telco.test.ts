import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildMetrics } from "../../src/metrics/index.ts";
import { quoteText, type Warehouse } from "../../src/warehouse/index.ts";
import { openInputs, settingsOfTest } from "./harness.ts";

const file = fileURLToPath(
  new URL("../../../shared/data/telco/Telco-Customer-Churn.csv", import.meta.url),
);
const isThere = existsSync(file);
const title = "the IBM telco customers";

/** Contract becomes plan; channel separates the customers of the published study from the others. */
async function loadTelco(warehouse: Warehouse): Promise<void> {
  await warehouse.run(
    `create temp table telco as
    select * from read_csv(${quoteText(file)}, header = true, all_varchar = true)`,
  );
  await warehouse.run(
    `insert into accounts by name
    select
      customerID as account_id,
      customerID as name,
      Contract as plan,
      if(Contract = 'Month-to-month' and InternetService <> 'No', 'studied', 'other') as channel
    from telco`,
  );
  await warehouse.run(
    `insert into contracts by name
    select
      customerID as contract_id,
      customerID as account_id,
      date '2020-01-01' - to_months(cast(tenure as integer)) as starts_on,
      if(Churn = 'Yes', date '2020-01-01', null) as ends_on,
      if(Churn = 'Yes', date '2020-01-01', null) as cancelled_on,
      MonthlyCharges as amount,
      'monthly' as billing
    from telco`,
  );
}

describe.skipIf(!isThere)(isThere ? title : `${title} (skipped: no ../shared/data/telco)`, () => {
  let warehouse: Warehouse;

  beforeAll(async () => {
    warehouse = await openInputs({});
    await loadTelco(warehouse);
    await buildMetrics(warehouse, settingsOfTest({ asOf: "2020-01-01", endIs: "exclusive" }), [
      "survival_curve",
      "survival_summary",
      "mrr_movements",
    ]);
  });

  afterAll(() => warehouse.close());

  async function expectSurvival(
    dimension: string,
    segment: string,
    points: Record<number, number>,
  ): Promise<void> {
    for (const [age, survival] of Object.entries(points)) {
      const rows = await warehouse.rows<{ survival: number }>(
        `select survival from survival_curve
        where dimension = '${dimension}' and segment = '${segment}' and age = ${age}`,
      );
      expect(rows[0]?.survival, `${segment} at ${age}`).toBeCloseTo(survival, 4);
    }
  }

  const summaryOf = async (dimension: string, segment: string) =>
    (
      await warehouse.rows(
        `select customers, events, median_months from survival_summary
        where dimension = '${dimension}' and segment = '${segment}'`,
      )
    )[0];

  it("have the published survival where the study looked", async () => {
    expect(await summaryOf("channel", "studied")).toEqual({
      customers: 3351,
      events: 1556,
      median_months: 34,
    });
    await expectSurvival("channel", "studied", {
      6: 0.7803,
      12: 0.695,
      24: 0.5753,
      48: 0.3872,
      60: 0.289,
    });
  });

  it("have the independently computed survival as a whole", async () => {
    expect(await summaryOf("all", "all")).toEqual({
      customers: 7043,
      events: 1869,
      median_months: null,
    });
    await expectSurvival("all", "all", {
      12: 0.8432,
      24: 0.788736,
      36: 0.748545,
      60: 0.664404,
      72: 0.59279,
    });
  });

  it("have the independently computed survival by contract", async () => {
    expect(await summaryOf("plan", "Month-to-month")).toEqual({
      customers: 3875,
      events: 1655,
      median_months: 35,
    });
    expect(await summaryOf("plan", "One year")).toMatchObject({ customers: 1473, events: 166 });
    expect(await summaryOf("plan", "Two year")).toMatchObject({ customers: 1695, events: 48 });
    await expectSurvival("plan", "Month-to-month", { 12: 0.703097, 24: 0.585915 });
    await expectSurvival("plan", "One year", { 12: 0.990808 });
    await expectSurvival("plan", "Two year", { 60: 0.9862 });
  });

  it("lose 139,130.85 of their monthly charges in the month of the churn", async () => {
    const rows = await warehouse.rows(
      `select opening_mrr, churn_mrr, cast(closing_mrr + churn_mrr as decimal(18, 6)) as charges
      from mrr_movements where dimension = 'all' and month = '2020-01-01'`,
    );
    expect(rows[0]).toMatchObject({ churn_mrr: 139130.85, charges: 456116.6 });
  });
});
