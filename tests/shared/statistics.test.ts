import { describe, expect, test } from "vitest";
import { chiSquarePValue, fisherPValue, holmCorrection } from "../../src/shared/statistics.ts";

describe("p value of a chi-square on 1 degree of freedom", () => {
  // R 4: pchisq(x, 1, lower.tail = FALSE), digits = 17
  test.each([
    [0, 1],
    [1e-6, 0.99920211557217786],
    [0.1, 0.75182963404584935],
    [1, 0.31731050786291415],
    [3.841458820694124, 0.049999999999999975],
    [7.99, 0.0047036415099147386],
    [8, 0.004677734981047268],
    [8.01, 0.0046519737673363145],
    [16.793, 4.1686794718863377e-5],
    [30, 4.3204630578274968e-8],
    [60, 9.4857375710738494e-15],
    [200, 2.0884875837625449e-45],
  ])("chi-square %d has the p value that R gives", (chiSquare, expected) => {
    expect(Math.abs(chiSquarePValue(chiSquare) / expected - 1)).toBeLessThan(1e-12);
  });

  test("a chi-square beyond every double has p value 0", () => {
    expect(chiSquarePValue(Number.POSITIVE_INFINITY)).toBe(0);
  });

  test("a negative chi-square has no p value", () => {
    expect(chiSquarePValue(-0.5)).toBeNaN();
  });
});

describe("Holm correction", () => {
  test("the smallest p value is multiplied by the number of tests, the next by one less", () => {
    // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
    const corrected = holmCorrection([0.01, 0.04, 0.03, 0.005]);
    for (const [index, expected] of [0.03, 0.06, 0.06, 0.02].entries()) {
      expect(corrected[index]).toBeCloseTo(expected, 12);
    }
  });

  test("equal p values are corrected alike", () => {
    // R: p.adjust(c(0.02, 0.02, 0.5, 0.0001), "holm")
    const corrected = holmCorrection([0.02, 0.02, 0.5, 0.0001]);
    for (const [index, expected] of [0.06, 0.06, 0.5, 0.0004].entries()) {
      expect(corrected[index]).toBeCloseTo(expected, 12);
    }
  });

  test("no corrected p value is above 1", () => {
    expect(holmCorrection([0.5, 0.9, 0.6])).toEqual([1, 1, 1]);
  });

  test("a single test needs no correction", () => {
    expect(holmCorrection([0.03])).toEqual([0.03]);
  });

  test("no test gives nothing to correct", () => {
    expect(holmCorrection([])).toEqual([]);
  });
});

describe("Fisher's exact test, one-sided", () => {
  // R 4: phyper(a - 1, a + c, b + d - a - c, b, lower.tail = FALSE), digits = 17
  test.each([
    [3, 20, 0, 200, 0.00065122762119117466],
    [2, 20, 0, 200, 0.0078870900788709005],
    [5, 5, 0, 5, 0.003968253968253968],
    [1, 15, 91, 8400, 0.152135121894303],
    [0, 50, 3, 60, 1],
    [53, 347, 39, 8000, 4.0047467892696765e-50],
    [400, 5000, 2000, 90000, 1.1491345179654907e-94],
  ])("%d of %d against %d of %d has the p value that R gives", (a, b, c, d, expected) => {
    const p = fisherPValue({ events: a, trials: b }, { events: c, trials: d });
    expect(Math.abs(p / expected - 1)).toBeLessThan(1e-8);
  });

  test("is 1 where there is nothing to compare with", () => {
    expect(fisherPValue({ events: 2, trials: 9 }, { events: 0, trials: 0 })).toBeCloseTo(1, 12);
  });
});
