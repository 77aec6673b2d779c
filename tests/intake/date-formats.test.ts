import { describe, expect, it } from "vitest";
import { readCompany } from "./reading.ts";

const header = "contract_id,account_id,starts_on,ends_on,signed_on,mrr";

function readDays(starts: string, ends: string, signed: string, source: object = {}) {
  return readCompany({
    files: { "contracts.csv": `${header}\nC1,A1,${starts},${ends},${signed},100\n` },
    datasets: { contracts: { files: "contracts.csv", ...source } },
  });
}

const daysOf = (row: readonly string[] = []) => [row[4], row[5], row[14]];

describe("an export that writes the days of its columns in several ways", () => {
  const date_formats = { ends_on: "MM/DD/YYYY", signed_on: "excel" };

  it("is read by date_format, and by date_formats where a column differs", async () => {
    // 45352 days from 1899-12-30 are 2024-03-01.
    const source = { date_format: "DD/MM/YYYY", date_formats };
    const read = await readDays("03/04/2024", "03/04/2025", "45352", source);
    expect(read.messages).toEqual([]);
    expect(daysOf(read.rows("contracts")[0])).toEqual(["2024-04-03", "2025-03-04", "2024-03-01"]);
  });

  it("needs no date_format where the other columns are ISO", async () => {
    const read = await readDays("2024-04-03", "03/04/2025", "45352", { date_formats });
    expect(daysOf(read.rows("contracts")[0])).toEqual(["2024-04-03", "2025-03-04", "2024-03-01"]);
  });

  it("is told which column to declare, by the first cell that does not follow", async () => {
    const read = await readDays("03/04/2024", "03/15/2025", "", { date_format: "DD/MM/YYYY" });
    expect(read.messages).toEqual([
      'contracts.csv row 2, ends_on: "03/15/2025" is not a date; expected DD/MM/YYYY, as declared; correct the cell, or where the whole column is written so declare date_formats: { ends_on: "MM/DD/YYYY" }',
    ]);
  });

  it("names the column's own format where a cell does not follow that", async () => {
    const read = await readDays("2024-04-03", "31.12.2025", "", { date_formats });
    expect(read.messages).toEqual([
      'contracts.csv row 2, ends_on: "31.12.2025" is not a date; expected MM/DD/YYYY, as declared; correct the cell, or where the whole column is written so declare date_formats: { ends_on: "DD.MM.YYYY" }',
    ]);
  });

  it("declares formats for columns of days, in capitals, under our names", async () => {
    const wrong = { ends_onn: "DD/MM/YYYY", mrr: "DD/MM/YYYY", signed_on: "dd/mm/yyyy" };
    const read = await readDays("2024-04-03", "", "", { date_formats: wrong });
    expect(read.messages).toEqual([
      expect.stringContaining(
        'datasets.contracts.date_formats: "ends_onn" is not a column of the dataset',
      ),
      'dashboard.config.ts, datasets.contracts.date_formats.mrr: the column "mrr" holds no days; expected a column that holds days: starts_on, ends_on, signed_on, cancelled_on; take it out, or name the column of the days',
      expect.stringContaining(
        'date_formats.signed_on: "dd/mm/yyyy" does not say where day, month and year stand',
      ),
    ]);
  });
});

describe("days as programs count them, or with their weekday", () => {
  // By Python: datetime.fromtimestamp(n, timezone.utc).
  it.each([
    ["unix", "1704067199", "2023-12-31"],
    ["unix", "1704067200000", "2024-01-01"],
    ["unix", "951782400.5", "2000-02-29"],
    ["unix", "2024-01-01", "2024-01-01"],
    ["ddd, D MMM YYYY", "Mon, 01 Jan 2024", "2024-01-01"],
    ["ddd, D MMM YYYY", "Thursday, 29 February 2024", "2024-02-29"],
    ["dddd, MMMM D, YYYY", "Monday, January 1, 2024", "2024-01-01"],
    ["ddd MM/DD/YYYY", "Sat 01/13/2024", "2024-01-13"],
  ])("%s: %s", async (date_format, cell, day) => {
    const read = await readDays(`"${cell}"`, "", "", { date_format });
    expect(read.messages).toEqual([]);
    expect(daysOf(read.rows("contracts")[0])[0]).toBe(day);
  });

  it.each([
    ["1704067200", "unix"],
    ["1704067200000", "unix"],
    ["Mon, 01 Jan 2024", "ddd, D MMM YYYY"],
    ["Monday, January 1, 2024", "ddd, MMM D, YYYY"],
  ])("%s is answered with the format to declare", async (cell, format) => {
    const { messages } = await readDays(`"${cell}"`, "", "");
    expect(messages[0]).toMatch(new RegExp(`; declare date_format: "${format}"$`));
  });

  it("are refused where they are no such count", async () => {
    for (const cell of ["17040", "170406720012", "-1704067200", "1.7E+09"]) {
      const { messages } = await readDays(cell, "", "", { date_format: "unix" });
      expect(messages).toHaveLength(1);
    }
  });

  it("keep their time of the day where a column has one", async () => {
    const read = await readCompany({
      files: {
        "tickets.csv": "ticket_id,account_id,opened_at\n1,A1,1704103872\n2,A1,1704103872500\n",
      },
      datasets: { tickets: { files: "tickets.csv", date_format: "unix" } },
    });
    expect(read.messages).toEqual([]);
    // datetime.fromtimestamp(1704103872, timezone.utc) is 2024-01-01 10:11:12.
    expect(read.rows("tickets").map((row) => row[4])).toEqual([
      expect.stringMatching(/^2024-01-01[ T]10:11:12/),
      expect.stringMatching(/^2024-01-01[ T]10:11:12/),
    ]);
  });
});
