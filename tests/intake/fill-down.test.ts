import { describe, expect, it } from "vitest";
import { type Reading, readCompany } from "./reading.ts";

const header = "Customer,Contract,Start,MRR";
const columns = { account_id: "Customer", contract_id: "Contract", starts_on: "Start", mrr: "MRR" };

/** Contracts whose customer stands in the first row of each group only. */
function readGroups(lines: readonly string[], source: object = {}): Promise<Reading> {
  return readCompany({
    files: { "contracts.csv": [header, ...lines, ""].join("\n") },
    datasets: {
      contracts: { files: "contracts.csv", columns, fill_down: ["customer"], ...source },
    },
  });
}

/** Row of the file, then account_id, contract_id and mrr as they were taken. */
function taken({ rows }: Reading): string[][] {
  return rows("contracts").map(([row = "", , contract = "", account = "", ...rest]) => {
    return [row, account, contract, rest.find((cell) => /^\d+$/.test(cell)) ?? ""];
  });
}

describe("blank cells that repeat the cell above", () => {
  it("are filled where the configuration says so", async () => {
    const read = await readGroups([
      "A1,C1,2024-01-01,100",
      ",C2,2024-02-01,50",
      " ,C3,2024-03-01,25",
      "A2,C4,2024-01-01,70",
      ",C5,2024-02-01,5",
    ]);
    expect(read.messages).toEqual([]);
    expect(taken(read)).toEqual([
      ["2", "A1", "C1", "100"],
      ["3", "A1", "C2", "50"],
      ["4", "A1", "C3", "25"],
      ["5", "A2", "C4", "70"],
      ["6", "A2", "C5", "5"],
    ]);
  });

  it("are errors where it does not, with the field to declare", async () => {
    const read = await readGroups(["A1,C1,2024-01-01,100", ",C2,2024-02-01,50"], { fill_down: [] });
    expect(read.messages).toEqual([
      "contracts.csv row 3, account_id: is blank; expected text of at most 10000 characters; fill it in the source, or give it by values, constants or fill_down",
    ]);
  });

  it("above the first group stay blank", async () => {
    const read = await readGroups([",C0,2024-01-01,1", "A1,C1,2024-01-01,100"]);
    expect(read.messages).toEqual([expect.stringContaining("row 2, account_id: is blank")]);
    expect(taken(read)).toEqual([["3", "A1", "C1", "100"]]);
  });

  it("are never filled from a group whose first row could not be read: a customer's lines would be another's", async () => {
    const read = await readGroups([
      "A1,C1,2024-01-01,100",
      "Acme, Inc,C2,2024-01-01,60",
      ",C3,2024-02-01,50",
      '"A3"x,C4,2024-01-01,5',
      ",C5,2024-02-01,5",
      "A1,C6,2024-01-01,9",
    ]);
    expect(read.messages.map((message) => message.slice(0, 36))).toEqual([
      "contracts.csv row 3: the row has mor",
      "contracts.csv row 4, account_id: is ",
      "contracts.csv row 5: text stands beh",
      "contracts.csv row 6, account_id: is ",
    ]);
    expect(taken(read).map(([row]) => row)).toEqual(["2", "7"]);
  });

  it("lines of totals between the groups are left out first", async () => {
    const lines = [
      "A1,C1,2024-01-01,100",
      "Subtotal,,,100",
      "A2,C2,2024-01-01,50",
      ",C3,2024-02-01,5",
    ];
    const read = await readGroups(lines, { leave_out: { Customer: ["Subtotal"] } });
    expect(read.messages).toEqual([]);
    expect(taken(read).map(([, account]) => account)).toEqual(["A1", "A2", "A2"]);
    expect(read.files.find(({ dataset }) => dataset === "contracts")).toMatchObject({
      rows: 4,
      accepted: 3,
      leftOut: 1,
    });
  });

  it("of a header that is not there are told", async () => {
    const read = await readGroups(["A1,C1,2024-01-01,100"], { fill_down: ["Custmer"] });
    expect(read.messages).toEqual([
      'contracts.csv: the header "Custmer" is not in the file; expected one of Customer, Contract, Start, MRR; did you mean "Customer"? correct fill_down, or take it out',
    ]);
  });
});
