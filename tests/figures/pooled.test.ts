import { describe, expect, it } from "vitest";
import { askPooled } from "../../src/figures/retention/triangle.ts";
import { viewOf } from "../../src/figures/view.ts";
import { reportWith } from "./report.ts";

const cell = (age: number, size: number, live: number, is_complete: boolean) => ({
  unit: "quarter",
  cohort: "2025-01-01",
  age,
  size,
  reached: size,
  live,
  start_mrr: 100 * size,
  mrr: 110 * live,
  is_complete,
});

const pooled = (...cells: ReturnType<typeof cell>[]) =>
  askPooled(viewOf(reportWith({ cohortRetention: cells }))).rows;

describe("all cohorts together", () => {
  it("weigh by customers: 10 of 10 and 10 of 30 are 20 of 40, not two thirds", () => {
    const [row] = pooled(cell(12, 10, 10, true), cell(12, 30, 10, true));
    expect(row?.logo_retained).toBe(0.5);
    expect(row?.revenue_retained).toBeCloseTo(0.55, 12);
    expect(row?.customers).toBe(40);
  });

  it("leave out cells that not every customer has reached", () => {
    expect(pooled(cell(0, 10, 10, true), cell(12, 10, 2, false)).map((row) => row.age)).toEqual([
      0,
    ]);
  });
});
