import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readAccounts, readCompany } from "./reading.ts";

const utf16le = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");
const utf16be = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le").swap16();

/** Ids and names of the accounts read, blank rows left out. */
async function idsAndNames(content: string | Uint8Array, source: object = {}) {
  const read = await readAccounts(content, source);
  expect(read.messages).toEqual([]);
  return read.rows("accounts").map((row) => [row[2], row[3]]);
}

const cases: [string, string | Uint8Array, string[][], object?][] = [
  ["commas and LF", "account_id,name\n1,Acme\n", [["1", "Acme"]]],
  ["no line break at the end", "account_id,name\n1,Acme", [["1", "Acme"]]],
  [
    "CRLF",
    "account_id,name\r\n1,Acme\r\n2,Bolt\r\n",
    [
      ["1", "Acme"],
      ["2", "Bolt"],
    ],
  ],
  [
    "a lone CR",
    "account_id,name\r1,Acme\r2,Bolt",
    [
      ["1", "Acme"],
      ["2", "Bolt"],
    ],
  ],
  ["semicolons", "account_id;name\n1;Acme, Inc\n", [["1", "Acme, Inc"]]],
  ["tabs", "account_id\tname\n1\tAcme; Inc\n", [["1", "Acme; Inc"]]],
  ["pipes", "account_id|name\n1|Acme\n", [["1", "Acme"]]],
  ["commas in a quoted header", '"account_id";"name";"a,b,c,d"\n1;Acme;\n', [["1", "Acme"]]],
  [
    "a declared delimiter",
    "account_id|name|a;b;c;d\n1|Acme|\n",
    [["1", "Acme"]],
    { delimiter: "|" },
  ],
  ["quoted delimiters", 'account_id,name\n1,"Acme, Inc"\n', [["1", "Acme, Inc"]]],
  ["doubled quotes", 'account_id,name\n1,"Acme ""A"" Inc"\n', [["1", 'Acme "A" Inc']]],
  ["a quote within a cell", 'account_id,name\n1,Pipes 5" Inc\n', [["1", 'Pipes 5" Inc']]],
  ["quoted line breaks", 'account_id,name\n1,"Acme\nInc"\n', [["1", "Acme\nInc"]]],
  ["quoted CRLF", 'account_id,name\r\n1,"Acme\r\nInc"\r\n', [["1", "Acme\nInc"]]],
  ["a quoted line break in the header", 'account_id,name,"fit\nnote"\n1,Acme,\n', [["1", "Acme"]]],
  [
    "blank lines",
    "\naccount_id,name\n\n1,Acme\n \n,,\n2,Bolt\n\n",
    [
      ["1", "Acme"],
      ["2", "Bolt"],
    ],
  ],
  [
    "title lines",
    'Report "x\nof 2024\naccount_id,name\n1,Acme\n',
    [["1", "Acme"]],
    { skip_lines: 2 },
  ],
  ["short rows", "account_id,name,tier\n1,Acme\n", [["1", "Acme"]]],
  ["blank cells beyond the header", "account_id,name\n1,Acme,, ,\n", [["1", "Acme"]]],
  ["spaces and no-break spaces", "account_id,name\n 1 ,\u00a0Acme\u00a0\n", [["1", "Acme"]]],
  [
    "leading zeros and 19 digits",
    "account_id,name\n007,1234567890123456789\n",
    [["007", "1234567890123456789"]],
  ],
  ["UTF-8", "account_id,name\n1,Müller 中文 😀\n", [["1", "Müller 中文 😀"]]],
  ["UTF-8 with a byte order mark", "\ufeffaccount_id,name\n1,Müller\n", [["1", "Müller"]]],
  [
    "UTF-16 LE with a byte order mark",
    utf16le("account_id\tname\n1\tMüller 😀\n"),
    [["1", "Müller 😀"]],
  ],
  [
    "UTF-16 BE with a byte order mark",
    utf16be("account_id,name\n1,Müller 😀\n"),
    [["1", "Müller 😀"]],
  ],
  [
    "declared UTF-16 without a mark",
    Buffer.from("account_id,name\n1,é\n", "utf16le"),
    [["1", "é"]],
    { encoding: "utf-16le" },
  ],
  // 0xFC is ü and 0x80 is € in Windows-1252; D6 D0 is 中 in GB18030.
  [
    "declared Windows-1252",
    Buffer.from("account_id,name\n1,M\xfcller \x80\n", "latin1"),
    [["1", "Müller €"]],
    { encoding: "windows-1252" },
  ],
  [
    "declared GB18030",
    Buffer.from("account_id,name\n1,\xd6\xd0\n", "latin1"),
    [["1", "中"]],
    { encoding: "gb18030" },
  ],
  ["a header only", "account_id,name\n", []],
];

describe("a file is read whatever its dialect", () => {
  it.each(cases)("%s", async (_, content, expected, source) => {
    expect(await idsAndNames(content, source)).toEqual(expected);
  });

  it("gzip, with the hash and size of the packed file", async () => {
    const packed = gzipSync("account_id,name\n1,Acme\n");
    const read = await readCompany({
      files: { "accounts.csv.gz": packed },
      datasets: { accounts: "accounts.csv.gz" },
    });
    expect(read.rows("accounts").map((row) => row[2])).toEqual(["1"]);
    const [report] = read.files;
    expect(report?.bytes).toBe(packed.length);
    expect(report?.sha256).toBe(createHash("sha256").update(packed).digest("hex"));
  });
});

describe("files are found", () => {
  it("by globs, in order of name, as one dataset; rows keep the number of their file", async () => {
    const read = await readCompany({
      files: {
        "usage/b.tsv": "account_id\tday\tmodule\nB\t2024-01-02\tcore\n",
        "usage/a.csv": "account_id,day,module\nA,2024-01-01,core\n",
      },
      datasets: { usage: "usage/*.?sv" },
    });
    expect(read.messages).toEqual([]);
    expect(read.rows("usage").map((row) => row[2])).toEqual(["A", "B"]);
    expect(read.files.map(({ id, file, delimiter }) => [id, file, delimiter])).toEqual([
      [1, "accounts.csv", ","],
      [2, "contracts.csv", ","],
      [3, "usage/a.csv", ","],
      [4, "usage/b.tsv", "\t"],
    ]);
  });

  it("and reading tells its progress", async () => {
    const events: unknown[] = [];
    await readCompany({ onProgress: (event) => events.push(event) });
    const event = { dataset: "accounts", file: "accounts.csv", rows: 1 };
    expect(events).toContainEqual({ ...event, bytesRead: 24, bytesTotal: 24 });
  });
});

describe("rows and lines are counted as the reader of the file counts them", () => {
  it("the header is row 1, blank lines count, quoted line breaks move the line on", async () => {
    const text = 'account_id,name\n1,"A\nB"\n\n2,"C\n\nD"\n3,E\n';
    const read = await readAccounts(text);
    // Rows: header 1, then 2 (lines 2-3), blank 3 (line 4), 4 (lines 5-7), 5 (line 8).
    expect(read.rows("accounts").map((row) => row.slice(0, 3))).toEqual([
      ["2", "2", "1"],
      ["4", "5", "2"],
      ["5", "8", "3"],
    ]);
  });

  it("skipped lines count, and so do line breaks in the header", async () => {
    const text = 'Title\n\naccount_id,"n\name"\n1,A\n';
    const read = await readAccounts(text, { skip_lines: 1 });
    // Title 1, blank 2, header 3 (lines 3-4), first row 4 on line 5.
    expect(read.rows("accounts")[0]?.slice(0, 3)).toEqual(["4", "5", "1"]);
  });
});
