import { describe, expect, it } from "vitest";
import { accounts, contracts, together } from "./checks/case.ts";
import { buildCompany, type Company, checkCompany } from "./company.ts";

/** One account, and a line of the same customer as another tool spells its id. */
function spelt(inAccounts: string, inContracts: string, settings: object = {}): Company {
  return {
    ...together(
      accounts(`account_id,name\n${inAccounts},Acme\nB2,Bold\n`),
      contracts(
        "contract_id,account_id,starts_on,mrr",
        `1,${inContracts},2024-01-01,100`,
        "2,B2,2024-01-01,100",
      ),
    ),
    settings,
  };
}

async function remedyFor(inAccounts: string, inContracts: string): Promise<string | undefined> {
  const { reading } = await checkCompany(spelt(inAccounts, inContracts));
  return reading.problems.find(({ check }) => check === "unknown_account")?.remedy;
}

describe("an id that two files spell in two ways", () => {
  it.each([
    ["12", "0012", "by zeros in front, which spreadsheets drop"],
    ["ACME", "acme", "by capitals"],
    ["Café", "Cafe\u0301", "by how its accents are stored"],
    ["x\u00ady1", "xy1", "by signs that look alike or cannot be seen"],
    ["\u200bZ9", "Z9", "by signs that look alike or cannot be seen"],
    ["A-7", "A\u20117", "by signs that look alike or cannot be seen"],
    ["AB 12", "AB\u00a012", "by signs that look alike or cannot be seen"],
    ["123", "123.0", "by signs that look alike or cannot be seen"],
  ])("%j for %j: is told with the one that accounts has", async (known, theirs, difference) => {
    const pair = `{ account_id: { ${JSON.stringify(theirs)}: ${JSON.stringify(known)} } }`;
    expect(await remedyFor(known, theirs)).toBe(
      `did you mean ${JSON.stringify(known)}, which differs ${difference}? export the ids again as text, or give this one by values: ${pair}`,
    );
  });

  it("without the zeros of its length is told how to give them to all ids", async () => {
    expect(await remedyFor("00123", "123")).toBe(
      'did you mean "00123", which differs by zeros in front, which spreadsheets drop? export the ids again as text, or give this one by values: { account_id: { "123": "00123" } }, or all of them by sql: lpad(account_id, 5, \'0\')',
    );
  });

  it.each([
    ["A1", "A2"],
    ["000", "0"],
    ["🐙1", "01"],
    ["A.5", "A5"],
    ["12", "120"],
  ])("%j for %j: no other id is guessed", async (known, theirs) => {
    expect(await remedyFor(known, theirs)).toBe("add the customer to accounts, or correct the id");
  });

  it("is mended by the values that the message names", async () => {
    const company = spelt("00123", "123");
    const values = { account_id: { "123": "00123" } };
    const datasets = { ...company.datasets, contracts: { files: "contracts.csv", values } };
    expect((await checkCompany({ ...company, datasets })).messages).toEqual([]);
  });

  it("prints signs that cannot be seen as their numbers", async () => {
    const { messages } = await checkCompany(spelt("A 1", "A\u00a0\u00ad1"));
    expect(messages[0]?.message).toContain('account_id: "A\\xa0\\xad1": unknown account');
  });

  it("is masked where customers are published under codes, also an id of digits", async () => {
    const settings = { on_error: "quarantine", max_bad_share: 0.7 };
    const { report } = await buildCompany(spelt("0098765", "98765", settings));
    const told = report?.problems.shown ?? [];
    expect(told.map(({ check }) => check)).toContain("unknown_account");
    expect(JSON.stringify(told)).not.toContain("98765");
  });
});

describe("two accounts whose ids differ by capitals or the form of an accent alone", () => {
  it("are told as one customer who may be there twice", async () => {
    const rows = ["ACME,a", "acme,b", "Acm,c", "Café,d", "Cafe\u0301,e", "Cafe,f"];
    const { reading } = await checkCompany(
      accounts(`account_id,name\n${rows.join("\n")}\nA1,Acme\n`),
    );
    const alike = reading.problems.filter(({ check }) => check === "ids_alike");
    expect(alike.map(({ row, severity, expected }) => [row, severity, expected])).toEqual([
      [3, "warning", expect.stringContaining("(beside accounts.csv row 2)")],
      [6, "warning", expect.stringContaining("(beside accounts.csv row 5)")],
    ]);
  });
});
