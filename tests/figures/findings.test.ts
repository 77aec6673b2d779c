import { describe, expect, it } from "vitest";
import { cashFinding } from "../../src/figures/cash/finding.ts";
import { npsFinding } from "../../src/figures/nps/by-wave.ts";
import { overviewFinding } from "../../src/figures/overview/finding.ts";
import { retentionFinding } from "../../src/figures/retention/finding.ts";
import { type View, viewOf } from "../../src/figures/view.ts";
import type { Report } from "../../src/report.ts";
import { dataset, reportWith } from "./report.ts";

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
    const surveys = reportWith({ npsByWave: [wave] }, { datasets: [dataset("surveys")] });
    expect(formatted(surveys, npsFinding)).toBe(
      "NPS is +30 in 2025 H1, between +14.1 and +44.2 with 95% confidence",
    );
  });
});
