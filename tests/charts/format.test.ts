import { describe, expect, test } from "vitest";
import { makeFormats } from "../../src/charts/format.ts";

const format = makeFormats("en", "USD");

describe("formats", () => {
  test("money has three digits, and all of them where asked", () => {
    expect(format.money(1_236_000)).toBe("$1.24M");
    expect(format.money(66_000)).toBe("$66K");
    expect(format.money(-330_000)).toBe("-$330K");
    expect(format.money(-0)).toBe("$0");
    expect(format.moneyFull(1_234_567.8)).toBe("$1,234,568");
    expect(format.moneyChange(12_340)).toBe("+$12.3K");
    expect(format.moneyChange(0)).toBe("$0");
  });

  test("shares have a digit more where they are small", () => {
    expect(format.share(1.0312)).toBe("103.1%");
    expect(format.share(0.021)).toBe("2.1%");
    expect(format.share(0.00214)).toBe("0.21%");
    expect(format.wholeShare(0.385)).toBe("39%");
  });

  test("points carry their sign, and nothing has none", () => {
    expect([34, 39.46, -3.47, 0].map(format.points)).toEqual(["+34", "+39.5", "-3.5", "0"]);
  });

  test("months are counted, ratios are times", () => {
    expect([1, 13].map(format.months)).toEqual(["1 month", "13 months"]);
    expect(format.ratio(4.23)).toBe("4.2×");
  });

  test("days are named without a shift by the zone", () => {
    expect(format.monthLabel("2025-09-01")).toBe("Sep 2025");
    expect(format.monthLabel("2025-01-01")).toBe("Jan 2025");
    expect(["2024-03-31", "2024-04-01", "2024-12-31"].map(format.quarterLabel)).toEqual([
      "2024 Q1",
      "2024 Q2",
      "2024 Q4",
    ]);
    expect(() => format.monthLabel("1/2/2025")).toThrow('"1/2/2025" is not a day');
  });

  test("other languages write their own way", () => {
    const chinese = makeFormats("zh-CN", "CNY");
    expect(chinese.money(1_230_000)).toBe("¥123万");
    expect(chinese.monthLabel("2025-09-01")).toBe("2025年9月");
  });
});
