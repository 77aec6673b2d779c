import type { Row, Value } from "../../shared/query/index.ts";

/** Rows column by column, which takes half the bytes where they travel as JSON. */
export type Columns = Readonly<Record<string, readonly Value[]>>;

export function columnsOf(
  rows: readonly Row[],
  columns: readonly string[],
  write: (value: Value) => Value = (value) => value,
): Columns {
  return Object.fromEntries(
    columns.map((column) => [column, rows.map((row) => write(row[column] ?? null))]),
  );
}

export function rowsOfColumns(columns: Columns): Row[] {
  const entries = Object.entries(columns);
  const count = entries[0]?.[1].length ?? 0;
  return Array.from({ length: count }, (_, place) =>
    Object.fromEntries(entries.map(([name, values]) => [name, values[place] ?? null])),
  );
}
