import { describe, expect, it } from "vitest";
import {
  contractReference,
  type DashboardInput,
  parseDashboard,
} from "../../src/contracts/index.ts";
import { readModels } from "../../src/metrics/index.ts";
import { settingsOf } from "../../src/pipeline/settings.ts";
import { type Cells, measure, withFiles } from "../metrics/harness.ts";

const required = {
  company: { name: "Test", currency: "USD" },
  datasets: { accounts: "accounts.csv", contracts: "contracts.csv" },
} satisfies DashboardInput;

const asOf = "2025-02-28";

/** Every switch of a definition, with a value that is not the default, and a mart that must change. */
const switches: Record<string, [value: unknown, mart: string]> = {
  "churn.grace_days": [0, "mrr_movements"],
  "churn.dated": ["cancellation", "mrr_movements"],
  "churn.same_month": ["ignored", "mrr_movements"],
  "churn.denominator": ["opening_and_new", "churn_rates"],
  "churn.contraction": ["ignored", "churn_rates"],
  "retention.reactivation": ["lost", "net_revenue_retention"],
  "quick_ratio.reactivation": ["ignored", "churn_rates"],
  "contracts.end_is": ["exclusive", "account_lifetimes"],
  "cac.lag_months": [1, "acquisition_cost"],
  "margin.gross": [0.25, "gross_margin"],
  "ltv.formula": ["churn", "unit_economics"],
  "ltv.horizon_months": [12, "unit_economics"],
  "cash.basis": ["cash", "customer_cash"],
  "survival.unit": ["day", "survival_curve_by_day"],
  "nps.scale": ["1-10", "nps_distribution"],
  "nps.eligible_days": [30, "nps_eligibility"],
};

/**
 * They name the rules, or how figures are drawn, and no number of a mart follows from them; or, as
 * themes, are applied to comments before any SQL runs.
 */
const notOfTheSql = [
  "definitions.preset",
  "ltv.threshold",
  "nps.themes",
  "survival.grey_below",
  "survival.stop_below",
];

const themes = new Set(
  [...Object.keys(switches), ...notOfTheSql].map((path) => path.split(".")[0]),
);

function dashboardWith(path: string, value: unknown): unknown {
  const [theme = "", field = ""] = path.split(".");
  return { ...required, [theme]: { [field]: value } };
}

const line = (contract_id: number, account_id: string, starts_on: string, rest: Cells): Cells => ({
  contract_id,
  account_id,
  starts_on,
  ends_on: null,
  mrr: 100,
  amount: null,
  billing: null,
  cancelled_on: null,
  ...rest,
});

/** One account for each rule: a gap, a notice, a brief stay, a return, less money, a year upfront. */
const inputs: Record<string, Cells[]> = {
  accounts: ["gap", "notice", "brief", "back", "less", "year", "gone"].map((account_id) => ({
    account_id,
  })),
  contracts: [
    line(1, "gap", "2024-01-01", { ends_on: "2024-06-10" }),
    line(2, "gap", "2024-06-25", {}),
    line(3, "notice", "2024-01-01", { ends_on: "2025-04-30", cancelled_on: "2025-02-10" }),
    line(4, "brief", "2025-02-03", { ends_on: "2025-02-20", cancelled_on: "2025-02-18" }),
    line(5, "back", "2024-01-01", { ends_on: "2024-09-30" }),
    line(6, "back", "2025-02-20", {}),
    line(7, "less", "2024-01-01", { ends_on: "2025-01-31" }),
    line(8, "less", "2025-02-01", { mrr: 50 }),
    line(9, "year", "2024-01-01", {
      ends_on: "2025-12-31",
      mrr: null,
      amount: 2400,
      billing: "upfront",
    }),
    line(10, "gone", "2024-01-01", { ends_on: "2025-02-09", cancelled_on: "2025-02-09" }),
  ],
  costs: [
    { month: "2024-01-01", category: "sales", amount: 1000 },
    { month: "2025-01-01", category: "sales", amount: 2000 },
    { month: "2025-02-01", category: "sales", amount: 3000 },
    { month: "2025-02-01", category: "service", amount: 100 },
  ],
  surveys: [
    { response_id: 1, account_id: "gap", answered_on: "2025-02-01", kind: "nps", score: 9 },
    { response_id: 2, account_id: "gap", answered_on: "2024-03-01", kind: "nps", score: 3 },
  ],
};

function rowsBy(dashboard: unknown, mart: string): Promise<unknown> {
  const settings = settingsOf(parseDashboard(dashboard, "the test"), asOf);
  return withFiles(inputs, async (files) => {
    const warehouse = await measure(files, settings, [mart]);
    try {
      return await warehouse.rows(`select * from ${mart} order by rowid`);
    } finally {
      warehouse.close();
    }
  });
}

describe("the switches of the definitions", () => {
  it("are all of the fields under their themes", () => {
    const fields = contractReference()
      .config.map(({ path }) => path)
      .filter((path) => path.includes(".") && themes.has(path.split(".")[0] ?? ""));
    expect(fields.toSorted()).toEqual([...Object.keys(switches), ...notOfTheSql].toSorted());
  });

  it.each(Object.entries(switches))("%s changes a mart", async (path, [value, mart]) => {
    const changed = await rowsBy(dashboardWith(path, value), mart);
    expect(changed).not.toEqual(await rowsBy(required, mart));
  });

  it("reach the SQL as a setting that some model reads", () => {
    const sql = readModels()
      .map((model) => model.sql)
      .join("\n");
    const settings = Object.keys(settingsOf(parseDashboard(required, "the test"), asOf));
    const column = (name: string) => name.replaceAll(/[A-Z]/g, (one) => `_${one.toLowerCase()}`);
    const unread = settings.filter((name) => !new RegExp(`\\b${column(name)}\\b`).test(sql));
    expect(unread).toEqual([]);
  });
});
