import { describe, expect, it } from "vitest";
import { datasetOf } from "../../src/contracts/index.ts";
import { dateReader, likelyFormats } from "../../src/intake/rows/cells/dates.ts";
import { type Reading, readAccounts, readCompany } from "./reading.ts";

describe("a declared date format", () => {
  it.each([
    ["DD/MM/YYYY", "03/04/2025", "2025-04-03"],
    ["MM/DD/YYYY", "03/04/2025", "2025-03-04"],
    ["DD/MM/YYYY", "3/4/2025", "2025-04-03"],
    ["M/D/YY", "3/4/25", "2025-03-04"],
    ["D.M.YY", "1.2.69", "1969-02-01"],
    ["D.M.YY", "1.2.68", "2068-02-01"],
    ["YYYYMMDD", "20240229", "2024-02-29"],
    ["YYYYMMDD", "20230229", undefined],
    ["YYYY/MM/DD", "2024/1/5", "2024-01-05"],
    ["DD MMM YYYY", "05 Mar 2024", "2024-03-05"],
    ["MMM D, YYYY", "Sept 5, 2024", "2024-09-05"],
    ["MMM D, YYYY", "September 5, 2024", "2024-09-05"],
    ["MMM D, YYYY", "Sex 5, 2024", undefined],
    ["DD/MM/YYYY HH:mm", "03/04/2025 23:59", "2025-04-03"],
    ["DD/MM/YYYY hh:mm:ss A", "03/04/2025 11:59:00 PM", "2025-04-03"],
    ["DD/MM/YYYY", "03/04/2025 23:59:00", "2025-04-03"],
    ["DD/MM/YYYY", "2025-04-03", "2025-04-03"],
    ["YYYY-DD-MM", "2025-13-04", "2025-04-13"],
    ["YYYY-DD-MM", "2025-04-13", undefined],
    ["DD/MM/YYYY", "31/04/2025", undefined],
    ["MMM YYYY", "Mar 2025", "2025-03"],
    // Serials as Excel shows them: 1 is 1900-01-01, 60 its own 29 February, 45292 is 2024-01-01.
    ["excel", "1", "1900-01-01"],
    ["excel", "59", "1900-02-28"],
    ["excel", "60", undefined],
    ["excel", "61", "1900-03-01"],
    ["excel", "45292", "2024-01-01"],
    ["excel", "45292.75", "2024-01-01"],
  ])("%s reads %s as %s", (format, text, expected) => {
    expect(dateReader(format)?.(text)).toBe(expected);
  });

  it.each(["dd/mm/yyyy", "DD/MM", "YYYY", "MM/MM/YYYY", ""])("%s is refused", (format) => {
    expect(dateReader(format)).toBeUndefined();
  });

  it.each([
    ["03/04/2025", ["DD/MM/YYYY", "MM/DD/YYYY"]],
    ["13-04-2025", ["DD-MM-YYYY"]],
    ["20250413", ["YYYYMMDD"]],
    ["4 Mar 2025", ["D MMM YYYY"]],
    ["03/2025", ["MM/YYYY"]],
    ["2024-3-1", ["YYYY-M-D"]],
    ["2024年3月1日", ["YYYY年M月D日"]],
    ["soon", []],
  ])("%s would be read by %s", (text, formats) => {
    expect(likelyFormats(text)).toEqual(formats);
  });
});

function readContracts(column: string, cells: readonly string[], source: object): Promise<Reading> {
  const rows = cells.map((cell, index) => `${index};A;2024-01-01;5;${cell}`);
  return readCompany({
    files: {
      "contracts.csv": `contract_id;account_id;starts_on;mrr;${column}\n${rows.join("\n")}`,
    },
    datasets: { contracts: { files: "contracts.csv", ...source } },
  });
}

/** The cells of one column of contracts after reading. */
async function contractCells(column: string, cells: readonly string[], source: object = {}) {
  const columns = ["contract_id", "account_id", "starts_on", "ends_on", "amount", "mrr"];
  const read = await readContracts(column, cells, source);
  expect(read.messages).toEqual([]);
  return read.rows("contracts").map((row) => row[2 + columns.indexOf(column)]);
}

