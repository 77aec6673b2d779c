import { describe, expect, it } from "vitest";
import { accounts, contracts, dataset, together } from "./checks/case.ts";
import { type Company, checkCompany } from "./company.ts";

/** Place and check of every problem, such as `contracts.csv row 3: duplicate_key`. */
async function problemsOf(company: Company): Promise<string[]> {
  const { reading } = await checkCompany(company);
  return reading.problems.map(({ file, row, check }) => `${file} row ${row}: ${check}`);
}

const with_ = (company: Company, settings: NonNullable<Company["settings"]>): Company => ({
  ...company,
  settings,
});

const dated = "contract_id,account_id,starts_on,ends_on,mrr";
const overlap = (...lines: string[]) =>
  contracts(`${dated},amount,billing,product,currency,recurring`, ...lines);

describe("duplicate keys", () => {
  const header = "contract_id,account_id,starts_on,mrr\n";

  it("are found across the files of one glob, and the first of them is named", async () => {
    const { messages } = await checkCompany({
      files: {
        "contracts-2023.csv": `${header}C1,A1,2023-01-01,100\n`,
        "contracts-2024.csv": `${header}C2,A1,2024-01-01,50\nC1,A1,2023-01-01,100\n`,
      },
      datasets: { contracts: "contracts-*.csv" },
    });
    expect(messages.map(({ message }) => message)).toEqual([
      'contracts-2024.csv row 3, contract_id: "C1": duplicate key; expected one row for each contract_id (contracts-2023.csv row 2 has it already, the same in every column); remove the second row, or give it an id of its own',
    ]);
  });

  it("are every row but the first, and ids that differ in case or zeros are two", async () => {
    const rows = ["C1", "C1", "C1", "c1", "01", "1"];
    const lines = rows.map((id, index) => `${id},A1,202${index}-01-01,10${index}`);
    expect(await problemsOf(contracts(header.trim(), ...lines))).toEqual([
      "contracts.csv row 3: duplicate_key",
      "contracts.csv row 4: duplicate_key",
    ]);
  });
});

describe("credits", () => {
  const rates = dataset("fx", "month,currency,rate\n2024-01,EUR,2\n");
  const credit = (amount: string) =>
    together(
      rates,
      contracts(
        `${dated},currency,recurring`,
        "C1,A1,2024-01-01,,100,USD,",
        `C2,A1,2024-01-01,,${amount},EUR,`,
        "C3,A1,2024-01-01,2024-01-31,-900,USD,false",
        "C4,A1,2024-01-01,,-30,USD,",
      ),
    );

  it("are weighed at their currency's rate, and those paid once lower no month", async () => {
    // 100 - 30 = 70 = 35 EUR at a rate of 2.
    expect(await problemsOf(credit("-35"))).toEqual([]);
    expect(await problemsOf(credit("-35.01"))).toEqual(["contracts.csv row 3: mrr_below_zero"]);
  });

  it("that outlive what they lower are told once the grace is over", async () => {
    const lines = contracts(dated, "C1,A1,2024-01-01,2024-06-30,100", "C2,A1,2024-01-01,,-10");
    expect(await problemsOf(with_(lines, { as_of: "2024-07-30" }))).toEqual([]);
    expect(await problemsOf(with_(lines, { as_of: "2024-07-31" }))).toEqual([
      "contracts.csv row 3: mrr_below_zero",
    ]);
  });
});

describe("rates of other currencies", () => {
  it("are missed before the first, between and after, also in the month of a signature", async () => {
    const { messages } = await checkCompany(
      with_(
        together(
          dataset("fx", "month,currency,rate\n2024-02,EUR,1.1\n2024-04,EUR,1.1\n2024-01,GBP,1.2\n"),
          contracts(
            `${dated},currency,signed_on`,
            "C1,A1,2024-01-15,2024-05-31,100,EUR,2023-11-30",
            "C2,A1,2024-01-01,2024-01-31,100,GBP,",
          ),
        ),
        { as_of: "2024-12-31" },
      ),
    );
    expect(messages.map(({ message }) => /"(.*?)"/.exec(message)?.[1])).toEqual([
      "EUR 2023-11",
      "EUR 2024-01",
      "EUR 2024-03",
      "EUR 2024-05",
    ]);
  });
});

