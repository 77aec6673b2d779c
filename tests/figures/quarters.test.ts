import { describe, expect, it } from "vitest";
import { formatsOf } from "../../src/figures/formats.ts";
import { askQuarters, quartersFinding, quartersOf } from "../../src/figures/overview/quarters.ts";
import { viewOf } from "../../src/figures/view.ts";
import { reportWith } from "./report.ts";

/** Months from January 2024 on, 1 to as many, in which MRR is won or lost and nothing else happens. */
function reportOf(months: number, change: (month: number) => number) {
  const day = (month: number) =>
    `${2024 + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, "0")}-01`;
  const all = Array.from({ length: months }, (_, index) => index + 1);
  const base = { dimension: "all", segment: "all" };
  return reportWith(
    {
      mrrMovements: all.map((month) => ({
        ...base,
        month: day(month),
        new_mrr: Math.max(0, change(month)),
        reactivation_mrr: 0,
        expansion_mrr: 0,
        contraction_mrr: 0,
        churn_mrr: Math.max(0, -change(month)),
        fx_mrr: 0,
      })),
      recurringRevenue: all.map((month) => ({
        ...base,
        month: day(month),
        arr: 12 * all.slice(0, month).reduce((sum, each) => sum + change(each), 0),
        customers: month,
      })),
      netRevenueRetention: all.map((month) => ({
        ...base,
        month: day(month),
        nrr: month > 12 ? 1 : null,
        grr: month > 12 ? 0.9 : null,
        annual_logo_churn: month > 12 ? 0.2 : null,
      })),
    },
    { lastMonth: day(months) },
  );
}

const findingOf = (report: ReturnType<typeof reportOf>) =>
  quartersFinding(quartersOf(askQuarters(viewOf(report))), formatsOf(report));

describe("the newest quarters", () => {
  it("hold 12 times the movements of their months, and what stood at their end", () => {
    const quarters = quartersOf(askQuarters(viewOf(reportOf(24, (month) => 10 * month))));
    expect(quarters).toHaveLength(8);
    // 12 x 10 x (1 + 2 + 3), and of the last quarter 12 x 10 x (22 + 23 + 24)
    expect(quarters.map(({ net_arr }) => net_arr)).toEqual([
      720, 1800, 2880, 3960, 5040, 6120, 7200, 8280,
    ]);
    expect(quarters.at(-1)?.end).toEqual({ month: "2025-12-01", arr: 36_000, customers: 24 });
    expect(quarters[3]?.year).toBeUndefined();
    expect(quarters[4]?.year?.grr).toBe(0.9);
  });

  it("are nine where there are more, and add up from one end to the next", () => {
    const quarters = quartersOf(
      askQuarters(viewOf(reportOf(29, (month) => (month % 5 === 0 ? -30 : 20)))),
    );
    expect(quarters).toHaveLength(9);
    for (const [place, { end }] of quarters.slice(0, -1).entries()) {
      const next = quarters[place + 1];
      expect(end.arr + (next?.net_arr ?? 0)).toBe(next?.end.arr);
    }
    expect(quarters.at(-1)).toMatchObject({ quarter: "2026-04-01", isComplete: false });
    expect(quarters.at(-1)?.end.month).toBe("2026-05-01");
    expect(quarters.slice(0, -1).every(({ isComplete }) => isComplete)).toBe(true);
  });

  it("are told by the newest complete one, against the same of a year before", () => {
    // 12 x 10 x (19 + 20 + 21) in the third quarter of 2025, 12 x 10 x (7 + 8 + 9) a year before
    expect(findingOf(reportOf(23, (month) => 10 * month))).toBe(
      "ARR grew by $7.2K in 2025 Q3; in 2024 Q3 it grew by $2.88K",
    );
  });

  it("are told as a fall where more went than came", () => {
    expect(findingOf(reportOf(6, (month) => (month > 3 ? -5 : 30)))).toBe(
      "ARR fell by $180 in 2024 Q2",
    );
  });

  it("are not told before one is complete", () => {
    expect(findingOf(reportOf(2, () => 10))).toBe("No quarter is complete yet");
  });
});
