import { describe, expect, it, onTestFinished } from "vitest";
import { isRepeatable } from "../../src/intake/cache/repeatable.ts";
import { openWarehouse } from "../../src/warehouse/index.ts";

/** Functions of tables that follow from their arguments alone. */
const harmless = [
  ...["generate_series", "range", "repeat", "repeat_row", "unnest", "json_each", "json_tree"],
  ...["histogram", "histogram_values", "icu_calendar_names", "test_all_types", "test_vector_types"],
];
/** Scalar functions that the engine does not fold, and that give the same every time. */
const steady = ["error"];

describe("whether a select can be remembered", () => {
  it("no function that the engine knows slips through: of the clock, of chance, of files", async () => {
    const warehouse = await openWarehouse({ path: ":memory:" });
    onTestFinished(() => warehouse.close());
    const found = await warehouse.rows<{ name: string }>(`
      select distinct function_name as name
      from duckdb_functions()
      where function_type in ('table', 'table_macro')
        or stability in ('VOLATILE', 'CONSISTENT_WITHIN_QUERY')
      order by name`);
    const risky = found
      .map(({ name }) => name)
      .filter((name) => !harmless.includes(name) && !steady.includes(name));
    expect(risky.length).toBeGreaterThan(80);
    const through = risky.filter((name) => isRepeatable(`select ${name} (1) from raw`));
    expect(through).toEqual([]);
  });

  it.each([
    "select current_date as day from raw",
    'select "now"() from raw',
    "select now/* or then */() from raw",
    "select * from 'more.csv'",
    "select * from more.parquet",
    'select * from "folder/more.csv"',
    "select * from 's3://bucket/*'",
    "select * from raw using sample 10",
    "select * from raw tablesample reservoir(10)",
    "select age(date '2024-01-01') from raw",
  ])("not so: %s", (sql) => {
    expect(isRepeatable(sql)).toBe(false);
  });

  it.each([
    'select id as account_id, min("Customer No.") as name from raw group by 1',
    "select strptime(day, '%d.%m.%Y') as day, age, current_plan, sample from raw",
    "with a as (select * from raw) select unnest(range(3)), regexp_extract(x, '\\d+') from a",
    "select date_trunc('month', cast(day as date)) as month -- by month\nfrom raw",
  ])("so: %s", (sql) => {
    expect(isRepeatable(sql)).toBe(true);
  });
});
