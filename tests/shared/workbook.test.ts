import { expect, it } from "vitest";
import { serialDay, sheetLimits, writeWorkbook } from "../../src/shared/workbook/index.ts";
import { unzip } from "./unzip.ts";

const column = (title: string, format?: string) => ({ title, width: 12, format });

it("writes numbers as numbers, texts as texts, and leaves out what is not there", async () => {
  const files = await unzip(
    await writeWorkbook([
      {
        name: "Result",
        columns: [column("name"), column("amount", "0.00"), column("paid")],
        rows: [
          ["=1+1", 12.5, true],
          ["", null, false],
        ],
      },
    ]),
  );
  const sheet = files["xl/worksheets/sheet1.xml"] ?? "";
  const rows = /<row r="2">.*<\/sheetData>/.exec(sheet)?.[0];
  const text = (words: string) => `t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`;
  expect(rows).toBe(
    `<row r="2"><c r="A2" s="2" ${text("=1+1")}<c r="B2" s="3"><v>12.5</v></c>` +
      `<c r="C2" t="b"><v>1</v></c></row>` +
      `<row r="3"><c r="A3" s="2" ${text("")}<c r="C3" t="b"><v>0</v></c></row></sheetData>`,
  );
  expect(files["xl/styles.xml"]).toContain('formatCode="0.00"');
});

it("writes signs that XML does not know so that a spreadsheet gives them back", async () => {
  const rows = [['a\u0001b\r\n<&>"_x0041_\ud800']];
  const sheet = { name: "Result", columns: [column("text")], rows };
  const files = await unzip(await writeWorkbook([sheet]));
  expect(files["xl/worksheets/sheet1.xml"]).toContain(
    ">a_x0001_b_x000D_\n&lt;&amp;&gt;&quot;_x005F_x0041_\ufffd</t>",
  );
});

it("is whole and well formed, also of many pieces", async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => [index, `row ${index} ü`]);
  const columns = [column("number"), column("text")];
  const files = await unzip(
    await writeWorkbook([
      { name: "Result", columns, rows },
      { name: "About", columns: [column("a")], rows: [] },
    ]),
  );
  expect(Object.keys(files)).toHaveLength(7);
  const sheet = files["xl/worksheets/sheet1.xml"] ?? "";
  expect(sheet.split("</row>")).toHaveLength(20_002);
  expect(sheet).toContain('<c r="A20001"><v>19999</v></c>');
  for (const xml of Object.values(files)) {
    const opened = xml.match(/<\w[^>]*(?<!\/)>/g)?.length;
    expect(xml.match(/<\//g)?.length).toBe(opened);
  }
});

it("counts days as spreadsheets do, and none before they count right", () => {
  expect(serialDay(Date.UTC(2024, 1, 29))).toBe(45_351);
  expect(serialDay(Date.UTC(2024, 1, 29, 12))).toBe(45_351.5);
  expect(serialDay(Date.UTC(1900, 2, 1))).toBe(61);
  expect(serialDay(Date.UTC(1900, 1, 28))).toBeUndefined();
  expect(serialDay(Date.UTC(9999, 11, 31))).toBe(2_958_465);
  expect(serialDay(Date.UTC(10_000, 0, 1))).toBeUndefined();
});

it("refuses what a sheet cannot hold", async () => {
  const columns = Array.from({ length: sheetLimits.columns + 1 }, () => column("a"));
  await expect(writeWorkbook([{ name: "Result", columns, rows: [] }])).rejects.toThrow(
    "a sheet holds 16384 columns, Result has 16385",
  );
});
