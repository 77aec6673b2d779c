import { describe, expect, it } from "vitest";
import {
  type DashboardInput,
  parseDashboard,
  rulesets,
  underRuleset,
} from "../../src/contracts/index.ts";

const required = {
  company: { name: "Test", currency: "USD" },
  datasets: { accounts: "accounts.csv", contracts: "contracts.csv" },
} satisfies DashboardInput;

const parsed = (fields: Partial<DashboardInput>) =>
  parseDashboard({ ...required, ...fields }, "dashboard.config.ts");

describe("a preset of definitions", () => {
  it("is hourglass's where none is named, and changes nothing", () => {
    expect(parsed({}).definitions.preset).toBe("hourglass");
    expect(parsed({ definitions: { preset: "hourglass" } })).toEqual(parsed({}));
  });

  it("sets the default of every switch that it has a rule for", () => {
    const { churn, retention, quick_ratio, ltv } = parsed({ definitions: { preset: "stripe" } });
    expect(churn).toEqual({
      grace_days: 0,
      dated: "cancellation",
      same_month: "counts",
      denominator: "opening_and_new",
      contraction: "ignored",
    });
    expect(retention.reactivation).toBe("kept");
    expect(quick_ratio.reactivation).toBe("counts");
    expect(ltv.formula).toBe("survival");
    expect(parsed({ definitions: { preset: "chartmogul" } }).ltv.formula).toBe("trailing_churn");
    expect(parsed({ definitions: { preset: "profitwell" } }).churn.same_month).toBe("ignored");
    const baremetrics = parsed({ definitions: { preset: "baremetrics" } });
    expect(baremetrics.retention.reactivation).toBe("lost");
    expect(baremetrics.quick_ratio.reactivation).toBe("ignored");
  });

  it("gives way to a field that the company sets itself, and to no other", () => {
    const own = parsed({
      definitions: { preset: "stripe" },
      churn: { grace_days: 14 },
      ltv: { horizon_months: 36 },
    });
    expect(own.churn.grace_days).toBe(14);
    expect(own.churn.dated).toBe("cancellation");
    expect(own.ltv).toEqual({ formula: "survival", horizon_months: 36, threshold: 3 });
    const asDefault = parsed({ definitions: { preset: "chartmogul" }, churn: { grace_days: 30 } });
    expect(asDefault.churn.grace_days).toBe(30);
  });

  it("that nobody knows is refused with those there are", () => {
    expect(() => parsed({ definitions: { preset: "recurly" } as never })).toThrow(
      'definitions.preset: "recurly" is not allowed; expected "hourglass" or "chartmogul" or "stripe" or "profitwell" or "baremetrics"',
    );
  });

  it("leaves what is wrong beside it to be told as it was written", () => {
    expect(() => parsed({ definitions: { preset: "stripe" }, churn: { grace_days: -1 } })).toThrow(
      "churn.grace_days: -1 is not allowed",
    );
    expect(() => parsed({ definitions: { preset: "stripe" }, churn: 5 as never })).toThrow(
      "churn: 5 is not allowed",
    );
  });

  it("replaces a company's rules, and leaves what is no question of rules", () => {
    const own = parsed({
      churn: { grace_days: 14, contraction: "ignored" },
      contracts: { end_is: "exclusive" },
      cac: { lag_months: 2 },
      ltv: { formula: "churn", horizon_months: 36 },
      margin: { gross: 0.7 },
    });
    const { churn, ltv, ...rest } = underRuleset(own, "hourglass");
    expect(churn).toEqual(parsed({}).churn);
    expect(ltv).toEqual({ formula: "survival", horizon_months: 36, threshold: 3 });
    expect([rest.contracts, rest.cac, rest.margin]).toEqual([own.contracts, own.cac, own.margin]);
  });

  it("is the same named in the configuration or laid over one that names none", () => {
    for (const preset of rulesets)
      expect(underRuleset(parsed({}), preset)).toEqual(parsed({ definitions: { preset } }));
  });
});
