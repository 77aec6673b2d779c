import { describe, expect, it } from "vitest";
import { readAccounts, readCompany } from "./reading.ts";

const header = "contract_id,account_id,starts_on,ends_on,mrr,term_months,recurring,amount,billing";

async function contractMessages(rows: string, source: object = {}) {
  const read = await readCompany({
    files: { "contracts.csv": `${header}\n${rows}\n` },
    datasets: { contracts: { files: "contracts.csv", ...source } },
  });
  return read.messages;
}

describe("a row that breaks the contract is told with its place, value and remedy", () => {
  it("a day that does not exist, on the row a spreadsheet shows", async () => {
    const rows = Array.from({ length: 16 }, (_, index) => {
      const name = index < 2 ? '"two\nlines"' : "one line";
      return `C${index},${name},2024-01-01,,5`;
    });
    // Header 1, then sixteen rows to 17, two of which hold a line break: row 18 is on line 20.
    const bad = "C16,A1,2024-01-01,2024-13-01,5";
    expect(await contractMessages([...rows, bad].join("\n"))).toEqual([
      'contracts.csv row 18 (line 20), ends_on: "2024-13-01" is not a date; expected YYYY-MM-DD such as 2024-12-31; correct the cell in the source and export again',
    ]);
  });

  it("a date that could be two, and one that could be one", async () => {
    expect(await contractMessages("C1,A1,03/04/2025,25.12.2025,5\nC2,A1,12/25/25,45292,5")).toEqual(
      [
        'contracts.csv row 2, starts_on: "03/04/2025" is not a date; expected YYYY-MM-DD such as 2024-12-31; declare date_format: "DD/MM/YYYY" or "MM/DD/YYYY"',
        'contracts.csv row 2, ends_on: "25.12.2025" is not a date; expected YYYY-MM-DD such as 2024-12-31; declare date_format: "DD.MM.YYYY"',
        'contracts.csv row 3, starts_on: "12/25/25" is not a date; expected YYYY-MM-DD such as 2024-12-31; declare date_format: "MM/DD/YY"',
        'contracts.csv row 3, ends_on: "45292" is not a date; expected YYYY-MM-DD such as 2024-12-31; declare date_format: "excel"',
      ],
    );
  });

  it("a date that is not of the declared format", async () => {
    const rows = "C1,A1,03/25/2025,,5";
    expect(await contractMessages(rows, { date_format: "DD/MM/YYYY" })).toEqual([
      'contracts.csv row 2, starts_on: "03/25/2025" is not a date; expected DD/MM/YYYY, as declared; correct the cell, or where the whole column is written so declare date_formats: { starts_on: "MM/DD/YYYY" }',
    ]);
  });

  it("numbers with signs that nobody declared", async () => {
    const numbers = [
      "$5",
      '"1,200.50"',
      '"1,200"',
      '"5,50"',
      '"1.200,50"',
      "five",
      "1 200",
      "(100.00)",
      "($5)",
    ];
    const rows = numbers.map((number, index) => `C${index},A1,2024-01-01,,${number}`);
    const told = (row: number, value: string, remedy: string) =>
      `contracts.csv row ${row}, mrr: "${value}" is not a number; expected a number such as 1200 or 1200.50; ${remedy}`;
    expect(await contractMessages(rows.join("\n"))).toEqual([
      told(2, "$5", 'declare strip: ["$"]'),
      told(3, "1,200.50", 'declare thousands: ","'),
      told(4, "1,200", 'declare thousands: "," (1,234 = 1234) or decimal: "," (1,234 = 1.234)'),
      told(5, "5,50", 'declare decimal: ","'),
      told(6, "1.200,50", 'declare decimal: "," and thousands: "."'),
      told(7, "five", "correct the cell in the source and export again"),
      told(8, "1 200", 'declare thousands: " "'),
      told(9, "(100.00)", 'declare strip: ["(", ")"], which makes (100) a negative number'),
      told(10, "($5)", 'declare strip: ["(", ")", "$"], which makes (100) a negative number'),
    ]);
  });

  it("a number outside of what the column takes", async () => {
    expect(await contractMessages("C1,A1,2024-01-01,,5,-3")).toEqual([
      'contracts.csv row 2, term_months: "-3" is not allowed; expected a whole number of 0 or more such as 12; correct the cell in the source and export again',
    ]);
  });

  it("a choice that is nearly one of ours", async () => {
    const read = await readAccounts("account_id,name,tier\n1,A,Enterprize\n2,B,Gold\n");
    expect(read.messages).toEqual([
      'accounts.csv row 2, tier: "Enterprize" is not one of the known values; expected one of strategic, enterprise, small; did you mean "enterprise"? map it with values: { tier: { "Enterprize": "enterprise" } }',
      'accounts.csv row 3, tier: "Gold" is not one of the known values; expected one of strategic, enterprise, small; map it with values: { tier: { "Gold": "strategic" or "enterprise" or "small" } }',
    ]);
  });

  it("a choice in the words of another tool", async () => {
    const line = "C1,A1,2024-01-01,,100,Yearly";
    const header = "contract_id,account_id,starts_on,ends_on,amount,billing";
    const read = await readCompany({ files: { "contracts.csv": `${header}\n${line}\n` } });
    expect(read.messages).toEqual([
      'contracts.csv row 2, billing: "Yearly" is not one of the known values; expected one of monthly, quarterly, annual, upfront; did you mean "annual"? map it with values: { billing: { "Yearly": "annual" } }',
    ]);
  });

  it("a blank required cell, a flag, an error of a formula, and a text too long", async () => {
    const read = await readCompany({
      files: {
        "contracts.csv": `${header}\n, ,2024-01-01,,5\nC2,A1,2024-01-01,,#REF!,,maybe\n`,
        "accounts.csv": `account_id,name\n1,${"x".repeat(10_001)}\n2,#N/A\n`,
      },
    });
    const blank =
      "is blank; expected text of at most 10000 characters; fill it in the source, or give it by values or constants";
    expect(read.messages).toEqual([
      `accounts.csv row 2, name: "${"x".repeat(80)}…" does not fit the column; expected text of at most 10000 characters; correct the cell in the source and export again`,
      'accounts.csv row 3, name: "#N/A" is an error of a spreadsheet formula; expected text of at most 10000 characters; mend the formula and export again',
      `contracts.csv row 2, contract_id: ${blank}`,
      `contracts.csv row 2, account_id: ${blank.replace("values or constants", "values, constants or fill_down")}`,
      'contracts.csv row 3, mrr: "#REF!" is an error of a spreadsheet formula; expected a number such as 1200 or 1200.50; mend the formula and export again',
      'contracts.csv row 3, recurring: "maybe" is neither true nor false; expected true or false (yes, no, 1, 0 are read too); map it with values: { recurring: { "maybe": "true" or "false" } }',
    ]);
  });

  it("months, and NUL characters", async () => {
    const read = await readCompany({
      files: { "costs.csv": "month,category,amount\n2024-13,sales,5\n2024-01,sa\0les,5\n" },
      datasets: { costs: "costs.csv" },
    });
    expect(read.messages).toEqual([
      'costs.csv row 2, month: "2024-13" is not a month; expected YYYY-MM such as 2024-12; correct the cell in the source and export again',
      'costs.csv row 3, category: "sa\\u0000les" holds a NUL character; expected one of marketing, sales, service, success, research, overhead; export again; the file may be damaged',
    ]);
  });

  it("more cells than the header has, and text behind a closing quote", async () => {
    const read = await readAccounts('account_id,name\n1,Acme, Inc\n2,"Acme"x"\n3,Bolt\n');
    expect(read.messages).toEqual([
      'accounts.csv row 2: the row has more cells than the header; the first too many is " Inc"; expected at most 2 cells; put cells that hold the delimiter in quotes, or check the delimiter',
      'accounts.csv row 3: text stands behind the closing quote of "Acme\\"x"; expected a delimiter behind the closing ", and "" for a quote within the cell; double the quotes within the cell in the source and export again',
    ]);
    expect(read.rows("accounts").map((row) => row[2])).toEqual(["3"]);
  });

  it("rules over several columns, on rows whose cells were all read before too", async () => {
    const rows = ["csat,5", "nps,0", "csat,0", "csat,5", "csat,0"];
    const lines = rows.map((cells, index) => `R${index},A1,2024-05-01,${cells}\n`);
    const read = await readCompany({
      files: { "surveys.csv": `response_id,account_id,answered_on,kind,score\n${lines.join("")}` },
      datasets: { surveys: "surveys.csv" },
    });
    const told = (row: number) =>
      `surveys.csv row ${row}, score: "0": score off the scale; expected nps 0 to 10, csat 1 to 5, ces 1 to 7; check which scale the question used, and its kind`;
    expect(read.messages).toEqual([told(4), told(6)]);
  });

  it("every cell of a row is told of, and rules wait until the cells are right", async () => {
    const checks = (await contractMessages("C1,A1,x,2024-05-01,y")).map(
      (told) => told.split(":")[0],
    );
    expect(checks).toEqual(["contracts.csv row 2, starts_on", "contracts.csv row 2, mrr"]);
    expect(await contractMessages("C1,A1,2024-01-01")).toEqual([
      "contracts.csv row 2, amount: contract without amount; expected an amount or an mrr; give the line an amount or an mrr; 0 for a trial",
    ]);
  });
});

