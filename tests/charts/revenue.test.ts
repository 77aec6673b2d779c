import { describe, expect, test } from "vitest";
import { arrOverTime, metricTrend, mrrBridge, sparkline } from "../../src/charts/index.ts";
import { arrRows, everyMovement, movements } from "./fixtures/revenue.ts";
import { frame, text } from "./gallery.ts";
import { attributesOf, textsOf } from "./reading.ts";

describe("ARR over time", () => {
  test("labels the newest complete month, and the running one as such", () => {
    const chart = arrOverTime(arrRows([100_000, 120_000, 123_000]), {
      ...frame(720, "up"),
      text: text.arr,
    });
    expect(textsOf(chart).slice(-3)).toEqual(["$120K", "Feb 2023", "$123K so far"]);
  });

  test("takes the months in any order", () => {
    const rows = arrRows([100_000, 120_000, 123_000]);
    const options = { ...frame(720, "up"), text: text.arr };
    expect(arrOverTime(rows.toReversed(), options)).toEqual(arrOverTime(rows, options));
  });

  test("without months is an error", () => {
    expect(() => arrOverTime([], { ...frame(720, "none"), text: text.arr })).toThrow(
      "arrOverTime got no rows; draw it only where recurring_revenue has some",
    );
  });
});

describe("the MRR bridge", () => {
  test("leaves out reactivation and exchange rates that moved nothing, never new or churn", () => {
    const row = movements({ new_mrr: 0, churn_mrr: 0 });
    const shown = textsOf(mrrBridge(row, { ...frame(328, "still"), text: text.bridge }));
    expect(shown).toEqual(expect.arrayContaining(["New", "Expansion", "Contraction", "Churn"]));
    expect(shown).not.toContain("Reactivation");
    expect(shown).not.toContain("Exchange rates");
  });

  test("writes what went out with a minus", () => {
    const shown = textsOf(mrrBridge(everyMovement, { ...frame(328, "all"), text: text.bridge }));
    expect(shown.filter((_, index) => index % 2 === 0)).toEqual([
      "$20K",
      "+$9K",
      "+$1.5K",
      "+$4K",
      "-$2K",
      "-$8K",
      "-$700",
      "$23.8K",
    ]);
  });

  test("cuts the totals only where the steps would be lost beside them", () => {
    const cuts = (row: typeof everyMovement) =>
      attributesOf(
        mrrBridge(row, { ...frame(720, "cut"), text: text.bridge }),
        "path[stroke-width='4']",
        "d",
      );
    expect(cuts(everyMovement)).toHaveLength(0);
    expect(cuts(movements({}))).toHaveLength(2);
  });
});

describe("the trend of a metric", () => {
  test("labels its newest known value and its target in the unit", () => {
    const chart = metricTrend(
      [
        { month: "2025-01-01", value: 1.031 },
        { month: "2025-02-01", value: null },
      ],
      { ...frame(720, "gap"), unit: "share", target: 1.05, text: text.trend },
    );
    expect(textsOf(chart).slice(-2)).toEqual(["103.1%", "target 105%"]);
  });

  test("starts where the metric does: a year of nothing before takes no room", () => {
    const known = { month: "2025-01-01", value: 1 };
    const options = { ...frame(720, "late"), unit: "ratio", text: text.trend } as const;
    const before = { month: "2024-01-01", value: null };
    expect(metricTrend([before, known], options)).toEqual(metricTrend([known], options));
  });

  test("of nothing known is an error", () => {
    const rows = [{ month: "2025-01-01", value: null }];
    const options = { ...frame(720, "none"), unit: "share", text: text.trend } as const;
    expect(() => metricTrend(rows, options)).toThrow("metricTrend got no rows");
    expect(() => sparkline(rows, options)).toThrow("sparkline got no rows");
  });
});

test("a sparkline has no words", () => {
  const rows = [3, 4, 2].map((value, index) => ({ month: `2025-0${index + 1}-01`, value }));
  const chart = sparkline(rows, frame(120, "down"));
  expect(textsOf(chart)).toEqual([]);
  expect([chart.width, chart.height]).toEqual([120, 32]);
});
