import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeDialect, describeFile } from "../../scripts/site/print.ts";
import { readCompany } from "./reading.ts";
import { zip as zipOf } from "./zip-bytes.ts";

const header = "account_id,name\n";
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => `A${index},Acme\n`).join("");
const noise = Buffer.from(Array.from({ length: 4_000 }, (_, index) => (index * 7_919) % 251));
const zip = zipOf([{ name: "a.csv", content: header + rows(5) }]);

interface Odd {
  content: string | Uint8Array;
  /** Of the accounts' source in the configuration. */
  source?: object;
  file?: string;
  /** All rows of the file, by hand; null where nobody can tell. */
  rows: number | null;
  /** Rows that are taken. */
  read: number;
  /** Lines of a file whose rows nobody can tell apart. */
  lines?: number;
}

const corpus: Record<string, Odd> = {
  "a good file": { content: header + rows(5), rows: 5, read: 5 },
  "an empty file": { content: "", rows: null, read: 0, lines: 0 },
  "blank lines only": { content: "\n\n\n", rows: null, read: 0, lines: 3 },
  "only a header": { content: header, rows: 0, read: 0 },
  "only a header, without a line break": { content: "account_id,name", rows: 0, read: 0 },
  "a column is missing": { content: `account_id\n${rows(149)}`, rows: 149, read: 0 },
  "a column is missing, blank rows between": {
    content: "account_id,x\n1,\n\n,\n2,\n",
    rows: 3,
    read: 0,
  },
  "a column stands there twice": { content: "account_id,name,Name\n1,a,b\n", rows: 1, read: 0 },
  "ragged rows": { content: `${header}1\n2,a,b\n3,c\n4,d,\n`, rows: 4, read: 2 },
  "a misquoted row": { content: `${header}1,"a"b\n${rows(3)}`, rows: 4, read: 3 },
  "a quote that never closes": {
    content: `${header}${rows(3)}9,"a\n${rows(3)}`,
    rows: null,
    read: 0,
    lines: 8,
  },
  "bad rows, then a quote that never closes": {
    content: `${header},x\n,y\n9,"a\n${rows(3)}`,
    rows: null,
    read: 0,
    lines: 7,
  },
  "a column is missing, and a quote never closes": {
    content: `account_id,x\n1,"a\n${rows(3)}`,
    rows: null,
    read: 0,
    lines: 5,
  },
  "NUL bytes in a cell": { content: `${header}1,a\0b\n2,c\n`, rows: 2, read: 1 },
  "NUL bytes in the header": { content: `account_id,na\0me\n${rows(2)}`, rows: null, read: 0 },
  "random bytes": { content: noise, rows: null, read: 0 },
  "bytes of no encoding": {
    content: Buffer.from(`${header}1,M\xf0ller\r\n2,b`, "latin1"),
    rows: null,
    read: 0,
    lines: 3,
  },
  "another encoding than declared": {
    content: `${header}${rows(2)}9,中国\n`,
    source: { encoding: "utf-16le" },
    rows: null,
    read: 0,
    lines: 4,
  },
  "UTF-16 with an open quote": {
    content: Buffer.from(`\ufeff${header}1,"a\n${rows(4)}`, "utf16le"),
    rows: null,
    read: 0,
    lines: 6,
  },
  "old Mac lines with an open quote": {
    content: `account_id,name\r1,"a\r2,b\r`,
    rows: null,
    read: 0,
    lines: 3,
  },
  "a row without an end": {
    content: `${header}1,a\n2,${"x".repeat(600_000)}`,
    rows: null,
    read: 0,
    lines: 3,
  },
  "a wrong configuration": {
    content: header + rows(149),
    source: { date_format: "dd/mm/yyyy" },
    rows: 149,
    read: 0,
  },
  "a wrong configuration of a broken file": {
    content: `${header}1,"a\n`,
    source: { columns: { nome: "name" } },
    rows: null,
    read: 0,
    lines: 2,
  },
  "rows that the configuration leaves out": {
    content: `${header}${rows(5)},bad\ntest,x\nTotal\n`,
    source: { leave_out: { account_id: ["test"] }, footer: "Total" },
    rows: 8,
    read: 5,
  },
  "a workbook": { content: zip, rows: null, read: 0 },
  "a whole gzip file": { content: gzipSync(header + rows(3)), file: "a.csv.gz", rows: 3, read: 3 },
  "a gzip file that is cut": {
    content: gzipSync(header + rows(3)).subarray(0, 30),
    file: "a.csv.gz",
    rows: null,
    read: 0,
  },
  "a whole zip": { content: zip, file: "a.zip", rows: 5, read: 5 },
  "a zip that is cut": { content: zip.subarray(0, 60), file: "a.zip", rows: null, read: 0 },
  "a zip of something else": { content: header, file: "a.zip", rows: null, read: 0 },
};

async function readOdd({ content, source, file = "a.csv" }: Odd) {
  const read = await readCompany({
    files: { [file]: content },
    datasets: { accounts: { files: file, ...source } },
  });
  const report = read.files.find(({ dataset }) => dataset === "accounts");
  return { read, report };
}

