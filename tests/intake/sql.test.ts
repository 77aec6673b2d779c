import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { RawEngine } from "../../src/intake/index.ts";
import { readCompany } from "./reading.ts";

type Batch = { columns: string[]; rows: (string | null)[][] };

/** Keeps what it is given and answers every select with the same batches. */
function fakeEngine(batches: readonly Batch[]) {
  const loaded: { table: string; header: readonly string[]; text: string }[] = [];
  const asked: string[] = [];
  const engine: RawEngine = {
    async loadRaw(table, header, path) {
      loaded.push({ table, header, text: readFileSync(path, "utf8") });
    },
    async *select(sql) {
      asked.push(sql);
      yield* batches;
    },
  };
  return { engine, loaded, asked };
}

const columns = ["account_id", "day", "module", "note"];
const sql = "select * from subscriptions";

describe("a dataset made by sql", () => {
  it("selects over raw files, whose cells are text under the header's own names", async () => {
    const fake = fakeEngine([
      { columns, rows: [["A1", "2024-01-01 10:00:00", "core", null]] },
      { columns, rows: [["A2", "2024-01-02", "core", "x"]] },
    ]);
    const read = await readCompany({
      files: {
        "raw/a.csv": 'Sub ID;Name;\n 007 ;"A; ""B""";\n',
        "raw/b.csv": "name;sub id;;more\nC, D;;;x\n",
      },
      raw: { subscriptions: "raw/*.csv" },
      datasets: { usage: { sql } },
      engine: fake.engine,
    });
    expect(read.messages).toEqual([]);
    expect(fake.loaded).toEqual([
      {
        table: "subscriptions",
        header: ["Sub ID", "Name", "column_3"],
        text: '007,"A; ""B""",\n,"C, D",\n',
      },
    ]);
    expect(fake.asked).toEqual([sql]);
    // Position in the result, no line.
    expect(read.rows("usage").map((row) => row.slice(0, 5))).toEqual([
      ["1", "", "A1", "2024-01-01", "core"],
      ["2", "", "A2", "2024-01-02", "core"],
    ]);
    expect(read.files.map(({ dataset, file, rows }) => [dataset, file, rows])).toEqual([
      ["raw: subscriptions", "raw/a.csv", 1],
      ["raw: subscriptions", "raw/b.csv", 1],
      ["accounts", "accounts.csv", 1],
      ["contracts", "contracts.csv", 1],
      ["usage", "sql of usage", 2],
    ]);
    expect(read.files.map((file) => file.ignoredColumns)).toEqual([[], ["more"], [], [], ["note"]]);
  });

  it("leaves extra header rows of raw files out", async () => {
    const fake = fakeEngine([]);
    const read = await readCompany({
      files: { "s.csv": "id,Q1\n,How likely?\n,\n1,9\n" },
      raw: { survey: { files: "s.csv", extra_header_rows: 2 } },
      datasets: { usage: { sql: "select * from survey" } },
      engine: fake.engine,
    });
    expect(fake.loaded).toEqual([{ table: "survey", header: ["id", "Q1"], text: "1,9\n" }]);
    expect(read.files[0]).toMatchObject({ rows: 3, accepted: 1, setAside: 0, leftOut: 2 });
  });

  it("tells what to write in the select, where a file would have a declaration", async () => {
    const rows = [
      ["A1", "31/01/2024", "core", "1,234"],
      ["A1", "2024-01-01", "", "(5)"],
    ];
    const { engine } = fakeEngine([{ columns: ["account_id", "day", "module", "events"], rows }]);
    const read = await readCompany({ datasets: { usage: { sql } }, engine });
    expect(read.messages).toMatchInlineSnapshot(`
      [
        "sql of usage row 1 of the result, day: "31/01/2024" is not a date; expected YYYY-MM-DD such as 2024-12-31; give it as expected in the select, such as by strptime(day, '%d/%m/%Y'), or correct the source",
        "sql of usage row 1 of the result, events: "1,234" is not a number; expected a whole number of 0 or more such as 12; give it as expected in the select, such as by replace(events, ',', ''), or correct the source",
        "sql of usage row 2 of the result, module: is blank; expected text of at most 10000 characters; give it as expected in the select, or correct the source",
        "sql of usage row 2 of the result, events: "(5)" is not a number; expected a whole number of 0 or more such as 12; give it as expected in the select, such as by replace(events, ',', ''), or correct the source",
      ]
    `);
  });

  it("tells the position in the result of a row that breaks the contract", async () => {
    const rows = [
      ["A1", "2024-01-01", "core", null],
      ["A1", "2024-02-30", "core", null],
    ];
    const { engine } = fakeEngine([{ columns, rows }]);
    const read = await readCompany({ datasets: { usage: { sql } }, engine });
    expect(read.messages).toEqual([
      'sql of usage row 2 of the result, day: "2024-02-30" is not a date; expected YYYY-MM-DD such as 2024-12-31; correct the cell in the source and export again',
    ]);
    expect(read.output("set-aside/usage.csv")).toBe(
      'file,row,line,problem,account_id,day,module,note\nsql of usage,2,,"day: ""2024-02-30"" is not a date; expected YYYY-MM-DD such as 2024-12-31",A1,2024-02-30,core,\n',
    );
  });

  it("tells of a column that the select lacks", async () => {
    const { engine } = fakeEngine([
      { columns: ["acount_id", "day", "module"], rows: [["A", "", ""]] },
    ]);
    const read = await readCompany({ datasets: { usage: { sql } }, engine });
    expect(read.messages).toEqual([
      'sql of usage, account_id: the column is missing; expected a header "account_id"; did you mean "acount_id"? name it in the select: ... as account_id',
    ]);
  });

  it("tells of a column of the select that seems to be meant for ours, and reads the rest", async () => {
    const columns = ["account_id", "day", "module", "platfrom"];
    const { engine } = fakeEngine([{ columns, rows: [["A1", "2024-01-01", "core", "web"]] }]);
    const read = await readCompany({ datasets: { usage: { sql } }, engine });
    expect(read.messages).toEqual([
      'sql of usage: the column "platfrom" is not used; expected a header "platform", which is blank in every row without it; did you mean "platform"? name it in the select: ... as platform, or set checks: { unused_column: "off" } if it is something else',
    ]);
    expect(read.tables.find(({ dataset }) => dataset === "usage")).toMatchObject({ accepted: 1 });
  });

  it("tells what the engine says of a statement that fails", async () => {
    const engine: RawEngine = {
      loadRaw: async () => undefined,
      async *select() {
        yield await Promise.reject(new Error("Catalog Error: no such table\nin the statement: s"));
      },
    };
    const read = await readCompany({ datasets: { usage: { sql } }, engine });
    expect(read.messages).toEqual([
      "sql of usage: the sql failed: Catalog Error: no such table; expected a select over the raw tables; correct the sql of the dataset, or the raw tables it names",
    ]);
  });

  it("does not run over a raw table that could not be read", async () => {
    const fake = fakeEngine([]);
    const read = await readCompany({
      files: { "b.csv": "a,A\n1,2\n" },
      raw: { subscriptions: "b.csv" },
      datasets: { usage: { sql } },
      engine: fake.engine,
    });
    expect(fake.asked).toEqual([]);
    expect(fake.loaded).toEqual([]);
    expect(read.messages).toEqual([
      'b.csv: the header "A" stands there twice; expected every header once, whatever its case, spaces, underscores and hyphens; rename or remove one of the two columns and export again',
    ]);
  });

  it("is an empty dataset where the result has no rows", async () => {
    const { engine } = fakeEngine([]);
    const read = await readCompany({ datasets: { usage: { sql } }, engine });
    expect(read.messages).toEqual([]);
    expect(read.tables[2]).toEqual({
      dataset: "usage",
      parts: [],
      rows: 0,
      accepted: 0,
      setAside: 0,
      asideParts: [],
    });
  });
});
