import { describe, expect, test } from "vitest";
import { constantSurvival, staying } from "../../src/shared/cash.ts";
import { type Economics, leverGains, paybackGrid } from "../../src/shared/levers.ts";

/** The book's customer, of whom a fifth of the price is the cost of service. */
const book: Economics = {
  cac: 6_000,
  price: 625,
  margin: 0.8,
  monthlyChurn: 0.025,
  survival: constantSurvival(0.025),
};

describe("payback over CAC and churn", () => {
  const months = (cacs: number[], churns: number[]) =>
    paybackGrid(book, cacs, churns).map((row) => row.map((cell) => cell.month));

  test("is month 13 without churn at 6,000, month 7 at 3,000", () => {
    // 500 a month: 12 payments make 6,000 and the 13th is above it; 6 make 3,000
    expect(months([3_000, 6_000], [0])).toEqual([[7, 13]]);
  });

  test("is month 15 at 2.5%, and never where CAC x churn reaches the margin", () => {
    // 500 x (1 - 0.975^n) / 0.025 > 6000 at n = 15; 6000 x 0.1 > 500
    expect(months([6_000], [0.025, 0.1])).toEqual([[15], [null]]);
  });

  test("keeps the steps of a measured curve: at the same churn it is the curve itself", () => {
    const yearly = { ...book, monthlyChurn: 0.02, survival: (age: number) => (age < 12 ? 1 : 0.5) };
    // 6,000 after 12 payments, 6,250 after 13.
    expect(paybackGrid(yearly, [6_000, 6_250], [0.02])[0]?.map(({ month }) => month)).toEqual([
      13, 14,
    ]);
    // Twice the churn's logarithm squares the curve: 6,000 + 0.25 x 500 = 6,125 in month 13, 6,250 in month 14.
    const twice = 1 - (1 - 0.02) ** 2;
    expect(paybackGrid(yearly, [6_200], [twice])[0]?.[0]?.month).toBe(14);
  });
});

describe("the levers", () => {
  test("without churn: 10% less CAC is 1.2 months of 12, 10% more price 1.33, 10% less service 0.29", () => {
    // 6,000 / 500 = 12; 5,400 / 500 = 10.8; price 687.5 - 125 = 562.5: 10.667; margin 0.82: 512.5: 11.707
    const gains = leverGains({ ...book, monthlyChurn: 0, survival: staying }, 0.1);
    expect(gains.map(({ lever }) => lever)).toEqual(["price", "cac", "service", "churn"]);
    const sooner = gains.map((gain) => gain.sooner);
    expect(sooner[0]).toBeCloseTo(12 - 6_000 / 562.5, 9);
    expect(sooner[1]).toBeCloseTo(1.2, 9);
    expect(sooner[2]).toBeCloseTo(12 - 6_000 / 512.5, 9);
    expect(sooner[3]).toBe(0);
  });

  test("say what a lever reaches, but not by how much, where today's curve never crosses", () => {
    const lost = { ...book, monthlyChurn: 0.084, survival: constantSurvival(0.084) };
    // 500 / 0.084 = 5,952 in all, under 6,000; at a CAC of 5,400 it crosses
    const cac = leverGains(lost, 0.1).find(({ lever }) => lever === "cac");
    expect(cac?.months).toBeGreaterThan(12);
    expect(cac?.sooner).toBeNull();
  });
});
