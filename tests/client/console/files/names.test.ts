import { describe, expect, it } from "vitest";
import { columnNamesOf, tableNameOf } from "../../../../src/client/console/files/names.ts";
import { nameInSql } from "../../../../src/client/console/schema/names.ts";
import { openWarehouse } from "../../../../src/warehouse/index.ts";

describe("the name of a file's table", () => {
  it.each([
    ["Targets 2025.csv", "targets_2025"],
    ["2025-01.tsv.gz", "file_2025_01"],
    ["order.csv", "file_order"],
    ["Größe (neu).csv", "gro_e_neu"],
    ["顧客.csv", "file"],
    ["'; drop table accounts; --.csv", "drop_table_accounts"],
    [`${"x".repeat(300)}.csv`, "x".repeat(60)],
  ])("needs no quotes: %s", (file, table) => {
    expect(tableNameOf(file)).toBe(table);
    expect(nameInSql(table)).toBe(table);
  });
});

it("columns have names of their own that need no quotes, in the order of the file", () => {
  const header = [
    "Account ID",
    "account-id",
    "",
    "Order",
    "2024",
    '<b>"x"</b>',
    "e\u0301t\u00e9",
    "🙂",
  ];
  expect(columnNamesOf(header)).toEqual([
    "account_id",
    "account_id_2",
    "column_3",
    "_order",
    "_2024",
    "b_x_b",
    "ete",
    "column_8",
  ]);
});

it("knows every word that DuckDB does not take for a bare name", async () => {
  const warehouse = await openWarehouse({ path: ":memory:" });
  const words = await warehouse.rows<{ word: string }>(
    "select keyword_name as word from duckdb_keywords() where keyword_category <> 'unreserved'",
  );
  warehouse.close();
  expect(words.length).toBeGreaterThan(150);
  for (const { word } of words) expect(nameInSql(word)).toBe(`"${word}"`);
});
