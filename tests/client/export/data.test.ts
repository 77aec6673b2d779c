import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { htmlOf } from "../../../src/client/export/data/html.ts";
import { csvOf, tsvOf } from "../../../src/client/export/data/text.ts";
import { workbookOf } from "../../../src/client/export/data/workbook.ts";
import { formatsOf } from "../../../src/figures/index.ts";
import { tabulate } from "../../../src/figures/table.ts";
import { unzip } from "../../shared/unzip.ts";
import { sheetWith } from "./sheet.ts";

const company = { name: "Paper Ltd", currency: "EUR", locale: "de-DE" };
const format = formatsOf({ company });

interface Row {
  name: string | null;
  month: string | null;
  mrr: number | null;
  churn: number | null;
}

const tableOf = (rows: readonly Row[]) =>
  tabulate(format, rows, { caption: "Paper" }, [
    { label: "=Name", value: ({ name }) => name },
    { label: "Month", unit: "monthLabel", value: ({ month }) => month },
    { label: "MRR", unit: "cents", value: ({ mrr }) => mrr, unknown: "never" },
    { label: "Churn", unit: "share", value: ({ churn }) => churn },
  ]);

const rows: Row[] = [
  { name: '=HYPERLINK("http://x")', month: "2025-09-01", mrr: 1234567.891, churn: 0.02134 },
  { name: "<b>&\tA\n", month: null, mrr: null, churn: -0.5 },
];
const { table } = sheetWith(tableOf(rows));
if (!table) throw new Error("no table");

describe("cells for a spreadsheet", () => {
  it("have the locale's decimal sign and no groups; no text runs, none breaks its line", () => {
    expect(tsvOf(table, "de-DE").split("\n")).toEqual([
      "'=Name\tMonth\tMRR\tChurn",
      `'=HYPERLINK("http://x")\tSept 2025\t1234567,89\t2,13\u00a0%`,
      "<b>& A \t\tnever\t-50,0\u00a0%",
    ]);
  });

  it("have digits that every spreadsheet reads, whatever the locale writes", () => {
    expect(tsvOf(table, "ar-EG").split("\n")[1]).toMatch(/1234567\.89\t.?2\.13/);
    expect(tsvOf(table, "en-US").split("\n")[1]).toMatch(/\t1234567\.89\t2\.13%$/);
  });
});

it("a CSV has every digit, days as days, shares of 1, runs nothing, and is told as UTF-8", () => {
  expect(csvOf(table)).toBe(
    `\ufeff'=Name,Month,MRR,Churn\n"'=HYPERLINK(""http://x"")",2025-09-01,1234567.891,0.02134\n"<b>&\tA\n",,never,-0.5\n`,
  );
});

it("a CSV has very small numbers without an exponent", () => {
  const tiny = sheetWith(tableOf([{ name: "a", month: null, mrr: -0.0000001, churn: null }])).table;
  expect(tiny && csvOf(tiny)).toContain("a,,-0.000000100000,\n");
});

describe("HTML for the clipboard", () => {
  it("has the picture above the table, as large as it is to be, and none where the figure is a table", () => {
    const picture = { address: "data:image/png;base64,AAAA", width: 768, height: 551 };
    const { document } = parseHTML(`<body>${htmlOf(sheetWith(tableOf(rows)), picture)}</body>`);
    const image = document.querySelector("img");
    const attributes = ["src", "width", "height", "alt"].map((name) => image?.getAttribute(name));
    expect(attributes).toEqual([picture.address, "768", "551", "Paper is thin"]);
    const both = [...document.querySelectorAll("img, table")].map(({ localName }) => localName);
    expect(both).toEqual(["img", "table"]);
    expect(htmlOf(sheetWith(tableOf(rows)))).not.toContain("<img");
  });

  it("keeps markup in names as text, and what would be a formula from running", () => {
    const html = htmlOf(sheetWith(tableOf(rows), { finding: "<script>alert(1)</script>" }));
    const { document } = parseHTML(`<html><body>${html}</body></html>`);
    expect(document.querySelectorAll("script, b b").length).toBe(0);
    expect(document.querySelector("b")?.textContent).toBe("<script>alert(1)</script>");
    const cells = [...document.querySelectorAll("td")].map(({ textContent }) => textContent);
    expect(cells[0]).toBe(`'=HYPERLINK("http://x")`);
    expect(cells[4]).toContain("<b>&");
  });

  it("has the whole number beside what is shown of it, and no style, which the page's policy refuses", () => {
    const html = htmlOf(sheetWith(tableOf(rows)));
    expect(html).toContain('sdval="1234567.891"');
    expect(html).not.toMatch(/style/);
  });
});

it("a workbook has numbers and days as such, with a format each, and all else as text", async () => {
  const files = await unzip(await workbookOf(sheetWith(tableOf(rows))));
  const first = files["xl/worksheets/sheet1.xml"] ?? "";
  const { document } = parseHTML(first);
  // 45,901 days after 1899-12-30 is 2025-09-01: 45,658 is 2025-01-01, and 243 days follow.
  const numbers = [...document.querySelectorAll("v")].map(({ textContent }) => textContent);
  expect(numbers).toEqual(["45901", "1234567.891", "0.02134", "-0.5"]);
  const texts = [...document.querySelectorAll("t")].map(({ textContent }) => textContent);
  expect(texts).toEqual([
    "=Name",
    "Month",
    "MRR",
    "Churn",
    '=HYPERLINK("http://x")',
    "<b>&\tA\n",
    "never",
  ]);
  expect(first).not.toContain("<f>");
  for (const code of ["mmm yyyy", "#,##0.00", "0.0%"]) {
    expect(files["xl/styles.xml"]).toContain(`formatCode="${code}"`);
  }
});

it("a quarter in a workbook is its first day, shown as the page writes it", async () => {
  const quarters = tabulate(format, ["2025-07-01", "2024-01-01"], { caption: "Paper" }, [
    { label: "Quarter", unit: "quarterLabel", value: (day) => day },
  ]);
  const files = await unzip(await workbookOf(sheetWith(quarters)));
  const { document } = parseHTML(files["xl/worksheets/sheet1.xml"] ?? "");
  const numbers = [...document.querySelectorAll("v")].map(({ textContent }) => textContent);
  // 2025-01-01 is day 45,658, and 181 days follow to July; 2024 has 366.
  expect(numbers).toEqual(["45839", "45292"]);
  for (const quarter of [1, 3]) {
    expect(files["xl/styles.xml"]).toContain(`formatCode="yyyy&quot; Q${quarter}&quot;"`);
  }
});
