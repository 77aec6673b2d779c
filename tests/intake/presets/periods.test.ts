import { describe, expect, it } from "vitest";
import { readCompany } from "../reading.ts";

async function readExport(header: string, rows: readonly string[], source: object = {}) {
  const read = await readCompany({
    files: { "c.csv": `${header}\n${rows.join("\n")}\n` },
    datasets: { contracts: { files: "c.csv", ...source } },
  });
  const billings = read.rows("contracts").map((row) => row[9]);
  return { messages: read.messages, billings, report: read.files[1] };
}

describe("how often a line is paid, in the words of known exports", () => {
  it("ChartMogul counts months and years, and its MRR stands for periods that are none of ours", async () => {
    const header = "Customer Subscription ID,Customer External ID,MRR,ARR,Billing Cycle,Start Date";
    const cycles = ["1 month", "3 months", "12 months", "1 year", "6 months", "1 week"];
    const rows = cycles.map((cycle, index) => `s${index},c1,100,1200,${cycle},2024-01-01`);
    const read = await readExport(header, rows);
    expect(read.messages).toEqual([]);
    expect(read.billings).toEqual(["monthly", "quarterly", "annual", "annual", "", ""]);
  });

  it("Stripe's weeks are refused with the month's amount to write in a select", async () => {
    const header = "id,Customer ID,Status,Created (UTC),Ended At (UTC),Amount,Interval";
    const rows = ["week", "1 year"].map(
      (interval, index) => `s${index},c1,active,2024-01-01 10:00,,12.00,${interval}`,
    );
    const read = await readExport(header, rows);
    expect(read.messages).toEqual([
      'c.csv row 2, billing: "week" is not one of the known values; expected one of monthly, quarterly, annual, upfront; make the dataset by sql with amount * 52 / 12 as mrr, and leave the line\'s billing blank',
    ]);
    expect(read.billings).toEqual(["annual"]);
  });

  it("Recurly's subscriptions that have not begun are left out, and counted", async () => {
    const header =
      "uuid,account_code,plan_code,state,activated_at,total_recurring_amount,expires_at";
    const rows = ["active", "future"].map(
      (state, index) => `u${index},c1,annual,${state},2024-01-01 10:00:00 UTC,12.00,`,
    );
    const read = await readExport(header, rows);
    expect(read.messages).toEqual([]);
    expect(read.report).toMatchObject({ rows: 2, accepted: 1, leftOut: 1 });
  });
});
