import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { datasetOf } from "../../src/contracts/index.ts";
import { loadDataset, openWarehouse, ownRows, packRows } from "../../src/warehouse/index.ts";

const usage = datasetOf("usage");

async function open() {
  const directory = mkdtempSync(join(tmpdir(), "warehouse-"));
  const warehouse = await openWarehouse({ path: join(directory, "warehouse.duckdb") });
  onTestFinished(() => {
    warehouse.close();
    rmSync(directory, { recursive: true, force: true });
  });
  const text = (name: string, content: string) => {
    const path = join(directory, name);
    writeFileSync(path, content);
    return path;
  };
  return { warehouse, text, database: join(directory, "rows.duckdb") };
}

const places = "select source_file, source_row, source_line, account_id from usage order by 1, 2";

describe("a dataset of text and of databases", () => {
  it("is one table to whoever asks: each row with its file, row and line", async () => {
    const { warehouse, text, database } = await open();
    const packed = text("a.csv", "2,2,A1,2024-01-01,core,,,,\n4,5,A2,2024-01-02,core,7,,,\n");
    await packRows(warehouse, usage, packed, database);
    const path = text("b.csv", "2,,A3,2024-01-03,core,,,1.5,web\n");
    await loadDataset(warehouse, usage, [
      { path: database, file: 1, form: "database" },
      { path, file: 2, form: "text" },
    ]);
    expect(await warehouse.rows(places)).toEqual([
      { source_file: 1, source_row: 2, source_line: 2, account_id: "A1" },
      { source_file: 1, source_row: 4, source_line: 5, account_id: "A2" },
      { source_file: 2, source_row: 2, source_line: null, account_id: "A3" },
    ]);
  });

  it("lets rows be deleted once it owns them, and a table owns its rows already", async () => {
    const { warehouse, text, database } = await open();
    const packed = text("a.csv", "2,2,A1,2024-01-01,core,,,,\n4,5,A2,2024-01-02,core,7,,,\n");
    await packRows(warehouse, usage, packed, database);
    await loadDataset(warehouse, usage, [{ path: database, file: 1, form: "database" }]);
    for (const account of ["A1", "A2"]) {
      await ownRows(warehouse, "usage");
      await warehouse.run(`delete from usage where account_id = '${account}'`);
      expect(await warehouse.rows(`${places} limit 1`)).toEqual(
        account === "A1"
          ? [{ source_file: 1, source_row: 4, source_line: 5, account_id: "A2" }]
          : [],
      );
    }
  });
});
