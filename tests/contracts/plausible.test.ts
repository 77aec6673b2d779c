import { describe, expect, it } from "vitest";
import { datasets, parseDashboard } from "../../src/contracts/index.ts";

const company = (fields: Record<string, unknown>) => () =>
  parseDashboard(
    {
      company: { name: "Paper Ltd", currency: "USD", ...fields },
      datasets: { accounts: "accounts.csv", contracts: "contracts.csv" },
    },
    "dashboard.config.ts",
  );

describe("implausible values", () => {
  it("a currency is the same in any case", () => {
    expect(datasets.contracts.fields.currency?.parse("usd")).toBe("USD");
    expect(datasets.fx.fields.currency?.parse("eUr")).toBe("EUR");
    expect(datasets.fx.fields.currency?.safeParse("euro").success).toBe(false);
  });

  it("a term of more than a century is refused", () => {
    expect(datasets.contracts.fields.term_months?.safeParse("1200").success).toBe(true);
    expect(datasets.contracts.fields.term_months?.safeParse("1201").success).toBe(false);
  });

  it.each(["de_DE", "", "english (US)"])(
    "a locale of %j is refused, with one that is right",
    (locale) => {
      expect(company({ locale })).toThrow(/company\.locale.*such as en-GB, de-DE/);
    },
  );
});
