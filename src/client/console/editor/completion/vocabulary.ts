import type { Row } from "../../../../shared/query/index.ts";

export interface Column {
  name: string;
  /** As DuckDB writes it, such as DECIMAL(18,2). */
  type: string;
  comment: string | undefined;
}

export interface KnownTable {
  name: string;
  /** Title and grain from the catalogue. */
  detail: string | undefined;
  definition: string | undefined;
  columns: readonly Column[];
}

export interface KnownFunction {
  name: string;
  /** "date_trunc(part, timestamp)" */
  signature: string;
  description: string | undefined;
  /** Gives rows, and stands behind from. */
  isTable: boolean;
}

/** What the engine knows: the words that the editor colours and completes. */
export interface Vocabulary {
  tables: readonly KnownTable[];
  functions: readonly KnownFunction[];
  keywords: readonly string[];
  types: readonly string[];
}

type Ask = (sql: string) => Promise<readonly Row[]>;

/** Reads the engine's own lists and the published catalogue. */
export async function readVocabulary(ask: Ask): Promise<Vocabulary> {
  const [tables, functions, keywords, types] = await Promise.all([
    readTables(ask),
    ask(`
      select
          function_name,
          arg_max(array_to_string(parameters, ', '), len(parameters)) as parameters,
          any_value(description) as description,
          bool_or(function_type in ('table', 'table_macro')) as is_table
      from duckdb_functions()
      where regexp_matches(function_name, '^[a-z][a-z0-9_]*$') and function_type <> 'pragma'
      group by function_name
      order by function_name`),
    ask("select distinct keyword_name as name from duckdb_keywords() order by name"),
    ask("select distinct lower(type_name) as name from duckdb_types() order by name"),
  ]);
  const names = (rows: readonly Row[]) => rows.map(({ name }) => String(name));
  return {
    tables,
    functions: functions.map(({ function_name: name, parameters, description, is_table }) => ({
      name: String(name),
      signature: `${name}(${parameters ?? ""})`,
      description: textOf(description),
      isTable: is_table === true,
    })),
    keywords: names(keywords),
    types: names(types),
  };
}

/** Tables and views of the search path; a reader's own table hides a published one of its name. */
export async function readTables(ask: Ask): Promise<KnownTable[]> {
  const rows = await ask(`
    select
        columns.table_name,
        columns.column_name,
        columns.data_type,
        columns.comment,
        nullif(catalogue.grain, '') as grain,
        nullif(catalogue.definition, '') as definition
    from duckdb_columns() as columns
    left join hourglass.main.catalogue as catalogue
        on catalogue.name = columns.table_name and columns.database_name = 'hourglass'
    where not columns.internal and columns.database_name in ('hourglass', 'memory')
    order by columns.database_name = 'hourglass', columns.table_name, columns.column_index`);
  const tables = new Map<string, { known: KnownTable; columns: Column[] }>();
  for (const row of rows) {
    const name = String(row.table_name);
    const columns = tables.get(name)?.columns ?? [];
    const known = { name, detail: textOf(row.grain), definition: textOf(row.definition), columns };
    if (!tables.has(name)) tables.set(name, { known, columns });
    columns.push({
      name: String(row.column_name),
      type: String(row.data_type),
      comment: textOf(row.comment),
    });
  }
  return [...tables.values()].map(({ known }) => known);
}

function textOf(value: Row[string] | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
