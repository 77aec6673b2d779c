import { describe, expect, it } from "vitest";
import { readAccounts, readCompany } from "./reading.ts";

type Counts = [rows: number, accepted: number, setAside: number, leftOut: number];

async function countsOf(text: string, source: object = {}): Promise<Counts> {
  const { files } = await readAccounts(text, source);
  const { rows = 0, accepted = 0, setAside = 0, leftOut = 0 } = files[0] ?? {};
  return [rows, accepted, setAside, leftOut];
}

describe("rows of blank cells", () => {
  // Python's csv module gives 5 rows under the header that are not [].
  const text = 'account_id,name\nA1,Acme\n,\n , \n\n"",""\nA2,Bold\n\n';

  it("count as left out; a line without anything is no row", async () => {
    expect(await countsOf(text)).toEqual([5, 2, 0, 3]);
  });

  it("are told once, with the first of them", async () => {
    const { oddities } = await readAccounts(text);
    expect(oddities).toMatchInlineSnapshot(`
      [
        "accounts.csv row 3: no cell of the row holds anything; rows like this one: 3; expected a row with a value, or a line without anything; nothing to do, if they are blank in the source: they count as left out",
      ]
    `);
  });

  it("count in a raw table, and in a file that is refused", async () => {
    const read = await readCompany({
      files: { "raw.csv": "a,b\n1,2\n,\n", "accounts.csv": "account_id,nom\nA1,Acme\n,\n" },
      raw: { raw: "raw.csv" },
    });
    const counts = read.files.map(({ file, rows, leftOut, setAside }) => {
      return { file, rows, leftOut, setAside };
    });
    expect(counts).toContainEqual({ file: "accounts.csv", rows: 2, leftOut: 0, setAside: 2 });
  });
});

describe("lines that a database console draws", () => {
  it.each([
    ["SQL Server", "account_id,name\n----------,----\nA1,Acme\n", {}],
    ["PostgreSQL", " account_id | name \n------------+------\n A1         | Acme\n", {}],
    ["Markdown", "| account_id | name |\n|:---|---:|\n| A1 | Acme |\n", {}],
    ["Oracle", "account_id\tname\n==========\t====\nA1\tAcme\n", {}],
  ])("%s: are no customers", async (_, text, source) => {
    expect(await countsOf(text, source)).toEqual([2, 1, 0, 1]);
  });

  it("MySQL: on all three sides, the first of them above the header", async () => {
    const line = "+------------+------+\n";
    const text = `${line}| account_id | name |\n${line}| A1         | Acme |\n${line}`;
    expect(await countsOf(text, { skip_lines: 1 })).toEqual([3, 1, 0, 2]);
    const { oddities } = await readAccounts(text, { skip_lines: 1 });
    expect(oddities).toMatchInlineSnapshot(`
      [
        "accounts.csv row 3: a line drawn with dashes, and no row; lines like this one: 2; expected a row with a value; nothing to do: they count as left out",
      ]
    `);
  });

  it("and dashes for no value, or a negative number, are data", async () => {
    const text = "account_id,name,region\n-,-,-\n--,Acme,---\n-5,=A1,x\n";
    expect(await countsOf(text)).toEqual([3, 3, 0, 0]);
  });
});

describe("breaks that end no line", () => {
  it.each(["\u2028", "\v", "\f", "\u0085", "\u2029"])(
    "%j in the header refuses the file",
    async (sign) => {
      const { messages, files } = await readAccounts(
        ["account_id,name", "A1,Acme", "A2,Bold"].join(sign),
      );
      const number = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
      expect(messages).toEqual([
        `accounts.csv: the header holds a line break of another kind (U+${number}) that ends no line; expected the same line break throughout: LF, CRLF or CR; save the file again in a spreadsheet or an editor`,
      ]);
      expect(files[0]?.refusal).toEqual({ check: "mixed_line_breaks", isCounted: false, lines: 1 });
    },
  );

  it("at its ends are blanks", async () => {
    expect(await countsOf("\faccount_id,name\u2028\nA1,Acme\n")).toEqual([1, 1, 0, 0]);
  });
});

describe("cells in quotes of another kind", () => {
  it.each([
    ["'", "'"],
    ["“", "”"],
    ["«", "»"],
  ])("%s%s: are told, rather than mapped with their quotes", async (open, close) => {
    const text = [
      ["account_id", "name"],
      ["A1", "Acme"],
    ]
      .map((cells) => cells.map((cell) => open + cell + close).join(","))
      .join("\n");
    const { messages } = await readAccounts(text);
    expect(messages).toEqual([
      expect.stringContaining(
        'the cells stand in quotes of another kind: export with ", or without quotes around the cells',
      ),
    ]);
  });
});
