import { describe, expect, it } from "vitest";
import { readAccounts, readCompany } from "../reading.ts";

const companies = "Record ID,Company name,Company owner,Legal name\n1,Acme,Ida,Acme Ltd\n";

describe("a preset and what the configuration says", () => {
  it("columns of the configuration win over the preset's, and its others stay", async () => {
    const read = await readAccounts(companies, {
      preset: "hubspot_companies",
      columns: { name: "Legal name" },
      constants: { owner: "Jo" },
    });
    expect(read.messages).toEqual([]);
    expect(read.rows("accounts")[0]?.filter(Boolean).slice(2)).toEqual(["1", "Acme Ltd", "Jo"]);
  });

  it("no export is guessed at where columns are mapped", async () => {
    const read = await readAccounts(companies, { columns: { name: "Legal name" } });
    expect(read.messages).toEqual([
      'accounts.csv, account_id: the column is missing; expected a header "account_id" on line 1, which has "Record ID", "Company name", "Company owner", "Legal name"; did you mean "Record ID"? map it with columns: { account_id: "Record ID" }',
    ]);
  });

  it("a header that fits the contract is read as it is", async () => {
    const read = await readAccounts(`account_id,name,${companies.split("\n")[0]}\nA,B,1,C,D,E\n`);
    expect(read.rows("accounts")[0]?.slice(2, 4)).toEqual(["A", "B"]);
    expect(read.files[0]?.preset).toBeUndefined();
  });

  it("a preset whose headers are not there names them", async () => {
    const read = await readAccounts("Record ID,Title\n1,Acme\n", { preset: "hubspot_companies" });
    expect(read.messages).toEqual([
      'accounts.csv, name: the header "Company name" is not in the file; expected one of Record ID, Title; correct columns: { name: ... }',
    ]);
  });

  it("a preset of another dataset is refused before the file is read", async () => {
    const read = await readAccounts(companies, { preset: "hubspot_deals" });
    expect(read.messages).toEqual([
      'dashboard.config.ts, datasets.accounts.preset: "hubspot_deals" is an export of another dataset; expected a preset that makes accounts; name the file under datasets.opportunities, or map its columns',
    ]);
  });

  it("amounts of several currencies are not read as if they were one", async () => {
    const read = await readCompany({
      files: {
        "deals.csv":
          "Opportunity ID,Stage,Close Date,Created Date,Amount Currency,Amount\n1,Won,2024-01-01,2024-01-01,EUR,5\n",
      },
      datasets: { opportunities: "deals.csv" },
    });
    expect(read.messages).toEqual([]);
    expect(read.rows("opportunities")[0]).not.toContain("5");
    expect(read.files.at(-1)?.ignoredColumns).toEqual(["Amount Currency", "Amount"]);
  });
});

