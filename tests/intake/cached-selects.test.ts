import { describe, expect, it } from "vitest";
import { type Change, makeFolder, read } from "./cached-company.ts";

describe("a second reading of datasets made by sql", () => {
  it("reads a raw table again where a file of it changed", async () => {
    const folder = makeFolder();
    await read(folder);
    folder.put("raw.csv", "id,when\nA1,2024-06\n");
    const { wasRead, raw, all } = await read(folder);
    expect(wasRead).toEqual(["raw.csv", "sql of seats"]);
    expect(raw).toEqual([["raw", ["id", "when"], "A1,2024-06\n"]]);
    expect(JSON.stringify(all.tables)).toContain("A1,2024-06-01,3");
  });

  it("neither runs a select again nor loads the tables it runs over", async () => {
    const folder = makeFolder();
    expect((await read(folder)).raw).toHaveLength(1);
    const second = await read(folder);
    expect(second.raw).toEqual([]);
    expect(second.wasRead).toEqual([]);
  });

  it.each<[string, Change, string[]]>([
    ["another select", { datasets: { seats: { sql: "select 7 from raw" } } }, ["sql of seats"]],
    [
      "another reading of a raw file",
      { raw: { raw: { files: "raw.csv", delimiter: "," } } },
      ["raw.csv", "sql of seats"],
    ],
    [
      "one more raw table",
      { raw: { raw: "raw.csv", more: "usage-1.csv" } },
      ["usage-1.csv", "sql of seats"],
    ],
    [
      "another name of the table",
      { raw: { r: "raw.csv" }, datasets: { seats: { sql: "select * from r" } } },
      ["raw.csv", "sql of seats"],
    ],
  ])("runs a select again after a change: %s", async (_case, change, expected) => {
    const folder = makeFolder();
    await read(folder);
    const { wasRead, all } = await read(folder, change);
    expect(wasRead).toEqual(expected);
    expect(all).toEqual((await read(makeFolder(), change)).all);
    expect((await read(folder, change)).wasRead).toEqual([]);
  });

  it("runs a select every time whose rows follow from more than its tables", async () => {
    const folder = makeFolder();
    const change = { datasets: { seats: { sql: "select now(), * from raw" } } };
    await read(folder, change);
    expect(await read(folder, change)).toMatchObject({
      wasRead: ["sql of seats"],
      raw: [["raw", ["id", "when"], "A1,2024-05\n"]],
    });
  });

  it("tells the rows again that a select gave and the contract refused", async () => {
    const folder = makeFolder();
    folder.put("raw.csv", "id,when\nA1,2024-05\nA2,May 2024\n");
    const first = await read(folder);
    const second = await read(folder);
    expect(second.wasRead).toEqual([]);
    expect(second.all).toEqual(first.all);
    const seats = second.all.tables.find(({ dataset }) => dataset === "seats");
    expect([seats?.rows.length, seats?.asideRows.length]).toEqual([1, 1]);
    expect(second.all.aside["seats.csv"]).toContain("A2,May 2024,3");
  });
});
