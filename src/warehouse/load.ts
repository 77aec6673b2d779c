import type { Dataset } from "../contracts/index.ts";
import { quoteName, quoteText, type Warehouse } from "./warehouse.ts";

/** Where a row came from, so that a check across files can name it. */
export const sourceColumns = {
  source_file: "integer",
  source_row: "bigint",
  source_line: "bigint",
} as const;

/**
 * Makes the typed table of a dataset and fills it from files in our own plain dialect: UTF-8,
 * comma, LF, no header, text quoted where needed, blank = null, the source columns first.
 * No file gives an empty table, so that every metric can run whatever the company has.
 */
export async function loadDataset(
  warehouse: Warehouse,
  dataset: Dataset,
  paths: readonly string[],
): Promise<void> {
  const types: Record<string, string> = { ...sourceColumns };
  for (const column of dataset.columns) types[column.name] = column.sql;
  const declared = Object.entries(types).map(([name, type]) => `${quoteName(name)} ${type}`);
  await warehouse.run(`create or replace table ${dataset.name} (${declared.join(", ")})`);
  for (const path of paths) {
    await warehouse.run(`insert into ${dataset.name} select * from ${readPlain(path, types)}`);
  }
}

/** What the rows set aside carry beside their place: checks and columns by name, blanks between; '' = none. */
export const asideColumns = { checks: "varchar", unreadable: "varchar" } as const;

/**
 * Makes the table aside.<dataset> of rows that were set aside, with what could be read of them;
 * files as for loadDataset, with the checks and the unreadable columns before the cells.
 */
export async function loadSetAside(
  warehouse: Warehouse,
  dataset: Dataset,
  paths: readonly string[],
): Promise<void> {
  const types: Record<string, string> = { ...sourceColumns, ...asideColumns };
  for (const column of dataset.columns) types[column.name] = column.sql;
  const declared = Object.entries(types).map(([name, type]) => `${quoteName(name)} ${type}`);
  const table = `aside.${quoteName(dataset.name)}`;
  await warehouse.run("create schema if not exists aside");
  await warehouse.run(`create or replace table ${table} (${declared.join(", ")})`);
  for (const path of paths) {
    await warehouse.run(
      `insert into ${table}
      select * replace (coalesce(unreadable, '') as unreadable) from ${readPlain(path, types)}`,
    );
  }
}

/** A table of text columns for a raw file; `header` names them. Same dialect, no source columns. */
export async function loadRaw(
  warehouse: Warehouse,
  table: string,
  header: readonly string[],
  path: string,
): Promise<void> {
  const types = Object.fromEntries(header.map((name) => [name, "varchar"]));
  await warehouse.run(
    `create or replace table ${quoteName(table)} as select * from ${readPlain(path, types)}`,
  );
}

function readPlain(path: string, types: Record<string, string>): string {
  const columns = Object.entries(types).map(([name, type]) => `${quoteText(name)}: '${type}'`);
  return `read_csv(${quoteText(path)}, columns = {${columns.join(", ")}}, header = false,
    auto_detect = false, delim = ',', quote = '"', escape = '"', new_line = '\\n',
    encoding = 'utf-8', max_line_size = 1048576)`;
}