describe("rows that break the contract are set aside", () => {
  it("under the header of their file, once where the next file has the same", async () => {
    const other = "contract_id,account_id,Starts On ,mrr,=1\nC4,A1,x,4,y\n";
    const rows = (id: string) => `contract_id,account_id,starts_on,mrr\n${id},A1,x,1\n`;
    const files = { "a.csv": rows("C1"), "b.csv": rows("C2"), "c.csv": other, "d.csv": rows("C3") };
    const read = await readCompany({ files, datasets: { contracts: "[abcd].csv" } });
    const lines = read.output("set-aside/contracts.csv").trimEnd().split("\n");
    expect(lines.map((line) => line.replace(/"starts_on.*?",/, ""))).toEqual([
      "file,row,line,problem,contract_id,account_id,starts_on,mrr",
      "a.csv,2,2,C1,A1,x,1",
      "b.csv,2,2,C2,A1,x,1",
      "file,row,line,problem,contract_id,account_id,Starts On,mrr,'=1",
      "c.csv,2,2,C4,A1,x,4,y",
      "file,row,line,problem,contract_id,account_id,starts_on,mrr",
      "d.csv,2,2,C3,A1,x,1",
    ]);
  });

  it("as they stand in the file, with their place and what is wrong", async () => {
    const read = await readAccounts(
      'account_id,name,tier\n1,"A, Inc",small\n 2 ,"B, Inc",big\n\n,"C\nD",\n',
    );
    expect(read.output("set-aside/accounts.csv")).toBe(
      [
        "file,row,line,problem,account_id,name,tier",
        'accounts.csv,3,3,"tier: ""big"" is not one of the known values; expected one of strategic, enterprise, small", 2 ,"B, Inc",big',
        'accounts.csv,5,5,account_id: is blank; expected text of at most 10000 characters,,"C\nD",',
        "",
      ].join("\n"),
    );
    expect(read.output("canonical/accounts-1.csv")).toBe('2,2,1,"A, Inc",small,,,,,,,,,\n');
    // 5 is the line of the account whose id is blank; its other cells could be read.
    expect(read.output("canonical/accounts-1.csv.aside")).toBe(
      '3,3,not_a_choice,tier,2,"B, Inc",,,,,,,,,,\n5,5,missing_value,account_id,,"C\nD",,,,,,,,,,\n',
    );
    const counts = { rows: 3, accepted: 1, setAside: 2 };
    expect(read.tables[0]).toMatchObject(counts);
    expect(read.files[0]).toMatchObject(counts);
  });

  it("and problems beyond a thousand of a kind are counted, not kept", async () => {
    const rows = Array.from({ length: 1_500 }, (_, index) => `${index},A,big`);
    const read = await readAccounts(`account_id,name,tier\n${rows.join("\n")}\n,A,small\n`);
    expect(read.problems).toHaveLength(1_001);
    const place = { dataset: "accounts", file: "accounts.csv", severity: "error" };
    expect(read.counts).toEqual([
      { ...place, check: "not_a_choice", count: 1_500 },
      { ...place, check: "missing_value", count: 1 },
    ]);
    expect(read.tables[0]?.setAside).toBe(1_501);
  });
});

