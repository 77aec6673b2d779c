import type { Data, Table } from "apache-arrow";
import { type Kind, readerOf, type TypeReader } from "./types.ts";

/** A column of a result; rows are counted from 0 as they came. */
export interface ResultColumn {
  name: string;
  /** As DuckDB names it. */
  type: string;
  kind: Kind;
  /** Every digit and sign of the value; null = NULL. */
  text: (row: number) => string | null;
  /** As JSON; null where it is NULL. */
  json: (row: number) => string;
  /** The number of one of its texts, where a double holds it. */
  number: TypeReader["number"];
  /** Where its values lie, piece after piece. */
  pieces: readonly Data[];
}

export interface Result {
  columns: readonly ResultColumn[];
  rowCount: number;
}

/** The rows of a table where they lie: nothing is copied or turned before it is shown. */
export function resultOf(table: Table): Result {
  const batches = table.batches.filter(({ numRows }) => numRows > 0);
  const find = finderOf(batches.map(({ numRows }) => numRows));
  const names = distinctNames(table.schema.fields.map(({ name }) => name));
  const columns = table.schema.fields.map((field, index): ResultColumn => {
    const pieces = batches.flatMap(({ data }) => data.children[index] ?? []);
    const { label, kind, text, json, number } = readerOf(field.type, field.metadata);
    const read = <Absent>(row: number, reading: TypeReader["text"], absent: Absent) => {
      const { piece, at } = find(row);
      const data = pieces[piece];
      return data?.getValid(at) ? reading(data, at) : absent;
    };
    return {
      name: names[index] ?? field.name,
      type: label,
      kind,
      text: (row) => read(row, text, null),
      json: (row) => read(row, json, "null"),
      number,
      pieces,
    };
  });
  return { columns, rowCount: table.numRows };
}

/** The piece a row lies in: the same as the last one's, mostly. */
function finderOf(lengths: readonly number[]): (row: number) => { piece: number; at: number } {
  const starts = [0];
  for (const length of lengths) starts.push((starts.at(-1) ?? 0) + length);
  const startOf = (piece: number) => starts[piece] ?? 0;
  let last = 0;
  return (row) => {
    if (row < startOf(last) || row >= startOf(last + 1)) {
      let low = 0;
      let high = lengths.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (startOf(middle) <= row) low = middle;
        else high = middle - 1;
      }
      last = low;
    }
    return { piece: last, at: row - startOf(last) };
  };
}

/** Columns of the same name, which SQL allows and files do not: the second is a_2. */
function distinctNames(names: readonly string[]): string[] {
  const taken = new Set(names);
  const seen = new Set<string>();
  return names.map((name) => {
    if (!seen.has(name)) {
      seen.add(name);
      return name;
    }
    let count = 2;
    while (taken.has(`${name}_${count}`)) count++;
    const own = `${name}_${count}`;
    taken.add(own);
    seen.add(own);
    return own;
  });
}
