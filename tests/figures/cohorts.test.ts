import { describe, expect, it } from "vitest";
import { cohorts } from "../../src/figures/retention/cohorts.ts";
import { type View, viewOf } from "../../src/figures/view.ts";
import { reportWith } from "./report.ts";

/** 20 customers at 10 each; one leaves in each month of age. */
const cell = (age: number) => ({
  dimension: "tier",
  segment: "small",
  unit: "quarter",
  cohort: "2025-01-01",
  age,
  size: 20,
  reached: 20,
  live: 20 - age,
  live_before: age < 3 ? null : 23 - age,
  live_month_before: age < 1 ? null : 21 - age,
  start_mrr: 200,
  mrr: 10 * (20 - age),
  mrr_before: age < 3 ? null : 10 * (23 - age),
  mrr_month_before: age < 1 ? null : 10 * (21 - age),
  logo_retention: (20 - age) / 20,
  revenue_retention: (20 - age) / 20,
  is_complete: true,
});
const months = [0, 1, 2, 3, 4].map(cell);
const thirds = [cell(0), cell(3)];

const finerOf = (view: View) => cohorts(view, "logo_retention").finer;
const column = (rows: readonly (readonly string[])[] | undefined, place: number) =>
  rows?.map((row) => row[place]);

describe("cohorts by every month", () => {
  const view = viewOf(reportWith({ cohortRetention: months }));

  it("have a row for each month, each against the one before: 18 of 19, then 17 of 18", () => {
    const fine = finerOf(view)?.figure([]);
    expect(column(fine?.table?.rows, 1)?.slice(0, 5)).toEqual(["0", "1", "2", "3", "4"]);
    expect(column(fine?.table?.rows, 5)?.slice(0, 5)).toEqual([
      "",
      "95%",
      "94.7%",
      "94.4%",
      "94.1%",
    ]);
    expect(fine?.table?.columns[5]?.label).toBe("Of the month before");
    expect(fine?.choice?.others.map(({ label }) => label)).toEqual([
      "% of the month before",
      "customers",
    ]);
    const before = fine?.choice?.others[0]?.drawing("wide").readings.map(({ lines }) => lines);
    expect(before?.find(([first]) => first?.includes("· 2 months"))?.slice(1)).toEqual([
      "94.7%",
      "18 / 19",
    ]);
  });

  it("say the same above as by every third, against three months before: 17 of 20", () => {
    const coarse = cohorts(view, "logo_retention");
    const fine = coarse.finer?.figure([]);
    expect(column(coarse.table?.rows, 1)).toEqual(["0", "3", "0", "3"]);
    expect(column(coarse.table?.rows, 5)?.slice(0, 2)).toEqual(["", "85%"]);
    expect(fine?.finding).toBe(coarse.finding);
    expect(fine?.facts).toBe(coarse.facts);
    expect(fine?.native).toEqual(coarse.native);
    expect(fine?.finer).toBeUndefined();
  });

  it("need their rows where a segment came with every third month only", () => {
    const small = { dimension: "tier", segment: "small" };
    const finer = finerOf(viewOf(reportWith({ cohortRetentionBySegment: thirds }), small));
    expect(finer?.needs).toEqual({
      mart: "cohort_retention_by_segment",
      where: "dimension = 'tier' and segment = 'small' and unit = 'quarter'",
    });
    expect(column(finer?.figure(months).table?.rows, 1)?.slice(0, 5)).toEqual([
      "0",
      "1",
      "2",
      "3",
      "4",
    ]);
    expect(finerOf(view)?.needs).toBeUndefined();
    const whole = finerOf(viewOf(reportWith({ cohortRetentionBySegment: months }), small));
    expect(whole?.needs).toBeUndefined();
  });
});
