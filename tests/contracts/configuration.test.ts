import { describe, expect, it } from "vitest";
import { parseDashboard } from "../../src/contracts/index.ts";

const company = { name: "Test", currency: "USD" };
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
  });

  it.each<[string, unknown, string[]]>([
    [
      "a sign that is none, inside of a dataset",
      { company, datasets: { ...datasets, contracts: { files: "c.csv", decimal: ";" } } },
      [
        '  datasets.contracts.decimal: ";" is not allowed; expected "." or "," (Decimal sign of the numbers)',
      ],
    ],
    [
      "a field nobody knows, inside of a dataset",
      { company, datasets: { ...datasets, usage: { files: "u.csv", colums: {} } } },
      [
        '  datasets.usage: unknown field "colums"; known: files, encoding, delimiter, skip_lines, extra_header_rows, preset, columns, values, constants, date_format, decimal, thousands, strip, scale, leave_out, footer, sql',
      ],
    ],
    [
      "a missing dataset",
      { company, datasets: { accounts: "a.csv" } },
      ["  datasets.contracts: is missing; expected a string"],
    ],
    [
      "an empty path",
      { company, datasets: { ...datasets, accounts: "" } },
      ['  datasets.accounts: "" is not allowed; expected 1 or more characters'],
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
        '  checks.unknown_acount: no such check; did you mean "unknown_account"? known: account_set_aside, unknown_account, unknown_referrer, unknown_manager, account_without_contract, contract_ends_before_it_starts, contract_lasts_over_ten_years, identical_lines_overlap, open_contract_with_notice, day_beyond_the_rest, usage_before_first_contract, answer_from_churned_account, month_without_acquisition_cost, unknown_metric',
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
    ["no configuration at all", 42, ["  the configuration: 42 is not allowed; expected an object"]],
  ])("%s", (_, value, expected) => {
    expect(refusal(value)).toEqual(expected);
  });
});