describe("rows read + set aside + left out are the rows of the file, in every state", () => {
  it.each(Object.entries(corpus))("%s", async (_, odd) => {
    const { read, report } = await readOdd(odd);
    expect(report).toBeDefined();
    if (!report) return;
    expect(report.accepted + report.setAside + report.leftOut).toBe(report.rows);
    expect(report.accepted).toBe(odd.read);
    expect(read.rows("accounts")).toHaveLength(odd.read);
    expect(report.refusal?.isCounted ?? true).toBe(odd.rows !== null);
    expect(report.rows).toBe(odd.rows ?? 0);
    expect(report.refusal?.lines).toBe(odd.lines);
    const table = read.tables[0];
    expect(table?.rows).toBe(report.rows - report.leftOut);
    expect(table?.setAside).toBe(report.setAside);
    const errors = read.problems.filter(({ severity }) => severity === "error");
    if (report.refusal) {
      expect(errors.map(({ check }) => check)).toContain(report.refusal.check);
      expect(table?.parts).toEqual([]);
    } else {
      expect(new Set(errors.map(({ row }) => row)).size).toBe(report.setAside);
    }
  });
});

/** Ways to refuse a whole file, by its header and what they put behind its rows. */
const refusals: Record<
  string,
  { header: string; bad?: string; source?: object; isCounted: boolean }
> = {
  "a missing column": { header: "account_id,title", isCounted: true },
  "a header that stands there twice": { header: "account_id,name,Name", isCounted: true },
  "a wrong configuration": {
    header: "account_id,name",
    source: { constants: { tier: "big" } },
    isCounted: true,
  },
  "a quote that never closes": { header: "account_id,name", bad: '9,"x\n', isCounted: false },
  "a row without an end": {
    header: "account_id,name",
    bad: `9,${"x".repeat(600_000)}\n`,
    isCounted: false,
  },
};

describe("a refused file counts what it holds, wherever the fault stands", () => {
  const lengths = fc.integer({ min: 0, max: 40 });

  it.each(Object.entries(refusals))("%s", async (_, { header: names, bad = "", ...refusal }) => {
    await fc.assert(
      fc.asyncProperty(lengths, lengths, fc.boolean(), async (before, behind, hasBlank) => {
        const blank = hasBlank ? "\n" : "";
        const content = `${names}\n${rows(before)}${blank}${bad}${rows(behind)}`;
        const { isCounted, source = {} } = refusal;
        const { read, report } = await readOdd({ content, source, rows: null, read: 0 });
        expect(report?.refusal?.isCounted).toBe(isCounted);
        const lines = isCounted ? undefined : 1 + before + blank.length + 1 + behind;
        expect(report?.refusal?.lines).toBe(lines);
        const all = isCounted ? before + behind : 0;
        expect(report).toMatchObject({ rows: all, setAside: all, accepted: 0, leftOut: 0 });
        expect(read.tables[0]).toMatchObject({ rows: all, setAside: all, accepted: 0 });
      }),
      { numRuns: 12 },
    );
  });

  it("and so does one that is refused for what all of its rows say together", async () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(amounts, fc.nat(5), async (thousands, bad) => {
        const priced = thousands.map((amount, index) => `C${index},A1,2024-01-01,${amount}.000\n`);
        const undated = Array.from({ length: bad }, (_, index) => `X${index},A1,soon,5\n`);
        const text = `contract_id,account_id,starts_on,mrr\n${priced.join("")}${undated.join("")}`;
        const read = await readCompany({ files: { "contracts.csv": text } });
        const all = thousands.length + bad;
        const refusal = { check: "ambiguous_amount", isCounted: true };
        expect(read.files[1]).toMatchObject({ rows: all, setAside: all, accepted: 0, refusal });
        expect(read.tables[1]).toMatchObject({ rows: all, setAside: all, accepted: 0, parts: [] });
      }),
      { numRuns: 20 },
    );
  });
});

describe("the console says of every file what became of it", () => {
  const lineOf = async (name: string) => {
    const { report } = await readOdd(corpus[name] as Odd);
    if (!report) throw new Error(`${name} is not listed`);
    return describeFile({ ...report, seconds: 0 }).replaceAll(/ +/g, " ");
  };

  it.each([
    ["a good file", "read a.csv 5 rows 0.00 s"],
    ["only a header", "read a.csv 0 rows 0.00 s"],
    ["a misquoted row", "read a.csv 4 rows 0.00 s = 3 read + 1 set aside"],
    [
      "rows that the configuration leaves out",
      "read a.csv 8 rows 0.00 s = 5 read + 1 set aside + 2 left out",
    ],
    ["a column is missing", "refused a.csv no row taken of 149 (missing column)"],
    ["a wrong configuration", "refused a.csv no row taken of 149 (bad date format)"],
    [
      "a quote that never closes",
      "refused a.csv no row taken; its 8 lines cannot be told apart as rows (unterminated quote)",
    ],
    ["an empty file", "refused a.csv no row taken: the file is empty"],
    ["a workbook", "refused a.csv no row taken; its rows cannot be counted (packed file)"],
    ["a zip that is cut", "refused a.zip no row taken; its rows cannot be counted (broken zip)"],
  ])("%s", async (name, expected) => {
    expect(await lineOf(name)).toBe(expected);
  });

  it.each<[string, string | Uint8Array, object, string]>([
    ["plain", header + rows(1), {}, ""],
    ["semicolons", "account_id;name\n1;a\n", {}, "as utf-8, semicolon"],
    [
      "a detected encoding",
      Buffer.from(`${header}1,M\xfcller\n`, "latin1"),
      {},
      "as windows-1252 (detected), comma",
    ],
    [
      "lines above the header",
      `Report\n\n${header}1,a\n`,
      { skip_lines: 1 },
      "as utf-8, comma, header on line 3",
    ],
  ])("how it was read, where that is not plain: %s", async (_, content, source, expected) => {
    const { report } = await readOdd({ content, source, rows: 1, read: 1 });
    expect(report && describeDialect(report)).toBe(expected);
  });
});