describe("rows that are no data", () => {
  const text = "account_id,name,kind\n1,A,Customer\n2,B, test \n3,C,Trial\n4,D,\n";

  it("are left out by the values of a header, and counted", async () => {
    const read = await readAccounts(text, { leave_out: { Kind: ["Test", "trial"] } });
    expect(read.messages).toEqual([]);
    expect(read.rows("accounts").map((row) => [row[0], row[2]])).toEqual([
      ["2", "1"],
      ["5", "4"],
    ]);
    expect(read.files[0]).toMatchObject({ rows: 4, accepted: 2, leftOut: 2 });
  });

  it("a header that is not there is named", async () => {
    const read = await readAccounts(text, { leave_out: { Knd: ["Test"] } });
    expect(read.messages).toEqual([
      'accounts.csv: the header "Knd" is not in the file; expected one of account_id, name, kind; did you mean "kind"? correct leave_out, or take it out',
    ]);
  });

  it("a footer is left out only where its words are in it", async () => {
    const lines = "account_id,name\n1,A\n\nReport of Ida\nCopyright (c) 2024\nPage 1\n";
    const read = await readAccounts(lines, { footer: "Copyright" });
    expect(read.files[0]).toMatchObject({ rows: 4, accepted: 1, leftOut: 3 });
    expect(read.problems).toEqual([]);
    const other = await readAccounts(lines, { footer: "Confidential" });
    expect(other.files[0]).toMatchObject({ rows: 4, accepted: 1, setAside: 3, leftOut: 0 });
    expect(other.problems.map(({ check, row }) => [check, row])).toEqual([
      ["missing_value", 4],
      ["missing_value", 5],
      ["missing_value", 6],
      ["short_rows", 4],
    ]);
  });

  it("a total line as wide as the table is a footer where it opens with its words, at the end only", async () => {
    const lines = "account_id,name,industry\nTotal Energies,A,Oil\n1,B,\nTotal,2,\n";
    const read = await readAccounts(lines, { footer: "Total" });
    expect(read.files[0]).toMatchObject({ rows: 3, accepted: 2, leftOut: 1 });
    // It could be an account named 2: what is left out with all its cells is told.
    expect(read.problems.map(({ check, row }) => [check, row])).toEqual([["footer_like_data", 4]]);
  });

  it("a customer named as the footer's words are is no footer", async () => {
    const lines = ["Acme,A1", "Summe Bau GmbH,A2", "Summerfield,A3", "Summe: 3,"];
    const counts: Record<string, number>[] = [];
    for (const rows of [lines, [...lines.slice(0, 1), ...lines.slice(2), "Summe Bau GmbH,A2"]]) {
      const read = await readAccounts(`name,account_id\n${rows.join("\n")}\n`, {
        footer: "Summe",
      });
      const { accepted = 0, setAside = 0, leftOut = 0 } = read.files[0] ?? {};
      counts.push({ accepted, setAside, leftOut });
    }
    expect(counts).toEqual([
      { accepted: 3, setAside: 0, leftOut: 1 },
      // No longer the end of the file, the line of totals is a row that lacks its id.
      { accepted: 3, setAside: 1, leftOut: 0 },
    ]);
  });

  it("a customer right above the footer who lacks the id is told, not left out with it", async () => {
    const read = await readAccounts("name,account_id\nAcme,A1\nBeta,\nSumme: 2,\n", {
      footer: "Summe",
    });
    expect(read.files[0]).toMatchObject({ rows: 3, accepted: 1, setAside: 1, leftOut: 1 });
    expect(read.problems.map(({ check, row }) => [check, row])).toEqual([["missing_value", 3]]);
    const word = await readAccounts("name,account_id\nAcme,A1\nSummerfield,\n", {
      footer: "Summe",
    });
    expect(word.files[0]).toMatchObject({ rows: 2, accepted: 1, setAside: 1, leftOut: 0 });
  });

  it("a row of one cell is whole where one cell is all it must have", async () => {
    const read = await readAccounts("name,tier\nAcme,\nBeta,\nTotal 2,\n", {
      columns: { account_id: "name", name: "name" },
      footer: "Total",
    });
    expect(read.files[0]).toMatchObject({ rows: 3, accepted: 2, leftOut: 1 });
  });

  it("a row of one cell within the data is no footer", async () => {
    const read = await readAccounts("account_id,name\n1,\n2,B\n", { footer: "1" });
    expect(read.files[0]).toMatchObject({ rows: 2, accepted: 1, setAside: 1, leftOut: 0 });
  });
});

describe("extra header rows", () => {
  it("are passed over even where they are blank, and the rows keep their numbers", async () => {
    const read = await readAccounts("account_id,name\n,\n1,A\n", { extra_header_rows: 1 });
    expect(read.rows("accounts").map((row) => row.slice(0, 3))).toEqual([["3", "3", "1"]]);
    const more = await readAccounts('account_id,name\nx,"y\nz"\n\n1,A\n', { extra_header_rows: 2 });
    expect(more.rows("accounts").map((row) => row.slice(0, 3))).toEqual([["4", "5", "1"]]);
  });

  it("may be all there is", async () => {
    const read = await readAccounts("account_id,name\nx,y\n", { extra_header_rows: 3 });
    expect(read.messages).toEqual([]);
    expect(read.files[0]).toMatchObject({ rows: 1, accepted: 0, setAside: 0, leftOut: 1 });
  });

  const answers = [
    "Respondent ID,Collector ID,End Date,Custom Data 1,How likely are you to recommend us?",
    "101,4,03/14/2024,A1,9",
    "102,4,03/15/2024,A1,8",
  ];
  const readAnswers = (lines: readonly string[], source: object = {}) =>
    readCompany({
      files: { "s.csv": `${lines.join("\n")}\n` },
      datasets: { surveys: { files: "s.csv", ...source } },
    });
  const idsOf = (read: Awaited<ReturnType<typeof readAnswers>>) =>
    read.rows("surveys").map((row) => row[2]);

  it("of an export that lacks them are no rows of data, and it is told", async () => {
    const read = await readAnswers(answers);
    expect(idsOf(read)).toEqual(["101", "102"]);
    expect(read.files.at(-1)).toMatchObject({ rows: 2, accepted: 2, setAside: 0, leftOut: 0 });
    expect(read.problems.map(({ check, row, severity }) => [check, row, severity])).toEqual([
      ["data_in_place_of_header", 2, "warning"],
    ]);
  });

  it("end where an answer without its account stands, which is set aside", async () => {
    const read = await readAnswers(answers.with(1, "101,4,03/14/2024,,9"));
    expect(idsOf(read)).toEqual(["102"]);
    expect(read.files.at(-1)).toMatchObject({ rows: 2, accepted: 1, setAside: 1, leftOut: 0 });
  });

  it("end where the first of two is there and the second is not", async () => {
    const head = "StartDate,RecordedDate,ResponseId,Finished,ExternalReference,NPS";
    const read = await readAnswers([
      head,
      "Start Date,Recorded Date,Response ID,Finished,External Data Reference,How likely?",
      "2024-03-04 09:00:00,2024-03-04 09:05:00,R_1,1,A1,9",
      "2024-03-05 09:00:00,2024-03-05 09:05:00,R_2,1,A1,8",
    ]);
    expect(idsOf(read)).toEqual(["R_1", "R_2"]);
    expect(read.files.at(-1)).toMatchObject({ rows: 3, accepted: 2, setAside: 0, leftOut: 1 });
    expect(read.problems.map(({ check, row }) => [check, row])).toEqual([
      ["data_in_place_of_header", 3],
    ]);
  });

  it("that are declared are passed over all the same, and a row that reads as data is told", async () => {
    const read = await readAnswers(answers, { extra_header_rows: 1 });
    expect(idsOf(read)).toEqual(["102"]);
    expect(read.files.at(-1)).toMatchObject({ rows: 2, accepted: 1, setAside: 0, leftOut: 1 });
    expect(read.problems.map(({ check, row }) => [check, row])).toEqual([["data_passed_over", 2]]);
    const none = await readAnswers(answers, { extra_header_rows: 0 });
    expect(idsOf(none)).toEqual(["101", "102"]);
    expect(none.problems).toEqual([]);
  });
});

