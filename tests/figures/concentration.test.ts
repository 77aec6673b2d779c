import { describe, expect, it } from "vitest";
import { hasConcentration, largestOf } from "../../src/figures/overview/concentration.ts";
import { viewOf } from "../../src/figures/view.ts";
import { reportWith } from "./report.ts";

const row = {
  month: "2025-09-01",
  customers: 41,
  share_of_1: 0.2,
  share_of_5: 0.4,
  share_of_20: 0.7,
  customers_of_80: 14,
  customers_of_80_share: 14 / 41,
};

describe("the largest customers", () => {
  it("are rounded up to whole ones, and stand beside what they would pay if all paid the same", () => {
    // 0.41, 2.05 and 8.2 of 41 customers
    expect(largestOf(row).map(({ customers, even }) => [customers, even])).toEqual([
      [1, 1 / 41],
      [3, 3 / 41],
      [9, 9 / 41],
    ]);
  });

  it("are shown where somebody paid at the end of the newest complete month", () => {
    const withMonth = (month: string) =>
      reportWith({ revenueConcentration: [{ ...row, dimension: "all", segment: "all", month }] });
    expect(hasConcentration(viewOf(withMonth("2025-09-01")))).toBe(true);
    expect(hasConcentration(viewOf(withMonth("2025-08-01")))).toBe(false);
  });
});
