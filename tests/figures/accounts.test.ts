import { describe, expect, test } from "vitest";
import { type AccountsReport, listAccounts } from "../../src/figures/index.ts";
import { reportWith } from "./report.ts";

type Account = AccountsReport["accounts"][number];

const account = (changes: Partial<Account>): Account => ({
  account_id: "K7QF2A",
  cohort: "2024-01-01",
  started_on: "2024-01-10",
  churned_on: null,
  left_age: null,
  last_age: 20,
  start_mrr: 100,
  mrr: 100,
  live_ages: "0-21",
  tier: "small",
  industry: "unknown",
  region: "unknown",
  fit: "unknown",
  plan: "unknown",
  channel: "unknown",
  owner: "unknown",
  ...changes,
});

/** One that stays; one that left after 2 months, 300 at start; one that came back after 12; one not 12 months old. */
const report: AccountsReport = {
  company: reportWith({}).company,
  accounts: [
    account({}),
    account({
      account_id: "LEFT22",
      churned_on: "2024-03-10",
      left_age: 2,
      start_mrr: 300,
      mrr: 0,
      live_ages: "0-2",
      tier: "enterprise",
      region: "East",
    }),
    account({
      account_id: "BACK22",
      churned_on: "2024-03-15",
      left_age: 2,
      start_mrr: 50,
      mrr: 60,
      live_ages: "0-1 1-2 12-21",
    }),
    account({ account_id: "YOUNG2", started_on: "2024-03-31", last_age: 11, live_ages: "0-12" }),
    account({ account_id: "OTHER2", cohort: "2024-04-01" }),
  ],
};

describe("the accounts behind a cell", () => {
  test("are those of the cohort, the most MRR at start first, each there, gone or not that old", () => {
    const list = listAccounts(report, "cohort 2024-01-01 12");
    expect(list?.title).toBe(
      "2 of 3 customers won in 2024 Q1 are there 12 months after their start",
    );
    expect(list?.table.rows.map((row) => [row[0], row[3], row.at(-1)])).toEqual([
      ["LEFT22", "300.00", "gone"],
      ["K7QF2A", "100.00", "there"],
      ["YOUNG2", "100.00", "not that old yet"],
      ["BACK22", "50.00", "there"],
    ]);
    expect(list?.query.sql).toContain("where cohort = '2024-01-01'");
  });

  test("are of the segments that the page is filtered by, all of them", () => {
    const small = listAccounts(report, "cohort 2024-01-01 12", { tier: "small" });
    expect(small?.title).toContain("2 of 2 customers");
    expect(small?.table.rows.map(([account]) => account)).toEqual(["K7QF2A", "YOUNG2", "BACK22"]);
    expect(small?.query.sql).toContain("tier = 'small'");
    const east = { tier: "enterprise", region: "East" };
    expect(listAccounts(report, "left 2", east)?.table.rows.map(([account]) => account)).toEqual([
      "LEFT22",
    ]);
  });

  test("count the one that came back as gone while it was", () => {
    expect(listAccounts(report, "cohort 2024-01-01 3")?.title).toMatch(/^2 of 4 /);
  });
});

test("a step of the churn curve has those who left first at that age", () => {
  const list = listAccounts(report, "left 2");
  expect(list?.title).toBe("2 customers left after 2 completed months");
  expect(list?.table.rows.map(([id]) => id)).toEqual(["LEFT22", "BACK22"]);
});

test("a name that nothing has lists nothing", () => {
  expect(listAccounts(report, "cohort")).toBeUndefined();
  expect(listAccounts(report, "")).toBeUndefined();
});
