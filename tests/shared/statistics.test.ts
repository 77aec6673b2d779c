import { describe, expect, test } from "vitest";
import { chiSquarePValue, holmCorrection } from "../../src/shared/statistics.ts";

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
