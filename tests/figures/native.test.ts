import { describe, expect, it } from "vitest";
import { nativeBridge } from "../../src/charts/index.ts";
import { churnCurve } from "../../src/figures/retention/churn-curve.ts";
import { cohorts } from "../../src/figures/retention/cohorts.ts";
import { viewOf } from "../../src/figures/view.ts";
import { reportWith } from "./report.ts";

const everyone = { dimension: "all", segment: "all" };

describe("a chart as plain data", () => {
  it("leaves out steps of a bridge at which nothing moved, and never its two ends", () => {
    const names = { start: "start", new: "new", churn: "churn", end: "end" };
    const { categories, series } = nativeBridge(
      { start: 0, new: 0, churn: -5, end: 0 },
      names,
      "ARR",
    );
    expect(categories).toEqual(["start", "churn", "end"]);
    expect(series[0]?.values).toEqual([0, -5, 0]);
  });

  it("ends a churn curve where hardly anybody is left to observe, and marks the break-even on it", () => {
    const survivalCurve = [
      { ...everyone, age: 0, at_risk: 20, survival: 1, lower: null, upper: null },
      { ...everyone, age: 1, at_risk: 20, survival: 0.75, lower: 0.5, upper: 0.9 },
      { ...everyone, age: 2, at_risk: 4, survival: 0.5, lower: 0.25, upper: 0.75 },
    ];
    const leftBeforePayback = [{ ...everyone, break_even_month: 1 }];
    const { native } = churnCurve(viewOf(reportWith({ survivalCurve, leftBeforePayback })));
    expect(native).toMatchObject({ kind: "band", unit: "share", categories: ["0", "1"] });
    expect(native?.series[0]?.values).toEqual([0, 0.25]);
    expect(native?.series[0]?.low?.[1]).toBeCloseTo(0.1, 12);
    expect(native?.series[0]?.high?.[1]).toBeCloseTo(0.5, 12);
    expect(native?.marks).toEqual([{ name: "break-even month 1", place: 1 }]);
  });

  it("marks no break-even past the end of the curve", () => {
    const survivalCurve = [{ ...everyone, age: 0, at_risk: 20, survival: 1 }];
    const leftBeforePayback = [{ ...everyone, break_even_month: 13 }];
    const { native } = churnCurve(viewOf(reportWith({ survivalCurve, leftBeforePayback })));
    expect(native?.marks).toEqual([]);
  });

  it("has a gap where a cohort has not been followed, and tells the cells that are not complete", () => {
    const cell = (cohort: string, age: number, live: number, is_complete: boolean) => ({
      unit: "quarter",
      cohort,
      age,
      size: 10,
      reached: 10,
      live,
      start_mrr: 10,
      mrr: live,
      logo_retention: live / 10,
      is_complete,
    });
    const cohortRetention = [
      cell("2025-01-01", 0, 10, true),
      cell("2025-01-01", 3, 8, true),
      cell("2025-04-01", 0, 10, true),
      cell("2025-04-01", 6, 5, false),
    ];
    const { native } = cohorts(viewOf(reportWith({ cohortRetention })), "logo_retention");
    expect(native?.categories).toEqual(["0", "3", "6"]);
    expect(native?.series).toEqual([
      { name: "2025 Q1", size: 10, values: [1, 0.8, null], faint: [] },
      { name: "2025 Q2", size: 10, values: [1, null, 0.5], faint: [2] },
      { name: "all", size: 20, values: [1, 0.8, null], faint: [] },
    ]);
  });
});
