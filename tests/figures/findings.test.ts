import { describe, expect, it } from "vitest";
import { cashFinding } from "../../src/figures/cash/finding.ts";
import { npsFinding } from "../../src/figures/nps/by-wave.ts";
import { changesOf } from "../../src/figures/overview/changes.ts";
import { overviewFinding } from "../../src/figures/overview/finding.ts";
import { retentionFinding } from "../../src/figures/retention/finding.ts";
import { type View, viewOf } from "../../src/figures/view.ts";
import type { Report } from "../../src/report.ts";
import { reportWith } from "./report.ts";

const formatted = <T>(report: Report, words: (view: View) => T) => words(viewOf(report));

const nrr = (value: number, month = "2025-09-01") => ({ metric: "nrr", month, value });
const goal = { metric: "nrr", period: "2025", target: 1.05 };

describe("the overview's title", () => {
  const title = (report: Report) => formatted(report, overviewFinding);

  it("holds the north star against its target", () => {
    const met = reportWith({ headlineMetrics: [nrr(1.061)], goalAttainment: [goal] });
    expect(title(met)).toBe("Net revenue retention is 106.1%, on its 2025 target of 105%");
    const missed = reportWith({ headlineMetrics: [nrr(1.04)], goalAttainment: [goal] });
    expect(title(missed)).toBe(
      "Net revenue retention is 104%, 1 point short of its 2025 target of 105%",
    );
  });

  it("holds it against a year ago where there is no target", () => {
    const report = reportWith({ headlineMetrics: [nrr(1.02, "2024-09-01"), nrr(0.995)] });
    expect(title(report)).toBe("Net revenue retention is 99.5%, down 2.5 points in a year");
  });

  it("takes a target of the configuration, which has no period", () => {
    const report = reportWith({
      headlineMetrics: [{ metric: "churn", month: "2025-09-01", value: 0.16 }],
    });
    report.definitions = { ...report.definitions, north_star: { metric: "churn", target: 0.14 } };
    expect(title(report)).toBe("Customer churn is 16%, 2 points above the limit of 14%");
  });

  it("says what is missing where the value is not known", () => {
    expect(title(reportWith({}))).toBe(
      "Net revenue retention cannot be told: needs 12 complete months",
    );
  });
});

const movements = {
  dimension: "all",
  segment: "all",
  month: "2025-09-01",
  is_complete: true,
  opening_mrr: 1000,
  new_mrr: 100,
  reactivation_mrr: 0,
  expansion_mrr: 50,
  contraction_mrr: 10,
  churn_mrr: 40,
  fx_mrr: 0,
  closing_mrr: 1100,
  opening_customers: 10,
  new_customers: 1,
  reactivated_customers: 0,
  churned_customers: 2,
  opening_churned_customers: 2,
  closing_customers: 9,
};

describe("what changed", () => {
  it("tells the month's ARR, what came and what went, counted in words", () => {
    expect(formatted(reportWith({ mrrMovements: [movements] }), changesOf)).toEqual([
      "ARR ended Sep 2025 at $13.2K, up 10% in the month.",
      "1 new customer brought $100 of MRR; the median of the last twelve months is $100.",
      "2 customers left with $40 of MRR; the median of the last twelve months is $40.",
      "Customers who stayed added $50 and gave back $10.",
    ]);
  });

  it("tells of those who await renewal on the newest day, though the month before is told", () => {
    const awaiting = { dimension: "all", segment: "all", accounts: 2, mrr: 300 };
    const told = (rows: (typeof awaiting)[]) =>
      formatted(
        reportWith({ mrrMovements: [movements], awaitingRenewalBySegment: rows }),
        changesOf,
      );
    expect(told([awaiting]).at(-1)).toMatch(/^2 customers with \$300 of MRR are past the end/);
    expect(told([{ ...awaiting, accounts: 0, mrr: 0 }])).toHaveLength(4);
  });

  it("takes the median of twelve months as usual, not the running month", () => {
    const earlier = { ...movements, month: "2025-08-01", new_mrr: 300, churn_mrr: 0 };
    const running = { ...movements, month: "2025-10-01", new_mrr: 9000, is_complete: false };
    const sentences = formatted(
      reportWith({ mrrMovements: [earlier, movements, running] }),
      changesOf,
    );
    expect(sentences[1]).toContain("the median of the last twelve months is $200.");
  });

  it("calls a change of NPS one only where it is beyond chance", () => {
    const wave = {
      dimension: "all",
      is_latest: true,
      wave_label: "2025 H1",
      nps: 30,
      previous_nps: 25,
    };
    const sentences = (is_change: boolean) =>
      formatted(
        reportWith({ mrrMovements: [movements], npsByWave: [{ ...wave, is_change }] }),
        changesOf,
      ).at(-1);
    expect(sentences(false)).toBe(
      "NPS is +30 in 2025 H1, up 5 points on the wave before; that is within chance.",
    );
    expect(sentences(true)).toContain("the change is beyond chance");
  });
});

const present = (dataset: string) => ({
  dataset,
  grain: "",
  lights: "",
  isPresent: true,
  rows: 1,
  accepted: 1,
  setAside: 0,
  firstDay: null,
  lastDay: null,
});

describe("the other titles", () => {
  it("warn of those who leave before break-even", () => {
    const payback = {
      dimension: "all",
      segment: "all",
      break_even_month: 13,
      lost_by_break_even: 0.38,
    };
    expect(formatted(reportWith({ leftBeforePayback: [payback] }), retentionFinding)).toBe(
      "38% of customers leave before month 13, their break-even",
    );
  });

  it("say that nobody has left, or that too few are observed to draw who did", () => {
    const title = (customers: number, events: number) => {
      const survivalSummary = [{ dimension: "all", customers, events }];
      return formatted(reportWith({ survivalSummary }), retentionFinding);
    };
    expect(title(20, 0)).toBe("No customer has left yet");
    expect(title(3, 1)).toBe("1 of 3 customers have left; too few are observed for a curve");
  });

  it("hold LTV:CAC against its threshold", () => {
    const economics = { dimension: "all", cac: 6000, ltv_cac: 2.4 };
    expect(formatted(reportWith({ unitEconomics: [economics] }), cashFinding)).toBe(
      "A new customer costs $6K and is expected to bring back 2.4× that, under the 3.0× that counts as healthy",
    );
  });

  it("give the score with its interval", () => {
    const wave = { dimension: "all", wave_label: "2025 H1", nps: 30, lower: 14.05, upper: 44.2 };
    const surveys = reportWith({ npsByWave: [wave] }, { datasets: [present("surveys")] });
    expect(formatted(surveys, npsFinding)).toBe(
      "NPS is +30 in 2025 H1, between +14.1 and +44.2 with 95% confidence",
    );
  });
});
