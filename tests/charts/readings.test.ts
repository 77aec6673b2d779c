import { describe, expect, test } from "vitest";
import { gallery } from "./gallery.ts";

const drawn = (name: string, width = 720) => {
  const draw = gallery[name];
  if (!draw) throw new Error(`no chart ${name} in the gallery`);
  return draw(width);
};
const linesOf = (name: string, index: number) => drawn(name).readings.at(index)?.lines;

/** All that they hold is written out, or stands beside them. */
const unread = ["sparkline", "lineage"];

describe.each(Object.keys(gallery).filter((name) => !unread.includes(name)))("%s", (name) => {
  test.each([328, 720])("can be read at places within the picture of %i", (width) => {
    const { readings, height } = drawn(name, width);
    expect(readings.length).toBeGreaterThan(0);
    for (const { x, y, lines } of readings) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(height);
      expect(lines.every((line) => line.trim() !== "")).toBe(true);
      expect(lines.length).toBeGreaterThan(1);
    }
  });
});

test("a month of the growth of revenue reads to the unit of the currency", () => {
  expect(linesOf("arrOverTime", 0)).toEqual(["Jan 2023", "$310,000"]);
  expect(linesOf("arrOverTime", -1)).toEqual(["Nov 2025", "$1,252,000 so far"]);
});

test("a month of the cash from a customer reads every curve", () => {
  // -6000 + 500 x 13; -6000 + 500 x (1 - 0.975^13) / 0.025; -6000 + 455 x 13 - 4 x 13^2
  expect(linesOf("customerCash", 13)).toEqual([
    "13 months since start",
    "if they stay $500",
    "as they leave -$391",
    "measured -$761",
  ]);
});

test("a wave reads its score with the interval and its answers", () => {
  // (20 - 22) / 66; p' = 20.75 / 69, d' = 22.75 / 69, half of the interval 18.72
  expect(linesOf("npsWaves", 0)).toEqual(["2023 H1", "-3", "95%: -21.6 … +15.8", "answers 66"]);
});

test("a step of the bridge reads its name and its change", () => {
  expect(linesOf("mrrBridge", 1)).toEqual(["New", "+$9K"]);
});

test("a cell of the triangle reads its cohort, age, share, customers, and that it is not complete", () => {
  // The second quarter of 15 starts in April 2023, the cell at its age 27 is not reached by 3 of them.
  const cell = drawn("cohortTriangle").readings.find(({ lines }) =>
    lines[0]?.startsWith("2023 Q2 · 27 "),
  );
  expect(cell?.lines[0]).toBe("2023 Q2 · 27 months since start");
  expect(cell?.lines[2]).toMatch(/ \/ 12$/);
  expect(cell?.lines[3]).toBe("hatched: not every customer of the cohort is that old yet");
});

test("an age of the churn curves reads every segment with the customers at risk, and its band once somebody left", () => {
  const [title, ...segments] = linesOf("churnCurves", 0) ?? [];
  expect(title).toBe("0 months since start");
  expect(segments.length).toBeGreaterThan(1);
  for (const line of segments) expect(line).toMatch(/^\w+ 0%, n \d+$/);
  // One of 117 at risk: 0.85%, two standard errors of 0.0085 to each side.
  expect(linesOf("churnCurves", 1)?.[1]).toBe("Small 0.85% (0%–2.6%), n 117");
});
