import { datasetNames, datasetOf } from "../../contracts/index.ts";
import { quoteName, quoteText, type Warehouse } from "../../warehouse/index.ts";

const idColumns = new Set(
  datasetNames.flatMap((name) =>
    datasetOf(name)
      .columns.filter(({ identifies }) => identifies === "account" || identifies === "record")
      .map((column) => column.name),
  ),
);

/**
 * Whether rows of a table stand for single customers: one of its columns is an id of the contracts,
 * or holds the code of a customer whatever it is called.
 */
export async function isOfSingleAccounts(warehouse: Warehouse, table: string): Promise<boolean> {
  const columns = await warehouse.rows<{ name: string; type: string }>(`
    select column_name as name, data_type as type
    from duckdb_columns()
    where table_name = ${quoteText(table)}
        and schema_name = 'main'
        and database_name = current_database()`);
  if (columns.some(({ name }) => idColumns.has(name))) return true;
  for (const { name } of columns.filter(({ type }) => type === "VARCHAR")) {
    const found = await warehouse.rows(
      `select 1 from main.${table} where ${quoteName(name)} in (select code from account_codes) limit 1`,
    );
    if (found.length > 0) return true;
  }
  return false;
}
