import { describe, expect, it } from "vitest";
import { parseDashboard } from "../../src/contracts/index.ts";

const company = { name: "Test", currency: "USD" };
const anySource = 'a path, a list of paths, { files: "..." } or { sql: "..." }';
const datasets = { accounts: "a.csv", contracts: "c.csv" };

function refusal(value: unknown): string[] {
  try {
    parseDashboard(value, "dashboard.config.ts");
  } catch (error) {
    return (error as Error).message.split("\n").slice(1);
  }
  return [];
}

describe("a configuration that is wrong is told field by field, with the value", () => {
  it("a good one is not refused", () => {
    expect(refusal({ company, datasets })).toEqual([]);
    const lists = { accounts: ["a.csv", "b.csv"], contracts: { files: ["c.csv"] } };
    expect(refusal({ company, datasets: lists })).toEqual([]);
  });

  it.each<[string, unknown, string[]]>([
    [
      "an event on no day, of no kind, and with a field of another name",
      {
        company,
        datasets,
        events: [
          { on: "2025-02-30", label: "Outage" },
          { on: "2025-02-03", label: "x", kind: "fun" },
          { on: "2025-02-03", label: "x", day: 1 },
        ],
      },
      [
        '  events.0.on: "2025-02-30" is not allowed; expected a day as YYYY-MM-DD (The day on which it happened)',
        '  events.1.kind: "fun" is not allowed; expected "price" or "launch" or "outage" or "team" or "market" (What it was of, where it is one of these)',
        '  events.2: unknown field "day"; known: on, label, kind',
      ],
    ],
    [
      "a sign that is none, inside of a dataset",
      { company, datasets: { ...datasets, contracts: { files: "c.csv", decimal: ";" } } },
      [
        '  datasets.contracts.decimal: ";" is not allowed; expected "." or "," (Decimal sign of the numbers; a point when absent, and a file whose amounts all read both ways, such as 1.234, is refused)',
      ],
    ],
    [
      "a field nobody knows, inside of a dataset",
      { company, datasets: { ...datasets, usage: { files: "u.csv", colums: {} } } },
      [
        '  datasets.usage: unknown field "colums"; did you mean "columns"? known: files, encoding, delimiter, escape, skip_lines, extra_header_rows, fill_down, preset, columns, values, constants, date_format, date_formats, decimal, thousands, strip, scale, leave_out, footer, sql',
      ],
    ],
    [
      "themes of comments without keywords, and under names that stand for something else",
      { company, datasets, nps: { themes: { price: [], "a;b": ["x"], None: ["y"], team: [" "] } } },
      [
        "  nps.themes.price: [] is not allowed; expected 1 or more",
        '  nps.themes.team.0: " " is not allowed; expected 1 or more characters',
        '  nps.themes.a;b: the name "a;b" has a semicolon, which stands between themes; leave it out',
        '  nps.themes.None: the name "None" stands for comments of no theme; choose another',
      ],
    ],
    [
      "a missing dataset",
      { company, datasets: { accounts: "a.csv" } },
      [`  datasets.contracts: is missing; expected ${anySource}`],
    ],
    [
      "a dataset under a near miss of its name",
      { company, datasets: { acounts: "a.csv", contracts: "c.csv" } },
      [
        `  datasets.accounts: is missing; expected ${anySource}`,
        '  datasets: unknown field "acounts"; did you mean "accounts"? known: accounts, contracts, costs, fx, goals, opportunities, people, projects, requests, seats, surveys, tickets, touchpoints, usage',
      ],
    ],
    [
      "a dataset that is no path, and one whose list holds something else",
      { company, datasets: { accounts: 5, contracts: { files: ["c.csv", 7] } } },
      [
        `  datasets.accounts: 5 is not allowed; expected ${anySource}`,
        "  datasets.contracts.files.1: 7 is not allowed; expected text in quotes",
      ],
    ],
    [
      "a dataset with files and sql at once",
      { company, datasets: { ...datasets, accounts: { files: "a.csv", sql: "select 1" } } },
      [
        '  datasets.accounts: "sql" cannot stand beside the other fields; known: files, encoding, delimiter, escape, skip_lines, extra_header_rows, fill_down, preset, columns, values, constants, date_format, date_formats, decimal, thousands, strip, scale, leave_out, footer, sql',
      ],
    ],
    [
      "a day that is none",
      { company, datasets, as_of: "soon" },
      [
        '  as_of: "soon" is not allowed; expected "latest" or a day as YYYY-MM-DD (Day up to which the data is complete; latest = newest observed day)',
      ],
    ],
    [
      "an empty path",
      { company, datasets: { ...datasets, accounts: "" } },
      [`  datasets.accounts: "" is not allowed; expected ${anySource}`],
    ],
    [
      "several at once",
      { company: { name: "Test", currency: "usd" }, datasets, churn: { grace_days: -1 } },
      [
        '  company.currency: "usd" is not allowed; expected three capital letters (Currency of the site, as three letters such as USD)',
        "  churn.grace_days: -1 is not allowed; expected 0 or more (Days between two contracts that are no churn)",
      ],
    ],
    [
      "a check that does not exist, and near misses of one",
      { company, datasets, checks: { unknown_acount: "warning" } },
      [
        '  checks.unknown_acount: no such check; did you mean "unknown_account"? known: unused_column, account_set_aside, unknown_account, unknown_referrer, ids_alike, unknown_manager, account_without_contract, contract_ends_before_it_starts, contract_lasts_over_ten_years, identical_lines_overlap, open_contract_with_notice, fx_rate_reused, mrr_below_zero, day_beyond_the_rest, usage_before_first_contract, answer_from_churned_account, month_without_acquisition_cost, unknown_metric',
      ],
    ],
    [
      "a check that cannot be turned down",
      { company, datasets, checks: { not_a_date: "warning", duplicate_key: "off" } },
      [
        '  checks.not_a_date: "warning" is not allowed; not_a_date is always an error, since what cannot be read has no value to go on with',
        '  checks.duplicate_key: "off" is not allowed; duplicate_key is always an error, since the row would count twice, or double every row that refers to it',
      ],
    ],
    [
      "a setting that is none",
      { company, datasets, checks: { unknown_account: "ignore" } },
      ['  checks.unknown_account: "ignore" is not allowed; expected "error" or "warning" or "off"'],
    ],
    [
      "a setting that is none beside others that are wrong: all are told",
      { company, datasets, checks: { unknown_account: "ignore", not_a_date: "off" } },
      [
        '  checks.unknown_account: "ignore" is not allowed; expected "error" or "warning" or "off"',
        '  checks.not_a_date: "off" is not allowed; not_a_date is always an error, since what cannot be read has no value to go on with',
      ],
    ],
    [
      "no configuration at all",
      42,
      ["  the configuration: 42 is not allowed; expected fields in { }"],
    ],
  ])("%s", (_, value, expected) => {
    expect(refusal(value)).toEqual(expected);
  });
});
