import { describe, expect, test } from "vitest";
import * as charts from "../../src/charts/index.ts";
import { bullets, ranges } from "./fixtures/board.ts";
import { frame, text } from "./gallery.ts";
import { attributesOf, textsOf } from "./reading.ts";

describe("targets", () => {
  const draw = (rows = bullets, width = 720) =>
    charts.targetBullets(rows, { ...frame(width, "targets"), text: text.targets });
  const tickOf = "line[stroke='var(--chart-ink)']";

  test("stand under one another, whatever their units; bars are shares of them", () => {
    const chart = draw();
    const ends = attributesOf(chart, tickOf, "y1");
    const ticks = attributesOf(chart, tickOf, "x1").filter(
      (_x, place) => ends[place] !== attributesOf(chart, tickOf, "y2")[place],
    );
    expect(ticks).toHaveLength(3);
    expect(new Set(ticks).size).toBe(1);
    const [, arr, , churn] = attributesOf(chart, "rect", "width").map(Number);
    const whole = Number(ticks[0]) - Number(attributesOf(chart, "rect", "x")[0]);
    // 12.8 of 16, and 21% of 14%.
    expect((arr ?? 0) / whole).toBeCloseTo(0.8, 2);
    expect((churn ?? 0) / whole).toBeCloseTo(1.5, 2);
  });

  test("have no bar where there is no value, and none is drawn of a target of 0", () => {
    expect(attributesOf(draw(), "rect", "fill")).toEqual([
      "var(--chart-grid)",
      "var(--chart-total)",
      "var(--chart-grid)",
      "var(--chart-lost)",
      "var(--chart-grid)",
    ]);
    const none = draw(bullets.map((row) => ({ ...row, target: 0 })));
    expect(attributesOf(none, "rect", "fill")).toEqual(Array(3).fill("var(--chart-grid)"));
  });

  test("are written out whole on a phone", () => {
    const shown = textsOf(draw(bullets, 328));
    for (const { name, verdict, lines } of bullets) {
      expect(shown).toEqual(
        expect.arrayContaining([name, ...lines, ...(verdict ? [verdict] : [])]),
      );
    }
    expect(draw(bullets, 328).readings.map(({ lines }) => lines)).toEqual([
      ["ARR", "2025", "$12.8M, target $16M", "expected $14M, $12M to $16M", "within reach"],
      ["Churn, 12 months", "2025", "21%, target 14%", "off course"],
      ["NPS", "2025-H1", "not known, target +35"],
    ]);
  });
});

test("a change stands outside the band where it is beyond the usual range", () => {
  const chart = charts.usualRanges(ranges, { ...frame(720, "alerts"), text: text.alerts });
  const [left, other] = attributesOf(chart, "rect", "x").map(Number);
  const [width] = attributesOf(chart, "rect", "width").map(Number);
  const [inside, beyond] = attributesOf(chart, "circle", "cx").map(Number);
  expect(other).toBe(left);
  // 5% is the middle of -5% to 15%; 6 is half a band's half beyond 4.
  expect(inside).toBeCloseTo((left ?? 0) + (width ?? 0) / 2, 1);
  expect(beyond).toBeCloseTo((left ?? 0) + 1.25 * (width ?? 0), 1);
  expect(attributesOf(chart, "circle", "fill")).toEqual([
    "var(--chart-total)",
    "var(--chart-accent)",
  ]);
});