describe("more problems than are listed", () => {
  it("are counted by file", async () => {
    const header = "account_id,name\n";
    const many = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => `B${from + index},Bolt\n`).join("");
    const { reading } = await checkCompany({
      files: {
        "accounts-1.csv": `${header}A1,Acme\n${many(0, 1_200)}`,
        "accounts-2.csv": header + many(2_000, 300),
      },
      datasets: { accounts: "accounts-*.csv" },
    });
    expect(reading.counts.map(({ file, count }) => [file, count])).toEqual([
      ["accounts-1.csv", 1_200],
      ["accounts-2.csv", 300],
    ]);
    expect(reading.problems).toHaveLength(1_300);
    expect(reading.summary.warnings).toBe(1_500);
  });
});

describe("identical lines that overlap", () => {
  const flagged = ["contracts.csv row 3: identical_lines_overlap"];

  it.each<[string, Company, string[]]>([
    [
      "a blank currency is the company's",
      overlap("C1,A1,2024-01-01,,100,,,,,", "C2,A1,2024-02-01,,100,,,,USD,"),
      flagged,
    ],
    [
      "a second product is no copy",
      overlap("C1,A1,2024-01-01,,100,,,crm,,", "C2,A1,2024-02-01,,100,,,desk,,"),
      [],
    ],
    [
      "one-off lines do not count in MRR, so they are no matter",
      overlap("C1,A1,2024-01-01,,100,,,,,no", "C2,A1,2024-01-01,,100,,,,,no"),
      [],
    ],
    [
      "lines of no worth count nothing twice",
      overlap("C1,A1,2024-01-01,,0,,,,,", "C2,A1,2024-02-01,,0,,,,,"),
      [],
    ],
    [
      "an exclusive end is the next line's first day",
      with_(overlap("C1,A1,2024-01-01,2025-01-01,100,,,,,", "C2,A1,2025-01-01,,100,,,,,"), {
        contracts: { end_is: "exclusive" },
      }),
      [],
    ],
    [
      "an inclusive end is not",
      overlap("C1,A1,2024-01-01,2025-01-01,100,,,,,", "C2,A1,2025-01-01,,100,,,,,"),
      flagged,
    ],
    [
      "a short line between two is not the last that matters",
      overlap(
        "C1,A1,2024-01-01,2024-12-31,100,,,,,",
        "C2,A1,2024-02-01,2024-02-28,100,,,,,",
        "C3,A1,2024-06-01,,100,,,,,",
      ),
      [...flagged, "contracts.csv row 4: identical_lines_overlap"],
    ],
  ])("%s", async (_, company, expected) => {
    expect(await problemsOf(company)).toEqual(expected);
  });
});

describe("answers from churned accounts", () => {
  const answers = (...days: string[]) =>
    dataset(
      "surveys",
      `response_id,account_id,answered_on,score\n${days.map((day, index) => `R${index},A1,${day},9\n`).join("")}`,
    );
  const flagged = ["surveys.csv row 2: answer_from_churned_account"];
  const back = contracts(dated, "C1,A1,2023-01-01,2023-06-30,100", "C2,A1,2024-01-01,,100");

  it("fall into the gap of a customer who came back, too", async () => {
    expect(await problemsOf(together(answers("2023-10-01"), back))).toEqual(flagged);
    expect(await problemsOf(together(answers("2023-07-15", "2024-01-01"), back))).toEqual([]);
  });

  it("follow the grace and the end of the configuration", async () => {
    const ended = together(
      answers("2024-06-30"),
      contracts(dated, "C1,A1,2024-01-01,2024-06-30,100"),
    );
    const exact = { churn: { grace_days: 0 } };
    expect(await problemsOf(with_(ended, exact))).toEqual([]);
    expect(
      await problemsOf(with_(ended, { ...exact, contracts: { end_is: "exclusive" } })),
    ).toEqual(flagged);
  });

  it("are not excused by a one-off line or a free one", async () => {
    const lines = contracts(
      `${dated},recurring`,
      "C1,A1,2023-01-01,2023-06-30,100,",
      "C2,A1,2023-07-01,,500,no",
      "C3,A1,2023-07-01,,0,",
    );
    expect(await problemsOf(together(answers("2023-12-01"), lines))).toEqual(flagged);
  });
});

