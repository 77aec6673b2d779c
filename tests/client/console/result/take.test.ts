import Papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import { type CopyForm, copyText } from "../../../../src/client/console/result/take/copy.ts";
import {
  csvPieces,
  fileName,
  fileOf,
  jsonPieces,
  type Taken,
} from "../../../../src/client/console/result/take/files.ts";
import { resultWorkbook } from "../../../../src/client/console/result/take/workbook.ts";
import { resultOf } from "../../../../src/client/console/result/values/result.ts";
import { say } from "../../../../src/text/index.ts";
import { unzip } from "../../../shared/unzip.ts";
import { openConsoleEngine } from "../engine.ts";

let take: (sql: string, isCut?: boolean) => Taken;

beforeAll(async () => {
  const engine = await openConsoleEngine();
  take = (sql, isCut = false) => {
    const { columns, rowCount } = resultOf(engine.query(sql));
    return { columns, rowCount, rowAt: (index) => index, sql, isCut };
  };
});

const copy = (sql: string, form: CopyForm) => copyText(take(sql), form, true);
const textOf = async (pieces: Iterable<string>) => (await fileOf(pieces, "text/plain")).text();

describe("a copy for a spreadsheet", () => {
  it("keeps tabs, lines and quotes in their cells", () => {
    expect(
      copy(
        `select 'a' || chr(9) || 'b' as t, 'two' || chr(10) || 'lines "x"' as l, 'in "it"' as q`,
        "tsv",
      ),
    ).toBe('t\tl\tq\n"a\tb"\t"two\nlines ""x"""\tin "it"');
  });

  it("tells NULL, an empty cell, from the empty text", () => {
    expect(copy("select null as n, '' as e, 'NULL' as w", "tsv")).toBe('n\te\tw\n\t""\tNULL');
  });

  it("runs nothing: neither a value nor a name", () => {
    expect(copy(`select '=1+1' as "=2+2", '@x' as b, -5 as c, '-5' as d`, "tsv")).toBe(
      "'=2+2\tb\tc\td\n'=1+1\t'@x\t-5\t-5",
    );
  });
});

it("copies a table in Markdown in which no sign means anything", () => {
  const sql = "select 1.50::decimal(4,2) as n, '<b>|*x*' || chr(10) || 'y' as t, null as z";
  expect(copy(sql, "markdown")).toBe(
    "| n | t | z |\n| ---: | --- | ---: |\n| 1.50 | \\<b\\>\\|\\*x\\*<br>y | *NULL* |",
  );
});

it("copies JSON with every name and value as it is", () => {
  const sql = `select 1 as "__proto__", 12.50::decimal(9,2) as "a""b", 9007199254740993 as big, null as n`;
  const text = copy(sql, "json");
  expect(text).toBe(
    '[\n  {"__proto__": 1, "a\\"b": 12.50, "big": "9007199254740993", "n": null}\n]',
  );
  expect(JSON.parse(text)).toHaveLength(1);
  expect(copy("select 1 as a where false", "json")).toBe("[]");
});

describe("a CSV file", () => {
  it("gives back every value in a parser of its own, and begins no formula", async () => {
    const sql = `
      select * from (values
        ('=cmd|x', 9007199254740993, 'a,"b"', date '2024-02-29'),
        ('+1', -1, chr(9) || 'x', null),
        ('-1.5', 2, chr(13) || 'y', date '1969-12-31')
      ) as t("@name", id, words, day)`;
    const { data } = Papa.parse<string[]>(await textOf(csvPieces(take(sql))), {
      skipEmptyLines: true,
    });
    expect(data).toEqual([
      ["'@name", "id", "words", "day"],
      ["'=cmd|x", "9007199254740993", 'a,"b"', "2024-02-29"],
      ["+1", "-1", "'\tx", ""],
      ["-1.5", "2", "'\ry", "1969-12-31"],
    ]);
  });

  it("has nothing for NULL and quotes for the empty text", async () => {
    expect(await textOf(csvPieces(take("select null as n, '' as e")))).toBe('n,e\n,""\n');
  });

  it("holds as many rows as the result, piece after piece", async () => {
    const text = await textOf(csvPieces(take("select i from range(2500) as t(i)")));
    expect(text.trimEnd().split("\n")).toHaveLength(2501);
  });

  it("says by its name that rows are missing", () => {
    expect(fileName("csv", take("select 1", true))).toBe("result-cut-to-first-1-rows.csv");
    expect(fileName("xlsx", take("select 1"))).toBe("result.xlsx");
  });
});