describe("rows that are odd are read, and told of once a file", () => {
  it("fewer cells than the header", async () => {
    const read = await readAccounts("account_id,name,tier\n1,A\n2,B,small\n\n3,C\n");
    expect(read.rows("accounts").map((row) => row[2])).toEqual(["1", "2", "3"]);
    expect(read.problems.map(({ severity }) => severity)).toEqual(["warning"]);
    expect(read.oddities).toEqual([
      "accounts.csv row 2: fewer cells than the header; rows like this one: 2; expected 3 cells as in the header, or blank ones at the end left out; nothing to do, if blank cells were left out; else mend the rows in the source",
    ]);
  });

  it("a quote that neither opens nor closes a cell", async () => {
    const read = await readAccounts('account_id,name\n1,"A\nB"\n2,Pipes 5" Inc\n3,"C ""D"""\n');
    expect(read.rows("accounts").map((row) => row[3])).toEqual(["A\nB", 'Pipes 5" Inc', 'C "D"']);
    expect(read.oddities).toEqual([
      'accounts.csv row 3 (line 4): a quote that neither opens nor closes a cell; rows like this one: 1; expected quotes in pairs, and "" for a quote within a cell; nothing to do, if the quote belongs to the cell; else mend the row in the source',
    ]);
  });

  it("a carriage return within a cell", async () => {
    const read = await readAccounts("account_id,name\n1,A\rB\n2,C\n");
    expect(read.rows("accounts").map((row) => row[3])).toEqual(["A\rB", "C"]);
    expect(read.oddities).toEqual([
      "accounts.csv row 2: a carriage return within a cell; rows like this one: 1; expected the same line break throughout: LF, CRLF or CR; nothing to do, if it belongs to the cell; else save the file again in an editor",
    ]);
    const header = await readAccounts("\naccount_id,name\r1,A\r2,B\r");
    expect(header.messages).toEqual([
      "accounts.csv: the header holds a carriage return that ends no line; expected the same line break throughout: LF, CRLF or CR; save the file again in a spreadsheet or an editor",
    ]);
  });

  it("but a row of several lines with such a quote has likely swallowed others, so none is read", async () => {
    const read = await readAccounts('account_id,name,plan\n1,"A,\n2,B,\n3,",x"\n');
    expect(read.rows("accounts")).toEqual([]);
    expect(read.messages).toEqual([
      expect.stringMatching(/^accounts\.csv row 2, name: a quote opens before "A,\\n2,B,\\n3,"/),
    ]);
  });
});

