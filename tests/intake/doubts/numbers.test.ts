import { describe, expect, it } from "vitest";
import { readCompany } from "../reading.ts";

const row = (amount: string, index: number) => `C${index},A1,2024-01-01,2024-12-31,${amount},`;

async function readAmounts(amounts: readonly string[], source: object = {}, seats = "") {
  const rows = amounts.map((amount, index) => `${row(amount, index + 1)}${seats}`);
  const text = `contract_id;account_id;starts_on;ends_on;amount;seats\n${rows.join("\n")}\n`;
  return readCompany({
    files: { "contracts.csv": text.replaceAll(",", ";") },
    datasets: { contracts: { files: "contracts.csv", ...source } },
  });
}

describe("amounts of which nothing in the file tells whether 1.234 is one or one thousand", () => {
  it("refuse the file, with both readings and what to declare", async () => {
    const read = await readAmounts(["950", "1.200", "24.500"]);
    expect(read.messages).toEqual([
      'contracts.csv row 3, amount: "1.200" can be read in two ways, and no number of the file tells which; expected a number that reads in one way: this one is 1.20 or 1,200, and the 2 different cells like it add up to 25.70 or 25,700; declare decimal: "," and thousands: "." (1,200), or decimal: "." (1.20)',
    ]);
    const refusal = { check: "ambiguous_amount", isCounted: true };
    expect(read.files[1]).toMatchObject({ rows: 3, accepted: 0, setAside: 3, refusal });
    expect(read.tables[1]).toMatchObject({ rows: 3, accepted: 0, setAside: 3, parts: [] });
  });

  it("are read as the configuration declares", async () => {
    const comma = await readAmounts(["1.200"], { decimal: ",", thousands: "." });
    expect(comma.messages).toEqual([]);
    expect(comma.rows("contracts")[0]?.slice(6, 7)).toEqual(["1200"]);
    const point = await readAmounts(["1.200"], { decimal: "." });
    expect(point.messages).toEqual([]);
    expect(point.rows("contracts")[0]?.slice(6, 7)).toEqual(["1.200"]);
  });

  it.each([
    ["a number with two digits behind the point", "12.50"],
    ["a number with a nought before the point", "0.876"],
    ["a number with four digits before the point", "1234.500"],
    ["a whole number of four digits without a sign in its column", "1500"],
  ])("are settled by %s", async (_, settling) => {
    const read = await readAmounts(["33.333", settling]);
    expect(read.messages).toEqual([]);
    expect(read.tables[1]?.accepted).toBe(2);
  });

  it("are not settled by a whole number of another column", async () => {
    const read = await readAmounts(["1.200"], {}, "5000");
    expect(read.problems.map(({ check }) => check)).toEqual(["ambiguous_amount"]);
  });

  it("are counts of seats too, which would be read as 1 seat", async () => {
    const read = await readAmounts(["100"], {}, "1.000");
    expect(read.messages).toEqual([
      expect.stringMatching(/^contracts\.csv row 2, seats: "1\.000" can be read in two ways/),
    ]);
  });

  it("are told where a sign was taken off them", async () => {
    const read = await readAmounts(["€1.200"], { strip: ["€"] });
    expect(read.messages).toEqual([expect.stringContaining("this one is 1.20 or 1,200; declare")]);
  });

  it("are no rates: a rate has three digits as often as not", async () => {
    const fx = "month,currency,rate\n2024-01,EUR,1.085\n2024-02,EUR,1.091\n";
    const read = await readCompany({ files: { "fx.csv": fx }, datasets: { fx: "fx.csv" } });
    expect(read.messages).toEqual([]);
    expect(read.rows("fx")).toHaveLength(2);
  });
});
