import { describe, expect, it } from "vitest";
import { type Reading, readAccounts, readCompany } from "./reading.ts";

const header = "contract_id,account_id,starts_on,mrr";

/** Contracts with one line, and another under it. */
function readEnding(ending: string, source: object = {}): Promise<Reading> {
  return readCompany({
    files: { "contracts.csv": `${header}\nC1,A1,2024-01-01,100\n${ending}\n` },
    datasets: { contracts: { files: "contracts.csv", ...source } },
  });
}

/** What a message says to declare: `footer: "Total"`, and `leave_out` as the other way. */
function remediesIn(message: string): object[] {
  const [, footer] = /declare footer: ("[^"]+")/.exec(message) ?? [];
  const [, name, value] = /leave_out: \{ ("[^"]+"): \[("[^"]+")\] \}/.exec(message) ?? [];
  return [
    { footer: JSON.parse(footer ?? "") },
    { leave_out: { [JSON.parse(name ?? "")]: [JSON.parse(value ?? "")] } },
  ];
}

describe("a line of totals where no footer is declared", () => {
  it.each([
    "Total,,,100",
    "Grand Total,,,100",
    "TOTAL:,,,100",
    "Subtotal,,,100",
    "Total: 1 line,,,100",
    "Total EUR,,,100",
    "Total (1),,,100",
    "Summe,,,100",
    "Gesamtsumme,,,100",
    "Totaux,,,100",
    "Suma,,,100",
    "合计,,,100",
    "总计：,,,100",
    "小计,,,100",
    "合計 (1),,,100",
    ",Total,,100",
    ",,Total,100",
    "Total,2,n/a,100",
  ])("%s is one problem, and both remedies it names read the file whole", async (ending) => {
    const read = await readEnding(ending);
    expect(read.problems.map(({ check, row }) => [check, row])).toEqual([["line_of_totals", 3]]);
    expect(read.files.at(-1)).toMatchObject({ rows: 2, accepted: 1, setAside: 1 });
    for (const remedy of remediesIn(read.messages[0] ?? "")) {
      const again = await readEnding(ending, remedy);
      expect(again.problems.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(again.files.at(-1)).toMatchObject({ rows: 2, accepted: 1, leftOut: 1 });
    }
  });

  it.each([
    ["Total Energies,,2024-01-01,100", "missing_value"],
    ["Summerfield,,2024-01-01,100", "missing_value"],
    ["Summe Bau GmbH,A1,31.31.2024,100", "not_a_date"],
    ["总计科技,,2024-01-01,100", "missing_value"],
    ["C2,,Total,100", "missing_value"],
  ])("%s is a row like any other", async (ending, check) => {
    const read = await readEnding(ending);
    expect(read.problems.map((problem) => problem.check)).toContain(check);
    expect(read.problems.map((problem) => problem.check)).not.toContain("line_of_totals");
  });

  it("a customer called Total, with all that a customer must have, is read", async () => {
    const read = await readAccounts("account_id,name\nTotal,Total Energies\n");
    expect(read.messages).toEqual([]);
    expect(read.rows("accounts")).toHaveLength(1);
  });
});
