import { expect, it, onTestFinished } from "vitest";
import { makeSideBySide } from "../../src/metrics/side-by-side.ts";
import { openWarehouse } from "../../src/warehouse/index.ts";

async function open() {
  const warehouse = await openWarehouse({ path: ":memory:" });
  onTestFinished(() => warehouse.close());
  return warehouse;
}

const making = (name: string, after: string[], select: string) => ({
  name,
  after,
  statements: [`create table ${name} as ${select}`],
});

it("makes each table after those it reads, whatever runs beside", async () => {
  const warehouse = await open();
  const numbers = Array.from({ length: 20 }, (_, place) => place);
  const makings = numbers.map((place) =>
    place === 0
      ? making("step_0", [], "select 1 as n")
      : making(
          `step_${place}`,
          [`step_${place - 1}`, `step_${Math.floor(place / 2)}`],
          `select a.n + b.n as n from step_${place - 1} as a cross join step_${Math.floor(place / 2)} as b`,
        ),
  );
  await makeSideBySide(warehouse, makings);
  // n(0) = 1, n(k) = n(k - 1) + n(k div 2): the binary partitions 1, 2, 4, 6, 10, 14, 20, 26, 36, 46.
  expect(await warehouse.rows("select n from step_9")).toEqual([{ n: 46 }]);
});

it("makes nothing after a table that fails, and names it", async () => {
  const warehouse = await open();
  const makings = [
    making("sound", [], "select 1 as n"),
    making("broken", ["sound"], "select no_such_column from sound"),
    making("later", ["broken"], "select n from broken"),
  ];
  await expect(makeSideBySide(warehouse, makings)).rejects.toThrow(
    /^metric table broken could not be built: .*no_such_column/s,
  );
  expect(await warehouse.rows("select table_name as name from duckdb_tables()")).toEqual([
    { name: "sound" },
  ]);
});

it("makes tables in the schema that the connection looks into, on every connection", async () => {
  const warehouse = await open();
  await warehouse.run("create schema beside");
  await warehouse.run("set search_path = 'beside,main'");
  const names = Array.from({ length: 8 }, (_, place) => `table_${place}`);
  await makeSideBySide(
    warehouse,
    names.map((name) => making(name, [], "select 1 as n from range(20000)")),
  );
  expect(await warehouse.rows("select distinct schema_name as name from duckdb_tables()")).toEqual([
    { name: "beside" },
  ]);
});