describe("cells that two declarations mend, or that stand for nothing", () => {
  it.each([
    ["1.234,50 €", 'declare strip: ["€"]; and declare decimal: "," and thousands: "."'],
    ["CHF 1'234.-", 'declare strip: ["CHF"]; and declare thousands: "\'"'],
    ["1.234,50-", 'declare decimal: "," and thousands: "."'],
    ["1 234,50", 'declare decimal: "," and thousands: " "'],
    ["$5", 'declare strip: ["$"]'],
    [
      "-",
      'map it with values: { mrr: { "-": "" } } where it stands for blank, or correct the cell in the source and export again',
    ],
    [
      "null",
      'map it with values: { mrr: { "null": "" } } where it stands for blank, or correct the cell in the source and export again',
    ],
  ])("%s", async (number, remedy) => {
    const [message] = await contractMessages(`C1,A1,2024-01-01,,"${number}"`);
    expect(message).toBe(
      `contracts.csv row 2, mrr: "${number}" is not a number; expected a number such as 1200 or 1200.50; ${remedy}`,
    );
  });
});

describe("a day whose month is named in another language", () => {
  it.each(["15-févr-24", "3. März 2024", "3 de marzo de 2024", "Mai 2024", "15-févr.-24"])(
    "%s is answered with what to do",
    async (day) => {
      const [message] = await contractMessages(`C1,A1,${day},,5`);
      expect(message).toBe(
        `contracts.csv row 2, starts_on: "${day}" is not a date; expected YYYY-MM-DD such as 2024-12-31; only English names of months are read; export the days as numbers, best as 2024-12-31, or format the column so in a spreadsheet`,
      );
    },
  );
});

