import { describe, expect, it } from "vitest";
import { type Company, type Reading, readCompany } from "./reading.ts";

/** One line of contracts, with more columns than the ones it needs. */
function readContracts(
  more: Readonly<Record<string, string>>,
  source: object = {},
  checks: Company["checks"] = {},
): Promise<Reading> {
  const cells = { contract_id: "C1", account_id: "A1", starts_on: "2024-01-01", ...more };
  const lines = [Object.keys(cells), Object.values(cells)].map((line) => line.join(","));
  return readCompany({
    files: { "contracts.csv": `${lines.join("\n")}\n` },
    datasets: { contracts: { files: "contracts.csv", ...source } },
    checks,
  });
}

const meant = (read: Reading) =>
  read.problems.map(({ check, value, remedy }) => [
    check,
    value,
    /did you mean "(\w+)"/.exec(remedy)?.[1],
  ]);

describe("a header that no column reads", () => {
  it.each([
    ["ends_onn", "ends_on"],
    ["end_date", "ends_on"],
    ["Vertragsende", "ends_on"],
    ["curency", "currency"],
    ["Währung", "currency"],
    ["quantity", "seats"],
  ])("%s is told where it is like %s in spelling or meaning", async (header, column) => {
    const read = await readContracts({ mrr: "100", [header]: "" });
    expect(meant(read)).toEqual([["unused_column", header, column]]);
    expect(read.problems[0]).toMatchObject({ severity: "warning", file: "contracts.csv" });
    expect(read.files.find(({ file }) => file === "contracts.csv")).toMatchObject({ accepted: 1 });
  });

  it.each([
    ["is like nothing", { mrr: "1", colour: "red" }],
    ["is like a column that another header fills", { mrr: "1", ends_on: "", end_date: "" }],
    ["is an amount beside the one that is read", { mrr: "1", arr: "12" }],
    [
      "means an amount of a year beside one that is read",
      { amount: "1200", billing: "annual", ARR: "1200" },
    ],
    ["is a word of its own, however like a column", { mrr: "1", Status: "active" }],
    ["has no name", { mrr: "1", "": "x" }],
  ])("is not told where it %s", async (_, more) => {
    expect((await readContracts(more)).problems).toEqual([]);
  });

  it("is told with the period that its name says, since a year's amount is no month's", async () => {
    const read = await readContracts({ ARR: "1200" });
    const [told] = read.problems.filter(({ check }) => check === "unused_column");
    expect(told?.remedy).toContain(
      'map it with columns: { amount: "ARR" } and constants: { billing: "annual" }, or',
    );
    const followed = { columns: { amount: "ARR" }, constants: { billing: "annual" } };
    expect((await readContracts({ ARR: "1200" }, followed)).problems).toEqual([]);
    const billed = await readContracts({ ARR: "1200", billing: "annual" });
    const [other] = billed.problems.filter(({ check }) => check === "unused_column");
    expect(other?.remedy).toContain('map it with columns: { amount: "ARR" }, or');
  });

  it("is not told where it is mapped, its column is a constant, or rows are chosen by it", async () => {
    const more = { mrr: "1", curency: "EUR" };
    const mapped = await readContracts(more, { columns: { currency: "curency" } });
    expect(mapped.problems).toEqual([]);
    expect(mapped.rows("contracts")[0]).toContain("EUR");
    const constant = await readContracts(more, { constants: { currency: "EUR" } });
    expect(constant.problems).toEqual([]);
    const chosen = await readContracts(more, { leave_out: { curency: ["USD"] } });
    expect(chosen.problems).toEqual([]);
  });

  it("is silenced, or refuses the file, where the configuration says so", async () => {
    const more = { mrr: "1", ends_onn: "" };
    expect((await readContracts(more, {}, { unused_column: "off" })).problems).toEqual([]);
    const refused = await readContracts(more, {}, { unused_column: "error" });
    expect(refused.problems.map(({ check, severity }) => [check, severity])).toEqual([
      ["unused_column", "error"],
    ]);
    expect(refused.files.find(({ file }) => file === "contracts.csv")).toMatchObject({
      rows: 1,
      accepted: 0,
      setAside: 1,
      refusal: { check: "unused_column" },
    });
  });
});
