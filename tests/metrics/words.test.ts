import { describe, expect, it } from "vitest";
import { metrics, settingPaths, wordsUnder } from "../../src/metrics/index.ts";
import { type SettingsOfTest, settingsOfTest } from "./harness.ts";

function wordsOf(id: string, settings: Partial<SettingsOfTest> = {}) {
  const metric = metrics.find((one) => one.id === id);
  if (!metric) throw new Error(`no metric "${id}"`);
  const words = wordsUnder(settingsOfTest({ asOf: "2025-12-31", ...settings }), metric);
  return { ...words, all: [words.definition, words.formula, ...words.caveats].join(" ") };
}

describe("the words of a metric", () => {
  it("say the base of logo churn in force", () => {
    expect(wordsOf("logo_churn").formula).toBe(
      "Churn = opening customers that churned / opening customers",
    );
    const stripe = wordsOf("logo_churn", { churnDenominator: "opening_and_new" });
    expect(stripe.formula).toBe(
      "Churn = customers that churned / (opening customers + new + reactivated)",
    );
    expect(stripe.all).not.toMatch(/never enter/);
  });

  it("leave contraction out of gross MRR churn where it does not count", () => {
    expect(wordsOf("gross_mrr_churn").formula).toMatch(/contraction/);
    const alone = wordsOf("gross_mrr_churn", { churnContraction: "ignored" });
    expect(alone.formula).not.toMatch(/contraction/);
    expect(alone.definition).toMatch(/without contraction/);
  });

  it("say whether who came back is kept, and whether it is won", () => {
    expect(wordsOf("nrr").all).toMatch(/count as kept/);
    expect(wordsOf("nrr", { retentionReactivation: "lost" }).all).toMatch(/count as lost/);
    expect(wordsOf("quick_ratio").formula).toMatch(/reactivation/);
    expect(wordsOf("quick_ratio", { quickRatioReactivation: "ignored" }).formula).not.toMatch(
      /reactivation/,
    );
  });

  it("say the formula of lifetime value and its horizon", () => {
    expect(wordsOf("ltv", { ltvHorizonMonths: 36 }).definition).toMatch(/within 36 months/);
    expect(wordsOf("ltv", { ltvFormula: "trailing_churn" }).formula).toBe(
      "LTV = ARPA / mean logo churn of the 6 months before",
    );
    const simple = wordsOf("ltv", { ltvFormula: "churn", grossMargin: 0.8 });
    expect(simple.all).not.toMatch(/survival|80%|area/);
  });

  it("say the scores of detractors on the scale that was asked", () => {
    expect(wordsOf("nps").definition).toMatch(/detractors \(0-6\)/);
    expect(wordsOf("nps", { npsLowest: 1 }).definition).toMatch(/detractors \(1-6\)/);
    expect(wordsOf("nps", { npsEligibleDays: 1 }).all).toMatch(/for 1 day and more/);
  });

  it("say the days of grace, and that none means any gap", () => {
    expect(wordsOf("renewal_rate", { graceDays: 14 }).definition).toMatch(/within 14 days/);
    expect(wordsOf("renewal_rate", { graceDays: 0 }).all).not.toMatch(/grace|0 days/);
    expect(wordsOf("churn_mrr", { churnDated: "cancellation" }).all).toMatch(/day of the notice/);
    expect(wordsOf("new_mrr", { churnSameMonth: "ignored" }).all).toMatch(/neither as new/);
    expect(wordsOf("reactivation_mrr", { graceDays: 0 }).all).toMatch(/Any gap/);
  });

  it("say the lag of costs, the margin and the basis of cash", () => {
    expect(wordsOf("cac_month").formula).toBe(
      "CAC = (marketing + sales cost of the month and those pooled into it) / new customers",
    );
    expect(wordsOf("cac", { cacLagMonths: 2 }).formula).toMatch(/cost of 2 months before the 12/);
    expect(wordsOf("gross_margin", { grossMargin: 0.755 }).formula).toBe(
      "Gross margin = 75.5%, the configured figure",
    );
    expect(wordsOf("cac_payback").all).toMatch(/measured from cost of service/);
    expect(wordsOf("customer_cash_24", { cashBasis: "cash" }).all).toMatch(/when it is billed/);
    expect(wordsOf("mrr", { endIs: "exclusive" }).all).toMatch(/first day without service/);
    expect(wordsOf("survival_12", { dataFrom: "2024-01-01" }).all).toMatch(/before 2024-01-01/);
  });

  it("name no field of the configuration where its value can stand", () => {
    const paths = Object.values(settingPaths).filter((path) => path !== null);
    for (const { id } of metrics)
      for (const path of paths)
        if (path.includes(".")) expect(wordsOf(id).all, id).not.toContain(path);
  });
});
