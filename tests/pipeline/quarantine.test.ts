import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { writeReports } from "../../src/pipeline/index.ts";
import { contracts, dataset, together } from "./checks/case.ts";
import { buildCompany, type Company, checkCompany } from "./company.ts";

const quarantine: Company = {
  settings: { as_of: "2024-06-30", on_error: "quarantine", max_bad_share: 1 },
};

const people = (ids: readonly string[]): Company => ({
  files: { "accounts.csv": `account_id,name\n${ids.map((id) => `${id},${id}\n`).join("")}` },
});

const priced = "contract_id,account_id,starts_on,ends_on,amount,mrr,billing,term_months,currency";

/** The good line is 1,000 a month from 2023-01-01 on. */
const build = (...lines: string[]) =>
  buildCompany(
    together(quarantine, people(["A1"]), contracts(priced, "C1,A1,2023-01-01,,,1000,,,", ...lines)),
  );

describe("what a row set aside is worth a month", () => {
  it.each<[string, string, number | null, boolean | null]>([
    ["an mrr as it stands", "X,A9,2024-01-01,,,250,,,", 250, true],
    ["an amount a year", "X,A9,2024-01-01,2024-12-31,1200,,annual,,", 100, true],
    [
      "an amount for its months, 24 of them",
      "X,A9,2023-01-01,2024-12-31,4800,,upfront,,",
      200,
      true,
    ],
    ["a line that is over", "X,A9,2023-01-01,2023-12-31,,250,,,", 250, false],
    ["days that cannot be read", "X,A1,2024-01-01,2024-13-01,,250,,,", 250, null],
    ["an end before the start", "X,A1,2024-05-01,2024-01-01,,250,,,", 250, null],
    ["an mrr that cannot be read", "X,A1,2024-01-01,,,x250,,,", null, true],
    ["months that cannot be read", "X,A1,2024-01-01,2024-13-01,4800,,upfront,,", null, null],
    ["an amount without a period", "X,A1,2024-01-01,,1200,,,,", null, true],
    ["a currency without a rate", "X,A1,2024-01-01,,,250,,,CHF", null, true],
    ["a row whose cells cannot be told apart", 'X,A1,2024-01-01,,"2"50",,,,', null, null],
  ])("%s", async (_, line, mrr, isLive) => {
    const { report } = await build(line);
    expect(report?.quarantine?.lines).toMatchObject([{ mrr, isLive, isCopy: false }]);
  });

  it("nothing more for a copy of a row that counts already", async () => {
    const { report } = await build("C1,A1,2023-01-01,,,1000,,,", "C1,A1,2023-01-01,,,400,,,");
    expect(report?.quarantine?.money).toMatchObject({ lines: 2, mrr: 400, copies: 1, unknown: 0 });
    expect(report?.quarantine?.counted).toBe(1);
  });

  it("in the company's currency at the rate of the month", async () => {
    const { report } = await buildCompany(
      together(
        quarantine,
        people(["A1"]),
        contracts(priced, "C1,A1,2023-01-01,,,1000,,,", "X,A9,2024-01-01,,,200,,,EUR"),
        {
          files: { "fx.csv": "month,currency,rate\n2024-01,EUR,1.1\n2024-05,EUR,1.25\n" },
          datasets: { fx: "fx.csv" },
        },
      ),
    );
    expect(report?.quarantine?.money.mrr).toBe(250);
  });
});

