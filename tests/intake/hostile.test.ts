import { describe, expect, it } from "vitest";
import { readAccounts, readCompany } from "./reading.ts";

describe("hostile content", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("x","y")', "=cmd|' /C calc'!A0"])(
    "a formula is text like any other: %j",
    async (formula) => {
      const quoted = `"${formula.replaceAll('"', '""')}"`;
      const read = await readAccounts(`account_id,name\n1,${quoted}\n`);
      expect(read.messages).toEqual([]);
      expect(read.rows("accounts")[0]?.[3]).toBe(formula.trim());
    },
  );

  it("a formula is no number, day or choice", async () => {
    const text = "contract_id,account_id,starts_on,mrr,billing\n1,A,=TODAY(),=1+1,=monthly\n";
    const read = await readCompany({ files: { "contracts.csv": text } });
    expect(read.problems.map(({ column, check }) => [column, check])).toEqual([
      ["starts_on", "not_a_date"],
      ["mrr", "not_a_number"],
      ["billing", "not_a_choice"],
    ]);
  });

  it("a number or a day of absurd length is refused at once, and says so", async () => {
    const long = ["1".repeat(100_000), ",.".repeat(100_000), "(".repeat(200_000)];
    const rows = long.map(
      (cell, index) => `${index},A,${index === 0 ? cell : "2024-01-01"},"${cell}"\n`,
    );
    // One look at each pair of signs would take minutes, and a test has one.
    const read = await readCompany({
      files: { "contracts.csv": `contract_id,account_id,starts_on,mrr\n${rows.join("")}` },
    });
    expect(read.problems.map(({ check }) => check)).toEqual([
      ...["not_a_date", "not_a_number", "not_a_number", "not_a_number"],
    ]);
    expect(read.messages[1]).toContain(", in at most 100 characters; check that no delimiter");
  });

  it("a row set aside runs no formula in a spreadsheet, and one apostrophe less is what stood there", async () => {
    const cells = ["=cmd|' /C calc'!A0", "'=1+1", "+1 x", "-5", "'-5", "'s-Gravenhage", "plain"];
    const rows = cells.map((cell) => `,"${cell}"`);
    const read = await readAccounts(`account_id,name\n${rows.join("\n")}\n`);
    const lines = read.output("set-aside/accounts.csv").trimEnd().split("\n").slice(1);
    expect(lines.map((line) => line.split(",,").at(-1))).toEqual([
      "'=cmd|' /C calc'!A0",
      "''=1+1",
      "'+1 x",
      "-5",
      "''-5",
      "'s-Gravenhage",
      "plain",
    ]);
  });

  it("10,000 columns are read, and those that nothing reads are reported", async () => {
    const width = 10_000;
    const header = ["account_id", "name", ...Array.from({ length: width - 2 }, (_, i) => `x${i}`)];
    const row = ["1", "Acme", ...Array.from({ length: width - 2 }, (_, i) => `${i}`)];
    const read = await readAccounts(`${header.join(",")}\n${row.join(",")}\n`);
    expect(read.messages).toEqual([]);
    expect(read.rows("accounts")[0]?.slice(2, 4)).toEqual(["1", "Acme"]);
    expect(read.files[0]?.ignoredColumns).toHaveLength(width - 2);
  });

  it("more columns than a row may be long, and a line without an end, are refused", async () => {
    const wide = await readAccounts(`account_id,name${",x".repeat(200_000)}\n`);
    expect(wide.messages).toEqual([
      expect.stringMatching(
        /the row is longer than any row should be; .* at most 262144 characters/,
      ),
    ]);
    const long = await readAccounts(`account_id,name\n1,${"x".repeat(5_000_000)}\n`);
    expect(long.messages).toEqual([
      expect.stringMatching(/^accounts\.csv row 2: the row is longer/),
    ]);
  });

  it("a file of line breaks only is empty, and one of quotes only is refused", async () => {
    expect((await readAccounts("\n".repeat(300_000))).messages).toEqual([
      expect.stringMatching(/^accounts\.csv: the file is empty;/),
    ]);
    expect((await readAccounts('"'.repeat(300_001))).messages).toHaveLength(1);
    expect((await readAccounts(`account_id,name\n1,${'"'.repeat(300_001)}`)).messages).toHaveLength(
      1,
    );
  });

  it("names of prototypes are headers like any other", async () => {
    const text = "account_id,name,__proto__,constructor,toString\n1,__proto__,a,b,c\n";
    const read = await readAccounts(text);
    expect(read.messages).toEqual([]);
    expect(read.rows("accounts")[0]?.slice(2, 4)).toEqual(["1", "__proto__"]);
    expect(read.files[0]?.ignoredColumns).toEqual(["__proto__", "constructor", "toString"]);
  });

  it("NUL bytes in a cell set its row aside, and no other", async () => {
    const read = await readAccounts("account_id,name\n1,A\0B\n2,C\n");
    expect(read.problems.map(({ row, check }) => [row, check])).toEqual([[2, "nul_character"]]);
    expect(read.rows("accounts").map((row) => row[2])).toEqual(["2"]);
  });
});