describe("two lone quotes in one row", () => {
  it("are told of, although their number is even", async () => {
    const read = await readAccounts('account_id,name\n1,5" by 6" pipes\n2,"a ""b"" c"\n');
    expect(read.oddities).toEqual([
      expect.stringMatching(/^accounts\.csv row 2: a quote that neither .* rows like this one: 1;/),
    ]);
    expect(read.rows("accounts").map((row) => row[3])).toEqual(['5" by 6" pipes', 'a "b" c']);
  });
});

describe("ids that a spreadsheet rounded", () => {
  it("set their rows aside: two customers would be one", async () => {
    const text = 'account_id,name\n1.23E+18,A\n"1,23457e+18",B\n1E+10,C\n';
    const read = await readAccounts(text);
    expect(read.rows("accounts")).toEqual([]);
    expect(read.messages[0]).toBe(
      'accounts.csv row 2, account_id: "1.23E+18" is an id that a spreadsheet took for a number and rounded; expected the id with all its digits; export again, and import the column into a spreadsheet as text if at all',
    );
    expect(read.problems.map(({ check }) => check)).toEqual(Array(3).fill("rounded_id"));
  });

  it("are not ids with an E or a plus in them, and names may look so", async () => {
    const text = "account_id,name\n12E5,1.23E+18\nE+18,B\n1+2,C\n1234567890123456789,D\n";
    const read = await readAccounts(text);
    expect(read.messages).toEqual([]);
    expect(read.rows("accounts").map((row) => row[2])).toEqual([
      "12E5",
      "E+18",
      "1+2",
      "1234567890123456789",
    ]);
  });
});

describe("a quote too many that is closed by chance, lines farther down", () => {
  const header = "account_id,name,tier,region\n";
  const told = async (rows: string) => (await readAccounts(header + rows)).messages;

  it("is told with the lines it took for one text", async () => {
    const rows = '1,"A\nB",small,\n2,"C,small,\n3,D,small,\n4,E",small,\n5,F,,\n';
    expect(await told(rows)).toEqual([
      "accounts.csv row 3 (line 4): lines 4 to 6 are one quoted cell, and look like rows of the file; expected a quoted cell that ends on line 4; nothing to do, if the lines are one text; else close the quote on line 4: its rows are not read",
    ]);
  });

  it.each([
    ["an address", '1,"Acme, Inc\n5 Elm St, Springfield\nUSA",small,\n'],
    ["a list of values", '1,"a,b\nc,d\ne,f",small,\n'],
    ["two lines of prose, one comma each", '1,"Good, fast\nand, cheap",small,\n'],
  ])("is not %s", async (_, rows) => {
    expect(await told(rows)).toEqual([]);
  });
});

describe("Ctrl-Z, with which DOS ended a text", () => {
  it.each(["\x1a", "\x1a\r\n", "\x1a\x1a"])("is no row: %j", async (end) => {
    const read = await readAccounts(`account_id,name\r\n1,A\r\n${end}`);
    expect(read.problems).toEqual([]);
    expect(read.files[0]).toMatchObject({ rows: 1, accepted: 1 });
  });

  it("may stand behind the last cell, and is a character like any other elsewhere", async () => {
    const read = await readAccounts("account_id,name\n1,A\x1a\n2,B\x1a");
    expect(read.rows("accounts").map((row) => row[3])).toEqual(["A\x1a", "B"]);
  });
});

describe("a header in the midst of the rows, as files put together have it", () => {
  const text = "account_id,name\n1,A\nAccount_ID,name\naccount_id, name\n2,B\n";

  it("is no row of data", async () => {
    const read = await readAccounts(text);
    const told = (row: number) =>
      `accounts.csv row ${row}: the header stands here again, with "account_id"; expected a row of data; declare leave_out: { "account_id": ["account_id"] }, or take the line out of the file`;
    expect(read.messages).toEqual([told(3), told(4)]);
    expect(read.rows("accounts").map((row) => row[2])).toEqual(["1", "2"]);
  });

  it("is left out as the message says", async () => {
    const read = await readAccounts(text, { leave_out: { account_id: ["account_id"] } });
    expect(read.messages).toEqual([]);
    expect(read.files[0]).toMatchObject({ rows: 4, accepted: 2, leftOut: 2 });
  });
});
