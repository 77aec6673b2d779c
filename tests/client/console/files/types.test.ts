import { afterAll, beforeAll, expect, it } from "vitest";
import { countsSql, typeOf } from "../../../../src/client/console/files/types.ts";
import { openWarehouse, quoteText, type Warehouse } from "../../../../src/warehouse/index.ts";

let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await openWarehouse({ path: ":memory:" });
});

afterAll(() => warehouse?.close());

it.each([
  ["day", ["2025-01-31", null, "2024-02-29"], "date"],
  ["day", ["2025-01-31", "2025-02-30"], "varchar"],
  ["day", ["31.01.2025"], "varchar"],
  ["seen", ["2025-01-31 10:00", "2025-01-31T10:00:05.25", "2025-02-01"], "timestamp"],
  ["seats", ["1", "-20", "0"], "bigint"],
  ["seats", ["1", "007"], "varchar"],
  ["seats", ["9007199254740993"], "varchar"],
  ["seats", ["1e5"], "varchar"],
  ["amount", ["12.50", "3", "-0.125"], "decimal(18, 3)"],
  ["amount", ["1,250.00"], "varchar"],
  ["amount", ["12.50", "n/a"], "varchar"],
  ["account_id", ["1", "2"], "varchar"],
  ["zip", ["12345"], "varchar"],
  ["is_new", ["true", "FALSE"], "boolean"],
  ["is_new", ["yes", "no"], "varchar"],
  ["note", [null, null], "varchar"],
])("guesses %s of %j as %s, and casts every value", async (name, cells, type) => {
  const values = cells.map((cell) => `(${cell === null ? "null" : quoteText(cell)})`).join(", ");
  await warehouse.run(
    `create or replace table own as select cast(c as varchar) as column_0 from (values ${values}) as v (c)`,
  );
  const [counts = {}] = await warehouse.rows(countsSql("own", 1));
  expect(typeOf(name, counts, 0)).toBe(type);
  const [cast] = await warehouse.rows(`select count(cast(column_0 as ${type})) as n from own`);
  expect(cast).toEqual({ n: cells.filter((cell) => cell !== null).length });
});
