import { describe, expect, it } from "vitest";
import { type Reading, readCompany } from "./reading.ts";
import { zip } from "./zip-bytes.ts";

const line = (id: string) => `contract_id,account_id,starts_on,mrr\n${id},A1,2024-01-01,100\n`;
const customers = { name: "accounts.csv", content: "account_id,name\nA1,Acme\n" };

function readContracts(tables: Record<string, string>, files = "export.zip"): Promise<Reading> {
  const members = Object.entries(tables).map(([name, content]) => ({ name, content }));
  return readCompany({
    files: { "export.zip": zip([customers, ...members]) },
    datasets: { contracts: files },
  });
}

/** What a message says to declare. */
function filesIn(messages: readonly string[]): string {
  const [, files = ""] = /files: ("[^"]+")/.exec(messages.join("\n")) ?? [];
  return JSON.parse(files);
}

describe("an archive of several tables, of which one dataset wants some", () => {
  it.each([
    [{ "contracts.csv": line("C1") }, "export.zip/contracts.csv", 1],
    [{ "2024/lines.csv": line("C1") }, "export.zip/2024/lines.csv", 1],
    [{ "lines [all].csv": line("C1") }, "export.zip/lines [all].csv", 1],
    [
      { "contracts-1.csv": line("C1"), "contracts-2.csv": line("C2") },
      "export.zip/contracts*.csv",
      2,
    ],
  ])("%j: names %s, and that reads", async (tables, files, rows) => {
    const read = await readContracts(tables);
    expect(read.messages[0]).toContain(
      `only the table${rows === 1 ? " that has" : "s that have"} the columns of contracts: files: ${JSON.stringify(files)}; else map it`,
    );
    expect(filesIn(read.messages)).toBe(files);
    const again = await readContracts(tables, files);
    expect(again.messages).toEqual([]);
    expect(again.rows("contracts")).toHaveLength(rows);
  });

  it("tables that share no name of their own are listed", async () => {
    const read = await readContracts({ "old.csv": line("C1"), "a.csv": line("C2") });
    expect(read.messages[0]).toContain('files: ["export.zip/a.csv", "export.zip/old.csv"]; else');
  });

  it("names none where none fits", async () => {
    const read = await readContracts({ "people.csv": "owner\nIda\n" });
    expect(read.messages).toHaveLength(3);
    expect(read.messages.join("\n")).not.toContain("files:");
  });

  it("a name that is in no archive is told with those that are", async () => {
    const read = await readContracts({ "2024/contracts.csv": line("C1") }, "export.zip/contr*.csv");
    expect(read.messages).toEqual([
      "export.zip/contr*.csv: no file matches the pattern; expected a table of the archive: 2024/contracts.csv, accounts.csv; name one of these behind the archive, its folder too; * stands for any letters",
    ]);
  });
});
