import { literal, type Row } from "../../../shared/query/index.ts";
import { published } from "../../engine/open.ts";
import { nameInSql } from "./names.ts";

/** Asks the engine for a small answer. */
export type Rows = (sql: string) => Promise<readonly Row[]>;

export interface Column {
  name: string;
  type: string;
  comment: string;
}

export const groups = ["own", "mart", "dataset", "staging", "about"] as const;

/** Whose a table is: the reader's own, or what the catalogue of the published database calls it. */
export type Group = (typeof groups)[number];

export interface Table {
  group: Group;
  name: string;
  /** With its database where the bare name means another. */
  inSql: string;
  isView: boolean;
  /** Null: a view, whose rows nobody has counted. */
  rows: number | null;
  comment: string;
  columns: Column[];
}

/** Tables and views of the published database, and those that the reader has made. */
export async function readTables(rows: Rows): Promise<Table[]> {
  const found = await rows(`
    with
    objects as (
        select database_name, table_name as name, estimated_size as row_count, comment
        from duckdb_tables()
        where not internal
        union all
        select database_name, view_name, null, comment
        from duckdb_views()
        where not internal
    )
    select
        objects.database_name,
        objects.name,
        objects.row_count,
        objects.comment,
        catalogue.kind
    from objects
    left join ${published}.catalogue
        on objects.name = catalogue.name
        and objects.database_name = ${literal(published)}
    order by objects.name`);
  const columns = await rows(`
    select database_name, table_name, column_name, data_type, comment
    from duckdb_columns()
    where not internal
    order by database_name, table_name, column_index`);
  const keyOf = (database: unknown, name: unknown) => JSON.stringify([database, name]);
  const byTable = Map.groupBy(columns, (row) => keyOf(row.database_name, row.table_name));
  const own = new Set(
    found.filter((row) => row.database_name !== published).map(({ name }) => name),
  );
  return found.map((row) => {
    const name = String(row.name);
    const isOwn = row.database_name !== published;
    const bare = nameInSql(name);
    return {
      group: isOwn ? "own" : groupOf(row.kind),
      name,
      inSql: !isOwn && own.has(name) ? `${published}.${bare}` : bare,
      isView: row.row_count === null,
      rows: row.row_count === null ? null : Number(row.row_count),
      comment: String(row.comment ?? ""),
      columns: (byTable.get(keyOf(row.database_name, name)) ?? []).map((column) => ({
        name: String(column.column_name),
        type: String(column.data_type),
        comment: String(column.comment ?? ""),
      })),
    };
  });
}

function groupOf(kind: Row[string] | undefined): Group {
  return groups.find((group) => group === kind) ?? "about";
}