describe("the headline metrics with the rows set aside", () => {
  it("count those of an account that is missing, and leave the site's own as they were", async () => {
    // Without: A1 and A2, of A1, A2 and A3 a year ago; with: A8 leaves and A9 stays.
    const { report } = await buildCompany(
      together(
        quarantine,
        people(["A1", "A2", "A3"]),
        contracts(
          priced,
          "C1,A1,2023-01-01,,,1000,,,",
          "C2,A2,2023-01-01,,,500,,,",
          "C3,A3,2023-01-01,2023-12-31,,500,,,",
          "C8,A8,2023-01-01,2023-12-31,,800,,,",
          "C9,A9,2023-01-01,,,200,,,",
          "CX,A1,2024-01-01,,,x,,,",
        ),
      ),
    );
    expect(report?.quarantine).toMatchObject({
      rows: 3,
      counted: 2,
      month: "2024-06-01",
      money: { lines: 3, mrr: 1000, liveMrr: 200, undatedMrr: 0, unknown: 1, copies: 0 },
    });
    const read = Object.fromEntries(
      (report?.quarantine?.headlines ?? []).map(({ metric, without, counted }) => [
        metric,
        [without, counted],
      ]),
    );
    expect(read.mrr).toEqual([1500, 1700]);
    expect(read.arr).toEqual([18_000, 20_400]);
    expect(read.customers).toEqual([2, 3]);
    expect(read.churn?.[0]).toBeCloseTo(1 / 3, 12);
    expect(read.churn?.[1]).toBeCloseTo(2 / 5, 12);
    // A year ago 2,000, and 3,000 with the rows; nobody pays more or less than then.
    expect(read.nrr).toEqual([0.75, expect.closeTo(1700 / 3000, 12)]);
    expect(read.grr).toEqual([0.75, expect.closeTo(1700 / 3000, 12)]);
    const arr = report?.marts.headlineMetrics.filter(({ metric }) => metric === "arr").at(-1);
    expect(arr?.value).toBe(18_000);
  });

  it("are not made where no row was set aside, and not told where none can be counted", async () => {
    expect((await build()).report).not.toHaveProperty("quarantine");
    const { report } = await build("X,A1,2024-13-01,,,250,,,");
    expect(report?.quarantine).toMatchObject({ rows: 1, counted: 0, headlines: [] });
  });

  it("count what follows an account that was set aside: its answers, and its share of the cost", async () => {
    // A1 promotes, A2 detracts: 100, and 0 with both. 1,200 of sales won one customer, or two.
    const { report } = await buildCompany(
      together(
        quarantine,
        { files: { "accounts.csv": "account_id,name,tier\nA1,Acme,small\nA2,Bolt,tiny\n" } },
        contracts(priced, "C1,A1,2024-01-01,,,1000,,,", "C2,A2,2024-01-01,,,500,,,"),
        dataset("costs", "month,category,amount\n2024-01,sales,1200\n"),
        dataset(
          "surveys",
          "response_id,account_id,answered_on,score\nR1,A1,2024-05-01,9\nR2,A2,2024-05-01,2\n",
        ),
      ),
    );
    expect(report?.quarantine).toMatchObject({ rows: 3, counted: 2 });
    const headlines = report?.quarantine?.headlines;
    expect(headlines).toContainEqual({ metric: "nps", without: 100, counted: 0 });
    expect(headlines).toContainEqual({ metric: "cac", without: 1200, counted: 600 });
  });

  it("are known where every line was set aside and the site has none", async () => {
    const { report } = await buildCompany(
      together(
        quarantine,
        people(["A1"]),
        contracts(priced, "C8,A8,2023-01-01,,,800,,,", "C9,A9,2023-01-01,,,200,,,"),
      ),
    );
    expect(report?.quarantine?.headlines).toContainEqual({
      metric: "arr",
      without: null,
      counted: 12_000,
    });
  });

  it("do not count a row whose later checks it would fail", async () => {
    const { report } = await build("X,A9,2024-01-01,,,250,,,CHF", "Y,A9,0024-01-01,,,250,,,");
    expect(report?.quarantine).toMatchObject({ rows: 2, counted: 0 });
  });
});

describe("a check that is turned down", () => {
  it("leaves the row in, and the metrics stand", async () => {
    const { report } = await buildCompany({
      ...together(
        people(["A1"]),
        contracts(priced, "C1,A1,2023-01-01,,,1000,,,", "C2,A1,2024-05-01,2024-01-01,,900,,,"),
      ),
      settings: {
        as_of: "2024-06-30",
        on_error: "quarantine",
        checks: { contract_ends_before_it_starts: "warning" },
      },
    });
    expect(report?.problems).toMatchObject({ errors: 0, warnings: 1 });
    expect(report).not.toHaveProperty("quarantine");
    const arr = report?.marts.headlineMetrics.filter(({ metric }) => metric === "arr").at(-1);
    expect(arr?.value).toBe(12_000);
  });
});

describe("an account that is unknown by leave of the configuration", () => {
  it("counts by its id alone, in the metrics of the site", async () => {
    const stray = together(
      people(["A1"]),
      contracts(priced, "C1,A1,2023-01-01,,,1000,,,", "C2,A9,2023-01-01,,,200,,,"),
    );
    const settings = { as_of: "2024-06-30", checks: { unknown_account: "warning" } } as const;
    const { report } = await buildCompany({ ...stray, settings });
    const newest = report?.marts.recurringRevenue.find(
      ({ dimension, month }) => dimension === "all" && month === "2024-06-01",
    );
    expect(newest).toMatchObject({ mrr: 1200, customers: 2 });
    expect(report?.datasets.find(({ dataset }) => dataset === "accounts")).toMatchObject({
      rows: 1,
      accepted: 1,
      setAside: 0,
    });
  });
});