describe("days of a recognised export, whose format nobody declared", () => {
  const readDays = (days: readonly string[], source: object = {}) =>
    readCompany({
      files: {
        "s.csv": `Respondent ID,Collector ID,End Date,Custom Data 1,How likely are you to recommend us?\n,,,,Response\n${days.map((day, index) => `${index},4,${day} 10:00:00,A1,9\n`).join("")}`,
      },
      datasets: { surveys: { files: "s.csv", ...source } },
    });
  const daysOf = (read: Awaited<ReturnType<typeof readDays>>) =>
    read.rows("surveys").map((row) => row[4]);

  it("are asked for where each reads in two ways", async () => {
    const read = await readDays(["03/04/2024", "05/05/2024"]);
    expect(read.problems.map(({ check, row }) => [check, row])).toEqual([["ambiguous_date", 3]]);
    expect(read.files.at(-1)).toMatchObject({ rows: 3, accepted: 0, refusal: { isCounted: true } });
  });

  it("are told by one that has its month first, and by the configuration", async () => {
    const month = ["2024-03-04", "2024-03-14"];
    expect(daysOf(await readDays(["03/04/2024", "03/14/2024"]))).toEqual(month);
    const named = { preset: "surveymonkey" };
    expect(daysOf(await readDays(["03/04/2024"], named))).toEqual(["2024-03-04"]);
    const declared = { date_format: "DD/MM/YYYY" };
    expect(daysOf(await readDays(["03/04/2024"], declared))).toEqual(["2024-04-03"]);
  });

  it("are not read by the month where one has its day first", async () => {
    const read = await readDays(["03/04/2024", "25/03/2024"]);
    expect(read.files.at(-1)).toMatchObject({ accepted: 0 });
    const told = read.messages.find((message) => message.includes("in two ways"));
    expect(told).toContain('2024-03-04 or 2024-04-03; "25/03/2024 10:00:00" has the day first');
  });
});

describe("a header name that stands there twice", () => {
  it("is no fault where nothing reads it, and is reported", async () => {
    const read = await readAccounts("account_id,name,Note,note\n1,A,x,y\n");
    expect(read.messages).toEqual([]);
    expect(read.files[0]?.ignoredColumns).toEqual(["Note", "note"]);
  });
});

describe("a scale", () => {
  it.each([
    ["4900", 0.01, "49"],
    ["4901", 0.01, "49.01"],
    ["5", 0.01, "0.05"],
    ["-5", 0.01, "-0.05"],
    ["70833.0", 0.01, "708.33"],
    ["1.5", 1000, "1500"],
    // As binary numbers 1.1 x 1.1 would be 1.2100000000000002.
    ["1.1", 1.1, "1.21"],
    ["999999999999", 0.000001, "999999.999999"],
  ])("%s times %s is %s, exactly", async (cell, factor, expected) => {
    const read = await readCompany({
      files: { "c.csv": `contract_id,account_id,starts_on,mrr\n1,A1,2024-01-01,${cell}\n` },
      datasets: { contracts: { files: "c.csv", scale: { mrr: factor } } },
    });
    expect(read.messages).toEqual([]);
    expect(read.rows("contracts")[0]?.[7]).toBe(expected);
  });

  it("leaves what is no number to the contract", async () => {
    const read = await readCompany({
      files: { "c.csv": "contract_id,account_id,starts_on,mrr\n1,A1,2024-01-01,ten\n" },
      datasets: { contracts: { files: "c.csv", scale: { mrr: 0.01 } } },
    });
    expect(read.messages[0]).toMatch(/^c\.csv row 2, mrr: "ten" is not a number/);
  });
});