it("writes JSON with the SQL, the types, and that rows are missing", async () => {
  const sql = "select 1.50::decimal(4,2) as n, 'x' as t";
  expect(JSON.parse(await textOf(jsonPieces(take(sql, true))))).toEqual({
    sql,
    row_count: 1,
    is_cut: true,
    note: say.console.result.cut(1),
    columns: [
      { name: "n", type: "DECIMAL(4,2)" },
      { name: "t", type: "VARCHAR" },
    ],
    rows: [{ n: 1.5, t: "x" }],
  });
  const whole = JSON.parse(await textOf(jsonPieces(take(sql))));
  expect(whole.note).toBeUndefined();
});

describe("a workbook", () => {
  const cellsOf = (xml: string, row: number) => {
    const [line = ""] = new RegExp(`<row r="${row}">.*?</row>`, "s").exec(xml) ?? [];
    const cells = line.matchAll(/<c r="([A-Z]+)\d+"([^>]*)>(?:<v>|<is><t[^>]*>)(.*?)<\//gs);
    return Object.fromEntries(
      Array.from(cells, ([, place, look = "", text]) => [
        place ?? "",
        look.includes("inlineStr") ? `text ${text}` : text,
      ]),
    );
  };

  it("has numbers that a spreadsheet keeps as numbers, others as texts, days as days", async () => {
    const files = await unzip(
      await resultWorkbook(
        take(`
          select 12.50::decimal(9,2) as a, 9007199254740993 as b, 0.1::double + 0.2 as c, 'nan'::double as d,
            date '2024-02-29' as e, timestamp '2024-02-29 12:00:00' as f, timestamp '2024-02-29 12:00:00.000001' as g,
            date '1850-01-01' as h, true as i, null::integer as j, '' as k, '=1+1' as l, [1] as m`),
      ),
    );
    expect(cellsOf(files["xl/worksheets/sheet1.xml"] ?? "", 2)).toEqual({
      A: "12.5",
      B: "text 9007199254740993",
      C: "0.30000000000000004",
      D: "text NaN",
      E: "45351",
      F: "45351.5",
      G: "text 2024-02-29 12:00:00.000001",
      H: "text 1850-01-01",
      I: "1",
      K: "text ",
      L: "text =1+1",
      M: "text [1]",
    });
    expect(files["xl/styles.xml"]).toContain('formatCode="0.00"');
    expect(files["xl/styles.xml"]).toContain('formatCode="yyyy-mm-dd"');
  });

  it("says on a second sheet what it is of, and what was cut and shortened", async () => {
    const sql = "select repeat('x', 40000) as t";
    const files = await unzip(await resultWorkbook(take(sql, true)));
    const about = files["xl/worksheets/sheet2.xml"] ?? "";
    expect(cellsOf(about, 2)).toEqual({ A: "text SQL", B: `text ${sql}` });
    expect(cellsOf(about, 3)).toEqual({ A: "text Rows", B: "1" });
    expect(about).toContain("No: the first 1 row of the answer; the others were not fetched.");
    expect(about).toContain("1 text of more than 32,767 signs");
    expect(cellsOf(files["xl/worksheets/sheet1.xml"] ?? "", 2).A).toHaveLength(32_767 + 5);
  });
});