describe("days", () => {
  it("are read from ISO days and date-times, whose date is taken as written", async () => {
    const cells = [
      "2024-12-31",
      "2024-12-31T23:59:59.123Z",
      "2024-12-31 23:30:00+00",
      "2024-12-31 23:30",
      "2024-12-31T23:59:59-08:00",
      "2024-12-31 00:00:00 UTC",
    ];
    const expected = cells.map(() => "2024-12-31");
    expect(await contractCells("ends_on", cells)).toEqual(expected);
  });

  it("months are canonically their first day, from days and from declared formats too", async () => {
    const read = async (month: string, source: object) => {
      const company = await readCompany({
        files: { "costs.csv": `month,category,amount\n"${month}",sales,5\n` },
        datasets: { costs: { files: "costs.csv", ...source } },
      });
      expect(company.messages).toEqual([]);
      return company.rows("costs")[0]?.[2];
    };
    expect(await read("2024-12", {})).toBe("2024-12-01");
    expect(await read("2024-12-31", {})).toBe("2024-12-01");
    expect(await read("12/2024", { date_format: "MM/YYYY" })).toBe("2024-12-01");
    expect(await read("31/12/2024", { date_format: "DD/MM/YYYY" })).toBe("2024-12-01");
  });
});

describe("numbers", () => {
  it.each([
    [{}, ["1200", "-5.25", ".5"], ["1200", "-5.25", ".5"]],
    // A minus in the type of a printer, or behind the number as ledgers have it; francs without cents.
    [{}, ["\u22125", "5-", "5.50 -", "+5", "5.-", "5.–"], ["-5", "-5", "-5.50", "5", "5", "5"]],
    [{ decimal: ",", thousands: "." }, ["1.234,50-", "+1.234,5"], ["-1234.50", "1234.5"]],
    [{ strip: ["CHF"], thousands: "'" }, ["CHF 1'234.-"], ["1234"]],
    [{ strip: ["$"] }, ["$5", "-$5", "$ -5", "5 $"], ["5", "-5", "-5", "5"]],
    [
      { strip: ["%"] },
      ["105%", "5 %", "-12.5%", ".5%", "1234.5%", "7"],
      ["1.05", "0.05", "-0.125", "0.005", "12.345", "7"],
    ],
    [{ strip: ["%"], decimal: ",", thousands: "." }, ["1.234,5%"], ["12.345"]],
    // A ledger writes what is owed in parentheses.
    [
      { strip: ["(", ")", "$"] },
      ["(100.50)", "$(5)", "($5)", "(5) $", "7"],
      ["-100.50", "-5", "-5", "-5", "7"],
    ],
    [{ strip: ["EUR", "€"] }, ["1200 EUR", "EUR -5", "€7"], ["1200", "-5", "7"]],
    [{ thousands: "," }, ["1,234,567.5", "999", "12,34,567"], ["1234567.5", "999", "1234567"]],
    [{ decimal: ",", thousands: "." }, ["1.234,5", "-1.234"], ["1234.5", "-1234"]],
    [{ thousands: " " }, ["1 234", "1\u00a0234", "1\u202f234"], ["1234", "1234", "1234"]],
    [{ thousands: "'" }, ["1'234.50", "1’234"], ["1234.50", "1234"]],
  ])("with %o are read", async (source, cells, expected) => {
    expect(await contractCells("amount", cells, source)).toEqual(expected);
  });

  it.each([
    [{}, "-5-"],
    [{}, "+-5"],
    [{}, "++5"],
    [{}, "5-6"],
    [{ thousands: "," }, "1,20"],
    [{ thousands: "," }, "1,2,345"],
    [{ thousands: "," }, "1,2345,678"],
    [{ thousands: "," }, "1,2345"],
    [{ decimal: ",", thousands: "." }, "1.5"],
    [{ decimal: "," }, "1.5"],
    [{ strip: ["$"] }, "$"],
    [{ strip: ["$"] }, "5$5"],
    [{ strip: ["$"] }, "--5"],
    [{ strip: ["("] }, "(5)"],
    [{ strip: ["(", ")"] }, "(5"],
    [{ strip: ["(", ")"] }, "((5))"],
    [{ strip: ["%"] }, "%"],
  ])("with %o, %s is refused, not guessed", async (source, cell) => {
    const { messages } = await readContracts("amount", [cell], source);
    expect(messages).toEqual([expect.stringContaining("is not a number")]);
  });
});

