import { quoteName, type Warehouse } from "../warehouse/index.ts";
import { type Catalogue, catalogue } from "./catalogue/index.ts";
import { type ColumnKind, columnKinds, type MartSpec, type RowOf } from "./mart.ts";

/** Rows of every mart, by the name of its catalogue entry. */
export type Marts = { [Name in keyof Catalogue]: RowOf<Catalogue[Name]>[] };

type AnyMart = MartSpec<Record<string, ColumnKind>>;

/**
 * The reported rows of every mart of the catalogue in its own order, checked against its entry.
 *
 * @throws an Error that names the mart and the column where table and entry differ, or where a
 * column that is never null has a null.
 */
export async function readMarts(warehouse: Warehouse): Promise<Marts> {
  const marts: Record<string, unknown[]> = {};
  for (const [name, mart] of Object.entries(catalogue)) {
    marts[name] = await readMart(warehouse, mart);
  }
  return marts as unknown as Marts;
}

async function readMart(warehouse: Warehouse, mart: AnyMart): Promise<unknown[]> {
  await checkColumns(warehouse, mart);
  const list = Object.keys(mart.columns).map(quoteName).join(", ");
  const rows = await warehouse.rows(
    `select ${list} from ${mart.name} where ${mart.reported ?? "true"} order by rowid`,
  );
  const filled = Object.entries(mart.columns).filter(([, kind]) => !kind.endsWith("?"));
  for (const row of rows) {
    for (const [column] of filled) {
      if (row[column] === null)
        throw new Error(
          `null in ${mart.name}.${column} at ${JSON.stringify(row)}; mark the column with ? in its entry or fill it`,
        );
    }
  }
  return rows;
}

async function checkColumns(warehouse: Warehouse, mart: AnyMart): Promise<void> {
  const described = await warehouse.rows<{ column_name: string; column_type: string }>(
    `describe ${mart.name}`,
  );
  const actual = new Map(described.map((row) => [row.column_name, row.column_type]));
  for (const [column, kind] of Object.entries(mart.columns)) {
    const expected = columnKinds[kind.replace("?", "") as keyof typeof columnKinds];
    const found = actual.get(column) ?? "no such column";
    if (found !== expected)
      throw new Error(
        `type of ${mart.name}.${column} is ${found}; expected ${expected} as its catalogue entry says`,
      );
    actual.delete(column);
  }
  for (const column of actual.keys())
    throw new Error(
      `column ${mart.name}.${column} is not in its catalogue entry; add it there or drop it from ${mart.name}.sql`,
    );
}
