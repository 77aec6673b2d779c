import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { cutRecord, unquoted } from "../../src/intake/text/misquoted.ts";
import { readAccounts } from "./reading.ts";

const header = "account_id,name,tier\n";
const row = (id: string) => `${id},"Acme, ${id}",small\n`;

/** Which rows came through, which were set aside for their quotes, and what was refused as a whole. */
async function outcome(text: string) {
  const read = await readAccounts(header + text);
  const { problems } = read;
  return {
    read: read.rows("accounts").map(([place, , id]) => `${place} ${id}`),
    aside: problems.filter(({ check }) => check === "malformed_quote").map(({ row }) => row),
    refused: problems.filter(({ check }) => check === "unterminated_quote").map(({ line }) => line),
  };
}

describe("one misquoted cell sets its own row aside", () => {
  const cases: [string, string][] = [
    ["text behind the closing quote", '150,"D"x,small\n'],
    ["a quoted word at the start of a cell", '150,""D" Ltd",small\n'],
    ["a quoted word in the middle", '150,"The "D" Ltd",small\n'],
    ["a backslash before the quotes", '150,"The \\"D\\" Ltd",small\n'],
    ["two cells of a row", '150,"D"x,"small"y\n'],
  ];

  it.each(cases)("%s", async (_, bad) => {
    expect(await outcome(row("149") + bad + row("151") + row("152"))).toEqual({
      read: ["2 149", "4 151", "5 152"],
      aside: [3],
      refused: [],
    });
  });

  it.each([
    ["too few cells behind it", '1,"D"x,small\n2,E\n', ["3 2"], [2]],
    ["one cell behind it", '1,"The "D" Ltd",small\n2\n3,F,small\n', ["4 3"], [2]],
    ["too many cells behind it", '1,"D"x,small\n2,E,small,x\n3,F,small\n', ["4 3"], [2]],
  ])("with %s", async (_, text, read, aside) => {
    expect(await outcome(text)).toEqual({ read, aside, refused: [] });
  });

  it("at the end of the file, where no quote follows, and in rows one behind the other", async () => {
    expect((await outcome(`${row("1")}2,"D"x,small`)).aside).toEqual([3]);
    expect((await outcome('1,"D"x,small\n2,E,small\n3,F,\n')).read).toEqual(["3 2", "4 3"]);
    const many = Array.from({ length: 3_000 }, (_, index) => `${index},"D"x,small\n`).join("");
    const read = await outcome(many + row("last"));
    expect(read).toMatchObject({ read: ["3002 last"], refused: [] });
  });

  it("with the cells of the row as they stand, and the cell in the message", async () => {
    const read = await readAccounts(`${header}150,"D"x,small\n${row("151")}`);
    expect(read.messages).toEqual([
      'accounts.csv row 2: text stands behind the closing quote of "\\"D\\"x"; expected a delimiter behind the closing ", and "" for a quote within the cell; double the quotes within the cell in the source and export again',
    ]);
    expect(read.output("set-aside/accounts.csv").split("\n")[1]).toMatch(/,150,"""D""x",small$/);
  });

  it("keeps the places of the rows behind it, wherever the stream is cut", async () => {
    const filler = Array.from({ length: 9_000 }, (_, index) => row(`a${index}`)).join("");
    const text = `${filler}b,"D"x,small\n${filler}c,"two\nlines",small\nd,"E"x,small\n${filler}`;
    const read = await outcome(text);
    expect(read.aside).toEqual([9_002, 18_004]);
    expect(read.read.at(-1)).toBe("27004 a8999");
    expect(read.read).toHaveLength(27_001);
  });
});

describe("a file is refused where a quote may have swallowed lines", () => {
  const cases: [string, string, number][] = [
    ["never closed", `${row("1")}2,"Acme,small\n${row("3")}`, 3],
    ["never closed, at the end", `${row("1")}2,"Acme,small\n3,Bolt,small\n`, 3],
    ["a note of two lines with a quoted word", '1,"He said "yes" to us\nand more",small\n', 2],
    ["its lines look like cells", '1,"He said "yes",\nand, more",small\n', 2],
    ["a sign for inches, then a line break", '1,"a 6" pipe,\nis, broken",small\n', 2],
    ["text behind the quote, then an open quote", '1,"D"x,"two\nlines"\n', 2],
    [
      "the rows behind it look like prose, with commas",
      `1,"D"x,small\n${"so, it is\n".repeat(30)}`,
      2,
    ],
  ];

  it.each(cases)("%s", async (_, text, line) => {
    expect(await outcome(text)).toEqual({ read: [], aside: [], refused: [line] });
  });
});

describe("cutting a record by hand", () => {
  it("agrees with the parser wherever quotes are in order", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", " ", ",", '"', "\n", "é"), maxLength: 6 });
    const tables = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(tables, (rows) => {
        const text = `${Papa.unparse(rows, { quotes: true, newline: "\n" })}\n`;
        const cut: string[][] = [];
        for (let at = 0; at < text.length; ) {
          const record = cutRecord(text, at, { delimiter: ",", isSpaced: false, isEscaped: false });
          expect(record.state).toBe("sound");
          cut.push(record.cells.map(unquoted));
          at = record.end;
        }
        expect(cut).toEqual(rows);
      }),
    );
  });
});

describe("a space behind each delimiter", () => {
  it("stands outside of the quotes where the header has it too", async () => {
    const text = 'account_id, name, "tier"\n1, "Acme, ""A"" Inc", small\n2, Bolt, "small"\n';
    const read = await readAccounts(text);
    expect(read.rows("accounts").map((row) => row.slice(2, 5))).toEqual([
      ["1", 'Acme, "A" Inc', "small"],
      ["2", "Bolt", "small"],
    ]);
    expect(read.problems).toEqual([]);
    const broken = await readAccounts('account_id, name\n1, "Acme\n2, Bolt\n');
    expect(broken.messages).toEqual([
      expect.stringMatching(/^accounts\.csv row 2, name: a quote opens/),
    ]);
  });

  it("is told of where only a row has it, since its quotes are then taken as they stand", async () => {
    const read = await readAccounts('account_id,name\n1, "Acme"\n2,Bolt\n');
    expect(read.oddities).toEqual([
      expect.stringMatching(/^accounts\.csv row 2: a quote that neither opens nor closes a cell/),
    ]);
  });
});

describe("backslashes before signs that are text", () => {
  const text = [
    "account_id,name,tier",
    '1,"Acme \\"A\\", Inc",small',
    "2,Bolt\\, Inc,\\N",
    '3,"C:\\\\",small',
    '4,6\\" pipes,small',
    '5,"two\\\nlines ""D""",small',
    "6,Core,small",
    "",
  ].join("\n");

  it("are read where the configuration declares them", async () => {
    const read = await readAccounts(text, { escape: "\\" });
    expect(read.problems).toEqual([]);
    expect(
      read.rows("accounts").map(([row, line, id, name, tier]) => [row, line, id, name, tier]),
    ).toEqual([
      ["2", "2", "1", 'Acme "A", Inc', "small"],
      ["3", "3", "2", "Bolt, Inc", ""],
      ["4", "4", "3", "C:\\", "small"],
      ["5", "5", "4", '6" pipes', "small"],
      ["6", "6", "5", 'two\nlines "D"', "small"],
      ["7", "8", "6", "Core", "small"],
    ]);
  });

  it("still leave an open quote and a misquoted row what they are", async () => {
    const open = await readAccounts('account_id,name\n1,"A\\"\n2,B\n', { escape: "\\" });
    expect(open.messages).toEqual([
      expect.stringMatching(/^accounts\.csv row 2, name: a quote opens/),
    ]);
    const bad = await readAccounts('account_id,name\n1,"A\\"b"c\n2,B\n', { escape: "\\" });
    expect(bad.messages).toEqual([
      expect.stringMatching(/^accounts\.csv row 2: text stands behind/),
    ]);
    expect(bad.rows("accounts")).toHaveLength(1);
  });

  it("are proposed where they stand before the quotes of a row set aside", async () => {
    const read = await readAccounts(`${header}1,"A \\"B\\" C",small\n2,D,small\n`);
    expect(read.messages).toEqual([
      expect.stringMatching(/; declare escape: "\\\\", or double the quotes/),
    ]);
  });
});
