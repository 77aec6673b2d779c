/** Kinds of mart columns; the engine's type of each, and what the pages get. Dates come as YYYY-MM-DD. */
export const columnKinds = {
  text: "VARCHAR",
  day: "DATE",
  count: "BIGINT",
  flag: "BOOLEAN",
  money: "DECIMAL(38,6)",
  ratio: "DOUBLE",
} as const;

type Kind = keyof typeof columnKinds;

/** `?` marks a column that can be null. */
export type ColumnKind = Kind | `${Kind}?`;

type ValueOf<K extends ColumnKind> = K extends `${infer Base}?`
  ? ValueOf<Base & Kind> | null
  : K extends "text" | "day"
    ? string
    : K extends "flag"
      ? boolean
      : number;

export interface MartSpec<Columns extends Record<string, ColumnKind>> {
  /** Name of the table, the SQL file and the entry. */
  name: string;
  title: string;
  /** One sentence. */
  definition: string;
  unit: string;
  caveat?: string;
  /** Rows that the pages get, as a condition; all where absent. The published database has all. */
  reported?: string;
  columns: Columns;
}

export function defineMart<const Columns extends Record<string, ColumnKind>>(
  spec: MartSpec<Columns>,
): MartSpec<Columns> {
  return spec;
}

/** One row of a mart, typed from its catalogue entry. */
export type RowOf<Mart> =
  Mart extends MartSpec<infer Columns>
    ? { -readonly [Name in keyof Columns]: ValueOf<Columns[Name]> }
    : never;
