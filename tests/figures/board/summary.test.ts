import { describe, expect, it } from "vitest";
import { mostSentences, summaryOf } from "../../../src/figures/board/summary.ts";
import { viewOf } from "../../../src/figures/view.ts";
import type { Report } from "../../../src/report.ts";
import { dataset, metricNamed, reportWith } from "../report.ts";

const all = { dimension: "all", segment: "all" };
const moved = {
  ...all,
  month: "2025-09-01",
  opening_mrr: 1000,
  new_mrr: 100,
  reactivation_mrr: 0,
  expansion_mrr: 0,
  contraction_mrr: 0,
  churn_mrr: 20,
  fx_mrr: 0,
  closing_mrr: 1080,
};
const few = {
  recurringRevenue: [{ ...all, month: "2025-09-01", arr: 12_960, customers: 9 }],
  mrrMovements: [moved],
};
const rich = {
  ...few,
  goalForecasts: [
    { metric: "arr", period: "2025", target: 20_000, is_met: false, forecast: null, outlook: null },
  ],
  metricAlerts: [
    {
      metric: "mrr",
      month: "2025-09-01",
      value: 1080,
      change: 0.08,
      usual_low: -0.1,
      usual_high: 0.1,
      is_unusual: false,
    },
  ],
  survivalSummary: [{ ...all, customers: 12, events: 3 }],
  leftBeforePayback: [{ ...all, break_even_month: 13, lost_by_break_even: 0.38 }],
  unitEconomics: [{ ...all, cac: 6000, ltv_cac: 2.4 }],
  npsByWave: [{ ...all, wave: "2025-01-01", wave_label: "2025 H1", nps: 30, lower: 14, upper: 44 }],
};

const summary = (report: Report) => summaryOf(viewOf(report));

describe("the summary", () => {
  it("has at most seven sentences, each with the figure it stands on and its SQL", () => {
    const sentences = summary(
      reportWith(rich, {
        datasets: [dataset("goals"), dataset("surveys")],
        metrics: [metricNamed("mrr", "MRR", "money", "up")],
      }),
    );
    expect(mostSentences).toBe(7);
    expect(sentences.map(({ page, figure, text }) => [`${page}#${figure}`, text])).toEqual([
      ["#arr", "ARR is $13K in Sep 2025"],
      ["#targets", "0 of 1 target is met so far"],
      ["#arr-bridge", "ARR grew by $960 in Sep 2025: $1.2K came in and $240 went out"],
      ["#alerts", "Nothing moved beyond its usual month-to-month range in Sep 2025"],
      ["retention/#churn", "38% of customers leave before month 13, their break-even"],
      [
        "cash-flow/#ltv-cac",
        "A new customer costs $6K and is expected to bring back 2.4× that, under the 3.0× that counts as healthy",
      ],
      ["nps/#waves", "NPS is +30 in 2025 H1, between +14 and +44 with 95% confidence"],
    ]);
    for (const { queries } of sentences) expect(queries.length).toBeGreaterThan(0);
  });

  it("drops what the data cannot tell", () => {
    expect(summary(reportWith(few)).map(({ figure }) => figure)).toEqual(["arr", "arr-bridge"]);
  });

  it("tells who left within a year where break-even is not known", () => {
    const survivalSummary = [{ ...all, customers: 12, events: 0 }];
    const told = summary(reportWith({ ...few, survivalSummary })).at(-1);
    expect(told).toMatchObject({
      text: "No customer has left yet",
      page: "retention/",
      figure: "churn",
    });
  });

  it("tells of a segment, or of several together, what the overview shows of them", () => {
    const report = reportWith(rich, {
      datasets: [dataset("goals"), dataset("surveys")],
      metrics: [metricNamed("mrr", "MRR", "money", "up")],
    });
    const several = summaryOf(viewOf({ ...report, isCombination: true }));
    expect(several.map(({ figure }) => figure)).toEqual(["arr", "arr-bridge"]);
    const one = summaryOf(viewOf(report, { dimension: "tier", segment: "small" }));
    expect(one.every(({ page }) => page === "")).toBe(true);
  });

  it("does not say again what the title says", () => {
    const report = reportWith(few);
    report.definitions = { ...report.definitions, north_star: { metric: "arr" } };
    expect(summary(report).map(({ figure }) => figure)).toEqual(["arr-bridge"]);
  });
});
