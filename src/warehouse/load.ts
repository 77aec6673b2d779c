import type { Dataset } from "../contracts/index.ts";
import { quoteName, quoteText, type Warehouse } from "./warehouse.ts";

/** Where a row came from, so that a check across files can name it. */
export const sourceColumns = {
  source_file: "integer",
  source_row: "bigint",
  source_line: "bigint",
} as const;

/** Accepted rows of one file. */
export interface RowsFile {
  path: string;
  /** What its rows carry as source_file. */
  file: number;
  /** Text in our own plain dialect, or a database with one table `rows`. */
  form: "text" | "database";
  /** Place of the first row where the table holds none: the others follow line by line. */
  first?: { row: number; line: number };
}

/**
 * Makes the typed table of a dataset and fills it from files in our own plain dialect: UTF-8,
 * comma, LF, no header, text quoted where needed, blank = null, row and line first.
 * No file gives an empty table, so that every metric can run whatever the company has.
 * Databases are not copied: with one of them the dataset is a view over them and the table.
 */
export async function loadDataset(
  warehouse: Warehouse,
  dataset: Dataset,
  parts: readonly RowsFile[],
): Promise<void> {
  const { name } = dataset;
  const databases = parts.filter(({ form }) => form === "database");
  const table = databases.length > 0 ? `${name}_from_text` : name;
  const { source_file, ...places } = sourceColumns;
  const types = { ...places, ...columnTypes(dataset) };
  await warehouse.run(`create or replace table ${table} (${declared({ source_file, ...types })})`);
  for (const { path, file } of parts.filter(({ form }) => form === "text")) {
    await warehouse.run(`insert into ${table} select ${file}, * from ${readPlain(path, types)}`);
  }
  if (databases.length === 0) return;
  const selects = [`select * from ${table}`];
  for (const { path, file, first } of databases) {
    const attached = `${name}_${file}`;
    await warehouse.run(`attach ${quoteText(path)} as ${attached} (read_only)`);
    const source = first
      ? `rowid + ${first.row} as source_row, rowid + ${first.line} as source_line, *`
      : "*";
    selects.push(`select cast(${file} as integer) as source_file, ${source} from ${attached}.rows`);
  }
  await warehouse.run(`create or replace view ${name} as ${selects.join(" union all ")}`);
}

/** Makes a dataset's rows its own where they lie in databases, so that some can be deleted or added. */
export async function ownRows(warehouse: Warehouse, dataset: string): Promise<void> {
  const views = await warehouse.rows(`
    select 1
    from duckdb_views()
    where view_name = ${quoteText(dataset)}
        and schema_name = 'main'
        and database_name = current_database()`);
  if (views.length === 0) return;
  await warehouse.run(`create table main.${dataset}_rows as select * from main.${dataset}`);
  await warehouse.run(`drop view main.${dataset}`);
  await warehouse.run(`alter table main.${dataset}_rows rename to ${dataset}`);
}

/** What the rows set aside carry beside their place: checks and columns by name, blanks between; '' = none. */
const asideColumns = { checks: "varchar", unreadable: "varchar" } as const;

/**
 * Makes the table aside.<dataset> of rows that were set aside, with what could be read of them;
 * files as for loadDataset, with the checks and the unreadable columns before the cells.
 */
export async function loadSetAside(
  warehouse: Warehouse,
  dataset: Dataset,
  parts: readonly Pick<RowsFile, "path" | "file">[],
): Promise<void> {
  const { source_file, ...places } = sourceColumns;
  const types = { ...places, ...asideColumns, ...columnTypes(dataset) };
  const table = `aside.${quoteName(dataset.name)}`;
  await warehouse.run("create schema if not exists aside");
  await warehouse.run(`create or replace table ${table} (${declared({ source_file, ...types })})`);
  for (const { path, file } of parts) {
    await warehouse.run(
      `insert into ${table}
      select ${file}, * replace (coalesce(unreadable, '') as unreadable) from ${readPlain(path, types)}`,
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

export function columnTypes(dataset: Dataset): Record<string, string> {
  return Object.fromEntries(dataset.columns.map(({ name, sql }) => [name, sql]));
}

/** Columns as a `create table` names them. */
export function declared(types: Readonly<Record<string, string>>): string {
  return Object.entries(types)
    .map(([name, type]) => `${quoteName(name)} ${type}`)
    .join(", ");
}

/** Columns as `read_csv` names them. */
export function columnsOf(types: Readonly<Record<string, string>>): string {
  const columns = Object.entries(types).map(([name, type]) => `${quoteText(name)}: '${type}'`);
  return `{${columns.join(", ")}}`;
}

export function readPlain(path: string, types: Readonly<Record<string, string>>): string {
  return `read_csv(${quoteText(path)}, columns = ${columnsOf(types)}, header = false,
    auto_detect = false, delim = ',', quote = '"', escape = '"', new_line = '\\n',
    encoding = 'utf-8', max_line_size = 1048576)`;
}
