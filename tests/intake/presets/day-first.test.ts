import { describe, expect, it } from "vitest";
import { readCompany } from "../reading.ts";

const subscriptions =
  "id,Customer ID,Plan,Quantity,Currency,Interval,Amount,Status,Start Date (UTC),Canceled At (UTC),Ended At (UTC)\n";
const companies = "Record ID,Company name,Create Date,Company owner\n";
const answers =
  "Respondent ID,Collector ID,End Date,Custom Data 1,How likely are you to recommend us?\n,,,,Response\n";

/** Reads an export as it stands, and again with what the message says to declare. */
async function readTwice(dataset: "accounts" | "contracts" | "surveys", text: string) {
  const read = (source: object) =>
    readCompany({
      files: { "export.csv": text },
      datasets: { [dataset]: { files: "export.csv", ...source } },
    });
  const first = await read({});
  const [, format = ""] = /declare date_format: "([^"]+)"/.exec(first.messages.join("\n")) ?? [];
  const again = await read({ date_format: format });
  expect(again.messages).toEqual([]);
  return { messages: first.messages, rows: again.rows(dataset) };
}

describe("a known export with the day first is told the format to declare beside its preset", () => {
  it("Stripe subscriptions: one day of the file tells for all", async () => {
    const { messages, rows } = await readTwice(
      "contracts",
      `${subscriptions}sub_1,A1,Pro,1,usd,month,100.00,active,03/04/2024 10:00,,\nsub_2,A1,Pro,1,usd,month,50.00,canceled,31/12/2024 10:00,,31/01/2025 10:00\n`,
    );
    expect(messages).toEqual([
      'export.csv row 2, starts_on: "03/04/2024 10:00" is not a date; expected YYYY-MM-DD such as 2024-12-31; declare date_format: "DD/MM/YYYY", as row 3 tells',
      'export.csv row 3, starts_on: "31/12/2024 10:00" is not a date; expected YYYY-MM-DD such as 2024-12-31; declare date_format: "DD/MM/YYYY"',
      'export.csv row 3, ends_on: "31/01/2025 10:00" is not a date; expected YYYY-MM-DD such as 2024-12-31; declare date_format: "DD/MM/YYYY"',
    ]);
    expect(rows.map((row) => row.slice(4, 6))).toEqual([
      ["2024-04-03", ""],
      ["2024-12-31", "2025-01-31"],
    ]);
  });

  it("HubSpot companies: where no day tells, both are named", async () => {
    const { messages } = await readTwice(
      "accounts",
      `${companies}A1,Acme,03/04/2024 09:00,Ida\nA2,Bolt,05/04/2024 09:00,Jo\n`,
    );
    expect(messages).toHaveLength(2);
    expect(messages[0]).toMatch(/; declare date_format: "DD\/MM\/YYYY" or "MM\/DD\/YYYY"$/);
  });

  it("SurveyMonkey responses: which mostly have the month first", async () => {
    const { messages, rows } = await readTwice(
      "surveys",
      `${answers}1,4,31.12.2024 10:05:00,A1,9\n2,4,30.12.2024 10:05:00,A1,3\n`,
    );
    expect(messages).toEqual([
      'export.csv row 3, answered_on: "31.12.2024 10:05:00" is not a date; expected MM/DD/YYYY, as in most SurveyMonkey responses; declare date_format: "DD.MM.YYYY"',
      'export.csv row 4, answered_on: "30.12.2024 10:05:00" is not a date; expected MM/DD/YYYY, as in most SurveyMonkey responses; declare date_format: "DD.MM.YYYY"',
    ]);
    expect(rows.map((row) => row[4])).toEqual(["2024-12-31", "2024-12-30"]);
  });

  it("with points, where no day tells, the points are in what to declare", async () => {
    const { messages } = await readTwice("surveys", `${answers}1,4,03.04.24 10:05:00,A1,9\n`);
    expect(messages.join("\n")).toContain(
      'declare date_format: "MM.DD.YY" where the month stands first, or "DD.MM.YY" where the day does',
    );
  });

  it("columns that differ are declared one by one", async () => {
    const read = await readCompany({
      files: {
        "export.csv": `${subscriptions}sub_1,A1,Pro,1,usd,month,100.00,active,12/31/2024,,31/01/2025\nsub_2,A1,Pro,1,usd,month,100.00,active,03/04/2024,,\n`,
      },
      datasets: { contracts: "export.csv" },
    });
    expect(read.messages.map((message) => message.replace(/^.*; declare/, "declare"))).toEqual([
      'declare date_formats: { starts_on: "MM/DD/YYYY" }',
      'declare date_formats: { ends_on: "DD/MM/YYYY" }',
      'declare date_formats: { starts_on: "MM/DD/YYYY" }, as row 2 tells',
    ]);
  });
});

describe("an export in another language", () => {
  it("is told which of its headers hold the columns it needs", async () => {
    const read = await readCompany({
      files: {
        "export.csv":
          "Datensatz-ID,Unternehmensname,Erstellungsdatum\n1,Müller,2023-01-01\n2,Bolt,2023-01-01\n",
      },
      datasets: { accounts: "export.csv" },
    });
    expect(read.messages.map((message) => message.replace(/^.*?did you/, "did you"))).toEqual([
      'did you mean "Datensatz-ID"? map it with columns: { account_id: "Datensatz-ID" }',
      'did you mean "Unternehmensname"? map it with columns: { name: "Unternehmensname" }',
    ]);
  });
});
