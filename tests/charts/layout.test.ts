import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { valueScale } from "../../src/charts/axes.ts";
import { dodge, textWidth, truncate, wrap } from "../../src/charts/measure.ts";
import { ageTicks, monthDay, monthIndex, monthTicks } from "../../src/charts/months.ts";
import { barReach, layoutRows } from "../../src/charts/rows.ts";

describe("labels that step aside", () => {
  test("stay where they want to be when there is room", () => {
    expect(dodge([10, 40, 80], 15, 0, 100)).toEqual([10, 40, 80]);
  });

  test("share the way when two want one place", () => {
    expect(dodge([50, 50], 10, 0, 100)).toEqual([45, 55]);
  });

  test("keep their distance, their bounds and their order, wherever they want to be", () => {
    const wanted = fc.array(fc.integer({ min: -50, max: 250 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(wanted, (places) => {
        const placed = dodge(places, 15, 0, 200);
        const pairs = places.map((want, index) => ({ want, place: placed[index] ?? Number.NaN }));
        const sorted = pairs.toSorted((a, b) => a.place - b.place);
        for (const [index, { want, place }] of sorted.entries()) {
          const next = sorted[index + 1];
          if (place < -1e-9 || place > 200 + 1e-9) return false;
          if (next && (next.place - place < 15 - 1e-9 || next.want < want)) return false;
        }
        return true;
      }),
    );
  });
});

describe("text that must fit", () => {
  test("is cut with an ellipsis, never in the middle of a sign", () => {
    expect(truncate("short", 100, 11)).toBe("short");
    const cut = truncate("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 45, 11);
    expect(cut).toMatch(/^(👨‍👩‍👧‍👦)+…$/u);
    expect(textWidth(cut, 11)).toBeLessThanOrEqual(45);
  });

  test("breaks at spaces into no more lines than allowed", () => {
    expect(wrap("Exchange rates", 70, 12, 2)).toEqual(["Exchange", "rates"]);
    const lines = wrap("one two three four five six seven", 40, 12, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
  });
});

describe("ticks", () => {
  test("of values are round and hold all of them", () => {
    expect(valueScale([0, 73], 5).ticks).toEqual([0, 20, 40, 60, 80]);
    expect(valueScale([-330, 620], 5).ticks).toEqual([-400, -200, 0, 200, 400, 600, 800]);
  });

  test("of nothing but zeros are the one zero", () => {
    expect(valueScale([0, 0], 5)).toEqual({ domain: [0, 1], ticks: [0] });
  });

  test("of one value stand around it", () => {
    const { domain } = valueScale([-5], 4);
    expect(domain[0]).toBeLessThan(-5);
    expect(domain[1]).toBeGreaterThan(-5);
  });

  test("of values that are no numbers are an error", () => {
    expect(() => valueScale([], 4)).toThrow("a chart needs finite numbers");
  });

  test("of months fall on whole years where they thin out", () => {
    const first = monthIndex("2023-03-01");
    const ticks = monthTicks(first, first + 34, { pixels: 180, labelWidth: 50 });
    expect(ticks.map(monthDay)).toEqual(["2024-01-01", "2025-01-01", "2026-01-01"]);
  });

  test("of months that hold no whole year are the first month", () => {
    const first = monthIndex("2023-03-01");
    expect(monthTicks(first, first + 4, { pixels: 30, labelWidth: 50 })).toEqual([first]);
  });

  test("of ages go by quarters and years", () => {
    expect(ageTicks(14, { pixels: 100, labelWidth: 12 })).toEqual([0, 3, 6, 9, 12]);
    expect(ageTicks(60, { pixels: 180, labelWidth: 20 })).toEqual([0, 12, 24, 36, 48, 60]);
  });

  test("a day that is none is an error", () => {
    expect(() => monthIndex("March 2025")).toThrow('"March 2025" is not a day');
  });
});

describe("rows", () => {
  test("have their names beside the bars on a laptop, above them on a phone", () => {
    const rows = [{ name: "Enterprise customers", note: "n 34" }];
    expect(layoutRows(rows, 720, 0).left).toBeGreaterThan(100);
    expect(layoutRows(rows, 328, 0).left).toBe(0);
  });

  test("have bars short enough for the text behind them", () => {
    const bars = [
      { value: 10, text: "ten of them" },
      { value: 9, text: "nine, with a longer text" },
    ];
    const reach = barReach(bars, 10, 300, 12);
    for (const bar of bars) {
      expect((bar.value / 10) * reach + textWidth(bar.text, 12, true)).toBeLessThanOrEqual(300);
    }
  });
});
