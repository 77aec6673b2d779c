import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../src/intake/text/decode.ts";
import { withLineFeeds } from "../../src/intake/text/line-breaks.ts";
import { openRecords, type ReadingOptions } from "../../src/intake/text/records.ts";

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Header and records of a file, blank rows left out. */
async function readTable(bytes: Uint8Array, options: Partial<ReadingOptions> = {}) {
  const { text } = await decodeText(once(bytes), undefined);
  const table = await openRecords(withLineFeeds(text), { skip_lines: 0, ...options });
  const records: (readonly string[])[] = [];
  for await (const batch of table.batches) records.push(...batch.records);
  return [table.header, ...records];
}

const folder = dirname(createRequire(import.meta.url).resolve("csv-spectrum"));
const names = readdirSync(join(folder, "csvs")).map((name) => name.replace(/\.csv$/, ""));

describe("csv-spectrum", () => {
  it("is here whole", () => {
    expect(names).toHaveLength(12);
  });

  it.each(names)("%s reads as its own JSON says", async (name) => {
    const [header = [], ...records] = await readTable(
      readFileSync(join(folder, "csvs", `${name}.csv`)),
    );
    const read = records.map((record) =>
      Object.fromEntries(header.map((column, index) => [column, record[index] ?? ""])),
    );
    expect(read).toEqual(expectedOf(name));
  });
});

/** Its JSON, but for two things that are meant otherwise there. */
function expectedOf(name: string): unknown {
  const text = readFileSync(join(folder, "json", `${name}.json`), "utf8");
  // A line break within a cell is an LF here, whatever the file has.
  const rows: unknown = JSON.parse(text.replaceAll("\\r\\n", "\\n"));
  if (name !== "location_coordinates") return rows;
  // Its JSON has another telephone number than its CSV, and no list around the one row.
  return [{ ...(rows as object), "Contact Phone Number": "2095257564" }];
}

/** What PapaParse documents and tests of its parser, in words and cases of our own. */
const cases: [string, string, string[][], Partial<ReadingOptions>?][] = [
  ["one row", "a,b,c", [["a", "b", "c"]]],
  [
    "two rows",
    "a,b\nc,d",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  [
    "a trailing line break",
    "a,b\nc,d\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  [
    "spaces at the edges of a cell stay",
    " a ,b \nc , d",
    [
      [" a ", "b "],
      ["c ", " d"],
    ],
  ],
  [
    "a quoted cell",
    'a,"b",c\n1,"2",3',
    [
      ["a", "b", "c"],
      ["1", "2", "3"],
    ],
  ],
  [
    "a quoted cell at the start",
    '"a",b\n"1",2',
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "a quoted cell at the end",
    'a,"b"\n1,"2"',
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "every cell quoted",
    '"a","b"\n"1","2"\n',
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "a quoted delimiter",
    'a,b\n"1,2",3',
    [
      ["a", "b"],
      ["1,2", "3"],
    ],
  ],
  [
    "a quoted line break",
    'a,b\n"1\n2",3',
    [
      ["a", "b"],
      ["1\n2", "3"],
    ],
  ],
  [
    "several quoted line breaks",
    'a,b\n"1\n\n2\n",3',
    [
      ["a", "b"],
      ["1\n\n2\n", "3"],
    ],
  ],
  [
    "a quoted CRLF",
    'a,b\r\n"1\r\n2",3\r\n',
    [
      ["a", "b"],
      ["1\n2", "3"],
    ],
  ],
  [
    "a quoted CR in a file of CRs",
    'a,b\r"1\r2",3\r',
    [
      ["a", "b"],
      ["1\n2", "3"],
    ],
  ],
  [
    "a doubled quote",
    'a,b\n"1 ""2""",3',
    [
      ["a", "b"],
      ['1 "2"', "3"],
    ],
  ],
  [
    "a cell of one doubled quote",
    'a,b\n"""",3',
    [
      ["a", "b"],
      ['"', "3"],
    ],
  ],
  [
    "a doubled quote beside a delimiter",
    'a,b\n""",""",3',
    [
      ["a", "b"],
      ['","', "3"],
    ],
  ],
  [
    "an empty quoted cell",
    'a,b\n"",3',
    [
      ["a", "b"],
      ["", "3"],
    ],
  ],
  [
    "a quote in the middle of a cell",
    'a,b\n1"2,3',
    [
      ["a", "b"],
      ['1"2', "3"],
    ],
  ],
  [
    "a quote behind a space",
    'a,b\n1, "2"',
    [
      ["a", "b"],
      ["1", ' "2"'],
    ],
  ],
  [
    "a space behind a closing quote",
    'a,b\n"1" ,"2" \n',
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "empty cells",
    "a,b,c\n1,,3\n,,3",
    [
      ["a", "b", "c"],
      ["1", "", "3"],
      ["", "", "3"],
    ],
  ],
  [
    "rows of blanks are no rows",
    "a,b\n,\n , \n1,2",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "a row that is too short",
    "a,b,c\n1,2\n3,4,5",
    [
      ["a", "b", "c"],
      ["1", "2"],
      ["3", "4", "5"],
    ],
  ],
  [
    "a row that is too long",
    "a,b\n1,2,3\n4,5",
    [
      ["a", "b"],
      ["1", "2", "3"],
      ["4", "5"],
    ],
  ],
  [
    "tabs",
    "a\tb\n1\t2",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "pipes",
    "a|b\n1|2",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "semicolons with decimal commas",
    "a;b\n1,5;2,5",
    [
      ["a", "b"],
      ["1,5", "2,5"],
    ],
  ],
  ["one column", "a\n1\n2", [["a"], ["1"], ["2"]]],
  [
    "a delimiter told, another seen",
    "a;b,c\n1;2,3",
    [
      ["a", "b,c"],
      ["1", "2,3"],
    ],
    { delimiter: ";" },
  ],
  [
    "comment lines above the header",
    "# made on Monday\n#\na,b\n1,2",
    [
      ["a", "b"],
      ["1", "2"],
    ],
    { skip_lines: 2 },
  ],
  [
    "a hash within the rows is text",
    "a,b\n#1,2",
    [
      ["a", "b"],
      ["#1", "2"],
    ],
  ],
  [
    "a lone CR in a file of LFs is text",
    "a,b\n1\r2,3\n",
    [
      ["a", "b"],
      ["1\r2", "3"],
    ],
  ],
  [
    "a line separator is text",
    "a,b\n1\u2028 2,3\n",
    [
      ["a", "b"],
      ["1\u2028 2", "3"],
    ],
  ],
  [
    "names of prototypes",
    "__proto__,constructor\n1,2",
    [
      ["__proto__", "constructor"],
      ["1", "2"],
    ],
  ],
  ["a header only", "a,b\n", [["a", "b"]]],
  [
    "a byte order mark in front of a quote",
    '\ufeff"a",b\n1,2',
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
];

describe("a table of cases", () => {
  it.each(cases)("%s", async (_, text, expected, options) => {
    expect(await readTable(Buffer.from(text), options)).toEqual(expected);
  });
});
