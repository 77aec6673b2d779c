import { describe, expect, it } from "vitest";
import { arrBridge, stepsOf } from "../../../src/figures/board/arr-bridge.ts";
import { viewOf } from "../../../src/figures/view.ts";
import { reportWith } from "../report.ts";

/** Months from January 2024 on, by what came and went in each; the rest is nothing. */
function reportOf(months: readonly Partial<Record<"came" | "went" | "fx", number>>[]) {
  let stock = 0;
  const mrrMovements = months.map(({ came = 0, went = 0, fx = 0 }, index) => {
    const opening = stock;
    stock += came - went + fx;
    return {
      dimension: "all",
      segment: "all",
      month: `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01`,
      opening_mrr: opening,
      new_mrr: came,
      reactivation_mrr: 0,
      expansion_mrr: 0,
      contraction_mrr: 0,
      churn_mrr: went,
      fx_mrr: fx,
      closing_mrr: stock,
      new_customers: came > 0 ? 1 : 0,
      churned_customers: went > 0 ? 1 : 0,
    };
  });
  return reportWith({ mrrMovements }, { lastMonth: mrrMovements.at(-1)?.month ?? "" });
}

const bridgeOf = (report: ReturnType<typeof reportOf>) => arrBridge(viewOf(report));
const grown = [...Array.from({ length: 14 }, () => ({ came: 100 })), { went: 30 }, { fx: -10 }];

describe("the bridge of ARR", () => {
  it("spans twelve months, and the year to date beside them", () => {
    const table = bridgeOf(reportOf(grown))?.table;
    expect(table?.columns.map(({ label }) => label)).toEqual([
      "Movement",
      "12 months to Apr 2025",
      "Jan 2025 to Apr 2025",
    ]);
    // May 2024 to April 2025: 12 x 400, ten months of 12 x 100, then 12 x 30 and 12 x 10 less.
    expect(table?.rows).toEqual([
      ["start", "4,800.00", "14,400.00"],
      ["new", "12,000.00", "2,400.00"],
      ["reactivation", "0.00", "0.00"],
      ["expansion", "0.00", "0.00"],
      ["contraction", "0.00", "0.00"],
      ["churn", "-360.00", "-360.00"],
      ["currency", "-120.00", "-120.00"],
      ["end", "16,320.00", "16,320.00"],
    ]);
  });

  it("says what came, what went, and that rates are in neither", () => {
    const bridge = bridgeOf(reportOf(grown));
    expect(bridge?.finding).toBe(
      "ARR grew by $11.5K in the 12 months to Apr 2025: $12K came in and $360 went out",
    );
    expect(bridge?.caveat).toContain("Exchange rates are in neither.");
    expect(bridge?.facts).toContain("New customers: 10; churned: 1.");
  });

  it("has one span where the year has ended", () => {
    const bridge = bridgeOf(reportOf(grown.slice(0, 12)));
    expect(bridge?.table?.columns).toHaveLength(2);
    expect(bridge?.finding).toContain("ARR grew by $14.4K");
  });

  it("begins with nothing where the company is younger than a year", () => {
    const bridge = bridgeOf(reportOf(grown.slice(0, 3)));
    expect(bridge?.finding).toContain("ARR grew by $3.6K from Jan 2024 to Mar 2024");
    const rows = bridge?.table?.rows ?? [];
    expect(rows[0]).toEqual(["start", "0.00"]);
    expect(rows.at(-1)).toEqual(["end", "3,600.00"]);
  });

  it("foots to the cent", () => {
    const moved = {
      start_arr: 1200.12,
      new_arr: 300.33,
      reactivation_arr: 0,
      expansion_arr: 0.01,
      contraction_arr: -0.03,
      churn_arr: -200.4,
      fx_arr: 12.34,
      end_arr: 1312.37,
    };
    const { end, ...steps } = stepsOf(moved as Parameters<typeof stepsOf>[0]);
    expect(Object.values(steps).reduce((sum, step) => sum + step)).toBeCloseTo(end, 9);
  });
});