describe("rows read and rows set aside are the rows of the file", () => {
  const messy = together(
    quarantine,
    { files: { "accounts.csv": "account_id,name,tier\nA1,Acme,small\nA2,Bolt,tiny\n,Core,\n" } },
    contracts(
      priced,
      "C1,A1,2023-01-01,,,1000,,,",
      "C2,A2,2023-01-01,,,100,,,",
      "C3,A7,2023-01-01,,,100,,,",
      "C3,A7,2023-01-01,,,100,,,",
      'C4,A1,2023-01-01,,,"1"0",,,',
      "=C5,=A9,2023-01-01,,,100,,,",
    ),
  );

  it.each(["fail", "quarantine"] as const)(
    "whichever check set them aside, with on_error %s",
    async (onError) => {
      const { reading } = await checkCompany({
        ...messy,
        settings: { ...messy.settings, on_error: onError },
      });
      expect(
        reading.files.map(({ file, rows, accepted, setAside }) => [file, rows, accepted, setAside]),
      ).toEqual([
        ["accounts.csv", 3, 1, 2],
        ["contracts.csv", 6, 1, 5],
      ]);
    },
  );

  it("and where the build stops, a row with two faults is told of twice and set aside once", async () => {
    const { directory, reading, messages } = await checkCompany({
      ...messy,
      settings: { ...messy.settings, on_error: "fail" },
    });
    await writeReports(directory, reading);
    const row = messages.filter(({ message }) => message.includes("contracts.csv row 5"));
    expect(row.map(({ check }) => check)).toEqual(["duplicate_key", "unknown_account"]);
    const listed = readFileSync(join(directory, "reports", "problems.csv"), "utf8");
    const told = listed.split("\n").filter((line) => line.endsWith(",contracts,row set aside"));
    const rows = new Set(told.map((line) => line.split(",")[1]));
    expect(rows).toEqual(new Set(["3", "4", "5", "6", "7"]));
    const copies = ["contracts.csv", "contracts-checks.csv"].flatMap((file) =>
      readFileSync(join(directory, "reports", "set-aside", file), "utf8")
        .trimEnd()
        .split("\n")
        .slice(1),
    );
    expect(copies).toHaveLength(5);
    expect(reading.datasets.find(({ dataset }) => dataset === "contracts")).toMatchObject({
      rows: 6,
      accepted: 1,
      setAside: 5,
    });
  });

  it("and none of a file that is refused whole", async () => {
    const { reading } = await checkCompany(
      contracts(priced, "C1,A1,2023-01-01,,,1000,,,", '"C2,A1,2023-01-01,,,100,,,'),
    );
    for (const { rows, accepted, setAside } of reading.files) {
      expect(accepted + setAside).toBe(rows);
    }
    expect(reading.files[1]?.accepted).toBe(0);
  });

  it("and every row set aside stands in reports/set-aside, safe for a spreadsheet", async () => {
    const { directory, reading } = await checkCompany(messy);
    await writeReports(directory, reading);
    const folder = join(directory, "reports");
    const rowsOf = (file: string) =>
      readFileSync(join(folder, "set-aside", file), "utf8")
        .trimEnd()
        .split("\n")
        .slice(1);
    expect(readdirSync(folder).sort()).toEqual(["problems.csv", "problems.json", "set-aside"]);
    expect(rowsOf("accounts.csv")).toHaveLength(2);
    expect(rowsOf("contracts.csv")).toHaveLength(1);
    const unaccepted =
      "account_id: account set aside; expected an account whose own row was accepted";
    const unknown = "account_id: unknown account; expected an account_id of accounts";
    const twice =
      "contract_id: duplicate key; expected one row for each contract_id (contracts.csv row 4 has it already, the same in every column)";
    const moved = Papa.parse<string[]>(rowsOf("contracts-checks.csv").join("\n")).data;
    expect(moved.map((row) => row.slice(0, 6))).toEqual([
      ["contracts.csv", "3", "3", unaccepted, "C2", "A2"],
      ["contracts.csv", "4", "4", unknown, "C3", "A7"],
      ["contracts.csv", "5", "5", twice, "C3", "A7"],
      ["contracts.csv", "7", "7", unknown, "'=C5", "'=A9"],
    ]);
    expect(readFileSync(join(folder, "problems.csv"), "utf8")).toContain(",'=A9,");
    const report = JSON.parse(readFileSync(join(folder, "problems.json"), "utf8")) as {
      files: object[];
    };
    expect(report.files[1]).toEqual({
      file: "contracts.csv",
      dataset: "contracts",
      state: "read",
      rows_in_file: 6,
      rows_read: 1,
      rows_set_aside: 5,
      rows_left_out: 0,
    });
  });

  it("and reports of an earlier run are gone once the data is clean", async () => {
    const { directory, reading } = await checkCompany({});
    await writeReports(directory, reading);
    expect(readdirSync(directory)).not.toContain("reports");
  });
});
