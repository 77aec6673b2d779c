import { literal, type Row } from "../../../shared/query/index.ts";
import { published } from "../../engine/open.ts";
import { nameInSql } from "./names.ts";

/** Asks the engine for a small answer. */
export type Rows = (sql: string) => Promise<readonly Row[]>;

/** What panes ask of the console. */
export interface Host {
  rows: Rows;
  /** Puts text into the editor where the caret is. */
  insert: (text: string) => void;
}

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
  /** As a statement names it; a published one with its database where the reader's own has its name. */
  inSql: string;
  isView: boolean;
  /** Null: a view, whose rows nobody has counted. */
  rows: number | null;
  comment: string;
  columns: Column[];
}

/** Tables and views of the published database, as its catalogue groups them. */
export async function readPublished(rows: Rows): Promise<Table[]> {
  const kinds = await rows(`select name, kind from ${published}.catalogue`);
  const kindOf = new Map(kinds.map(({ name, kind }) => [name, kind]));
  return readTables(rows, `database_name = ${literal(published)}`, (object) => ({
    group: groupOf(kindOf.get(object.name ?? "")),
    inSql: nameInSql(String(object.name)),
  }));
}

/** Tables and views that the reader has made. */
export function readOwn(rows: Rows): Promise<Table[]> {
  return readTables(rows, `database_name <> ${literal(published)}`, (object) => {
    const isFound =
      object.database_name === "temp" ||
      (object.database_name === "memory" && object.schema_name === "main");
    const path = isFound ? [object.name] : [object.database_name, object.schema_name, object.name];
    return { group: "own", inSql: path.map((name) => nameInSql(String(name))).join(".") };
  });
}

async function readTables(
  rows: Rows,
  condition: string,
  placeOf: (object: Row) => Pick<Table, "group" | "inSql">,
): Promise<Table[]> {
  const found = await rows(`
    select
        database_name,
        schema_name,
        table_name as name,
        estimated_size as row_count,
        comment
    from duckdb_tables()
    where not internal and ${condition}
    union all
    select database_name, schema_name, view_name, null, comment
    from duckdb_views()
    where not internal and ${condition}
    order by name, database_name, schema_name`);
  if (found.length === 0) return [];
  const columns = await rows(`
    select database_name, schema_name, table_name, column_name, data_type, comment
    from duckdb_columns()
    where not internal and ${condition}
    order by column_index`);
  const keyOf = (...path: unknown[]) => JSON.stringify(path);
  const byTable = Map.groupBy(columns, (row) =>
    keyOf(row.database_name, row.schema_name, row.table_name),
  );
  return found.map((row) => {
    const own = byTable.get(keyOf(row.database_name, row.schema_name, row.name)) ?? [];
    return {
      ...placeOf(row),
      name: String(row.name),
      isView: row.row_count === null,
      rows: row.row_count === null ? null : Number(row.row_count),
      comment: String(row.comment ?? ""),
      columns: own.map((column) => ({
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