describe("values, constants and words for nothing", () => {
  it("a value map counts before everything: exact, then in any case; blank both ways", async () => {
    const values = { billing: { M: "monthly", m: "annual", "n/a": "", "": "upfront" } };
    const cells = ["M", "m", "N/A", "", "Quarterly"];
    const read = await readCompany({
      files: {
        "contracts.csv": `contract_id,account_id,starts_on,mrr,billing\n${cells.map((cell, index) => `${index},A,2024-01-01,5,${cell}`).join("\n")}`,
      },
      datasets: { contracts: { files: "contracts.csv", values } },
    });
    expect(read.messages).toEqual([]);
    const billing = read.rows("contracts").map((row) => row[9]);
    expect(billing).toEqual(["monthly", "annual", "", "upfront", "quarterly"]);
  });

  it("a mapped value may stand for an error of a formula", async () => {
    const values = { amount: { "#N/A": "" } };
    expect(await contractCells("amount", ["#N/A", "5"], { values })).toEqual(["", "5"]);
  });

  it("a constant fills a column the file lacks and wins over one it has", async () => {
    const read = await readCompany({
      files: { "accounts.csv": "account_id,name,tier,region\n1,A,small,EU\n" },
      datasets: {
        accounts: { files: "accounts.csv", constants: { tier: "Strategic", plan: "Pro" } },
      },
    });
    expect(read.output("canonical/accounts-1.csv")).toBe("2,2,1,A,strategic,,EU,,,Pro,,,,\n");
    expect(read.files[0]?.ignoredColumns).toEqual(["tier"]);
  });

  it("NA is no answer in a score, and Namibia in a region", async () => {
    const read = await readCompany({
      files: {
        "accounts.csv": "account_id,name,region\n1,A,NA\n",
        "surveys.csv":
          "response_id,account_id,answered_on,score\n1,A,2024-01-01,NA\n2,A,2024-01-01,n/a\n3,A,2024-01-01,9\n",
      },
      datasets: { surveys: "surveys.csv" },
    });
    expect(read.messages).toEqual([]);
    expect(read.rows("accounts")[0]?.[6]).toBe("NA");
    expect(read.rows("surveys").map((row) => row[6])).toEqual(["", "", "9"]);
  });
});

describe("a text that Excel is told to keep", () => {
  it("is read without its sign and quotes", async () => {
    const read = await readAccounts('account_id,name\n="0071",Acme\n"=""0072""","="""\n');
    expect(read.rows("accounts").map((row) => row.slice(2, 4))).toEqual([
      ["0071", "Acme"],
      ["0072", '="'],
    ]);
  });
});

describe("themes in one cell", () => {
  it.each([
    ["speed; price", "speed; price"],
    ["speed,price", "speed; price"],
    [" speed , price ,", "speed; price"],
    ["速度，价格、支持", "速度; 价格; 支持"],
    ["speed, ease; price", "speed, ease; price"],
    ["speed, ease;", "speed, ease;"],
    ["速度；价格", "速度;价格"],
    ["none", "none"],
    [",", ""],
  ])("%j are %j", async (cell, themes) => {
    const surveys = `response_id,account_id,answered_on,score,themes\n1,A1,2024-01-01,9,"${cell}"\n`;
    const files = { "surveys.csv": surveys };
    const read = await readCompany({ files, datasets: { surveys: "surveys.csv" } });
    expect(read.messages).toEqual([]);
    const columns = datasetOf("surveys").columns.map(({ name }) => name);
    expect(read.rows("surveys")[0]?.[2 + columns.indexOf("themes")]).toBe(themes);
  });
});

describe("a word that is none of ours", () => {
  it.each([
    ["gold_year", "annual"],
    ["Pro (monthly)", "monthly"],
    ["Plan Quartal", "quarterly"],
  ])("%s is asked about as the word in it: %s", async (billing, meant) => {
    const read = await readCompany({
      files: {
        "contracts.csv": `contract_id,account_id,starts_on,mrr,billing\nC1,A1,2024-01-01,1,${billing}\n`,
      },
    });
    expect(read.messages[0]).toContain(`did you mean "${meant}"?`);
  });
});
