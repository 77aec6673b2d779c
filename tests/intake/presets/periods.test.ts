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

  it("a count of units stands in a column of its own: three months are a quarter", async () => {
    const header =
      "Customer Subscription ID,Customer External ID,MRR,ARR,Interval Unit,Interval Count,Start Date";
    const cycles = ["month,1", "month,3", "month,12", "year,1", "month,6", "month,"];
    const rows = cycles.map((cycle, index) => `s${index},c1,100,1200,${cycle},2024-01-01`);
    const read = await readExport(header, [...rows, "s9,c1,100,1200,month,5,2024-01-01"]);
    expect(read.billings).toEqual(["monthly", "quarterly", "annual", "annual", "", "monthly"]);
    expect(read.messages).toEqual([expect.stringContaining('billing: "5 months" is not one of')]);
    const stripe =
      "id,Customer ID,Status,Created (UTC),Ended At (UTC),Amount,Interval,Interval Count";
    const paid = ["3", "12", "1", "2"].map(
      (count, index) => `s${index},c1,active,2024-01-01 10:00,,12.00,month,${count}`,
    );
    const bought = await readExport(stripe, paid);
    expect(bought.billings).toEqual(["quarterly", "annual", "monthly"]);
    expect(bought.messages).toEqual([expect.stringContaining('billing: "2 months" is not one of')]);
  });

  it("an MRR in parts of a cent is asked about, until scale is declared", async () => {
    const header = "Customer Subscription ID,Customer External ID,MRR,ARR,Billing Cycle,Start Date";
    const rows = ["s1,c1,900,10800,month,2024-01-01", "s2,c1,708.33,8500,month,2024-01-01"];
    const read = await readExport(header, rows);
    expect(read.messages).toEqual([
      'c.csv row 3, mrr: "708.33" can be read in two ways, and no number of the file tells which; expected whole cents, as the export mostly has them: this one is 7.0833 or 708.33; declare scale: { mrr: 1 } where the amounts are no cents, or scale: { mrr: 0.01 } where they are',
    ]);
    const declared = await readExport(header, rows, { scale: { mrr: 1 } });
    expect(declared.messages).toEqual([]);
    expect(declared.report).toMatchObject({ accepted: 2 });
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