describe("months without acquisition cost", () => {
  const costs = (text: string) => dataset("costs", `month,category,amount\n${text}`);
  const new_ = contracts(dated, "C1,A1,2024-03-15,,100");

  it("are those of lag_months before the customers", async () => {
    const company = together(costs("2024-01,sales,500\n2024-03,sales,500\n"), new_);
    expect(await problemsOf(company)).toEqual([]);
    expect(await problemsOf(with_(company, { cac: { lag_months: 1 } }))).toEqual([
      "costs.csv row undefined: month_without_acquisition_cost",
    ]);
    expect(await problemsOf(with_(company, { cac: { lag_months: 2 } }))).toEqual([]);
  });

  it("ask for marketing or sales, and not beyond the newest costs", async () => {
    expect(await problemsOf(together(costs("2024-03,service,500\n"), new_))).toHaveLength(1);
    expect(await problemsOf(together(costs("2024-02,service,500\n"), new_))).toEqual([]);
  });

  it("are not asked for by trials", async () => {
    const trial = contracts(dated, "C1,A1,2024-03-15,,0");
    expect(await problemsOf(together(costs("2024-04,sales,500\n"), trial))).toEqual([]);
  });
});

describe("days beyond the rest", () => {
  const usage = (days: string[]) =>
    dataset("usage", `account_id,day,module\n${days.map((day) => `A1,${day},m\n`).join("")}`);

  it("are let be where as_of is given, and where they are many", async () => {
    const late = usage(["2024-02-01", "2205-02-01"]);
    expect(await problemsOf(late)).toEqual(["usage.csv row 3: day_beyond_the_rest"]);
    expect(await problemsOf(with_(late, { as_of: "2024-06-30" }))).toEqual([]);
    expect(await problemsOf(usage(["2024-02-01", "2026-02-01", "2026-02-02"]))).toEqual([]);
  });

  it("are told of tickets and meetings too, since the newest of theirs may be as_of", async () => {
    const ticket = dataset("tickets", "ticket_id,account_id,opened_at\nT1,A1,2150-02-01 09:05\n");
    expect(await problemsOf(ticket)).toEqual(["tickets.csv row 2: day_beyond_the_rest"]);
    const meeting = dataset("touchpoints", "account_id,on,kind\nA1,2205-02-01,call\n");
    expect(await problemsOf(meeting)).toEqual(["touchpoints.csv row 2: day_beyond_the_rest"]);
  });
});

describe("a start years after those of the other lines", () => {
  const lines = (start: string) =>
    contracts(dated, "C1,A1,2019-03-01,,100", "C2,A1,2019-02-01,,90", `C3,A1,${start},,80`);
  const told = ["contracts.csv row 4: day_beyond_the_rest"];

  it("is a mistyped year where it would be as_of: five years later it is none", async () => {
    expect(await problemsOf(lines("2204-02-01"))).toEqual(told);
    expect(await problemsOf(lines("9999-12-31"))).toEqual(told);
    expect(await problemsOf(lines("2024-03-02"))).toEqual(told);
    expect(await problemsOf(lines("2024-03-01"))).toEqual([]);
  });

  it("is let be where as_of is given, or follows from another dataset", async () => {
    expect(await problemsOf(with_(lines("2204-02-01"), { as_of: "2024-06-30" }))).toEqual([]);
    const used = dataset("usage", "account_id,day,module\nA1,2019-06-01,m\n");
    expect(await problemsOf(together(lines("2204-02-01"), used))).toEqual([]);
  });
});

describe("the configuration's checks", () => {
  const stray = contracts(dated, "C1,A1,2024-01-01,,100", "C2,A9,2024-01-01,,50");

  it.each([
    ["error", "error", true],
    ["warning", "warning", false],
    ["off", undefined, false],
  ] as const)("unknown_account as %s", async (setting, severity, isRefused) => {
    const { reading, refusal } = await checkCompany(
      with_(stray, { checks: { unknown_account: setting } }),
    );
    expect(reading.problems.map((problem) => problem.severity)).toEqual(severity ? [severity] : []);
    expect(refusal !== undefined).toBe(isRefused);
  });

  it("turn a warning up to an error, whose row is then set aside", async () => {
    const free = accounts("account_id,name\nA1,Acme\nA2,Bolt\n");
    const { reading } = await checkCompany(
      with_(free, {
        on_error: "quarantine",
        max_bad_share: 1,
        checks: { account_without_contract: "error" },
      }),
    );
    expect(reading.files[0]).toMatchObject({ rows: 2, accepted: 1, setAside: 1 });
  });

  it("stop the build where an error has no row to set aside", async () => {
    const { refusal } = await checkCompany(
      with_(dataset("costs", "month,category,amount\n2024-02,sales,5\n"), {
        on_error: "quarantine",
        checks: { month_without_acquisition_cost: "error" },
      }),
    );
    expect(refusal).toBe(
      "costs: month without acquisition cost is an error here, and there is no row to set aside",
    );
  });
});
