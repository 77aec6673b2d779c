/** Run as a process of its own: a company's use as large as needs parts, published into a folder. */
import { join } from "node:path";
import { openWarehouse, writeDatabase } from "../../src/warehouse/index.ts";

const [directory = ""] = process.argv.slice(2);
const warehouse = await openWarehouse({
  path: join(directory, "warehouse.duckdb"),
  memoryLimit: "1GB",
});
await warehouse.run(`create table usage as
  select 'A' || (place * 7919 % 5000) as account_id, place, 'module ' || place % 9 as module
  from range(900_000) as places (place)`);
const part = (condition: string) =>
  `select account_id, place, module from main.usage where ${condition} order by account_id, place`;
const { sha256 } = await writeDatabase(warehouse, join(directory, "published.duckdb"), {
  tables: [
    {
      name: "usage",
      rows: [part("account_id < 'A3'"), part("account_id >= 'A3'")],
      comment: "",
      columnComments: {},
    },
  ],
  views: [],
});
warehouse.close();
process.stdout.write(sha256);
