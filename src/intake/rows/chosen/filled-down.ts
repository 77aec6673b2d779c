import { normalised, suggestion } from "../../../contracts/index.ts";
import type { RecordBatch } from "../../text/records.ts";
import type { Fault } from "../../unreadable.ts";

/** What is wrong with the headers that fill_down names. */
export function checkFillDown(
  names: readonly string[] = [],
  header: readonly string[] = [],
): Fault[] {
  return names
    .filter((name) => cellOf(name, header) === -1)
    .map((name) => ({
      check: "missing_header",
      value: name,
      expected: `one of ${header.map((theirs) => theirs.trim()).join(", ")}`,
      remedy: `${suggestion(name, header)}correct fill_down, or take it out`,
    }));
}

/**
 * The records with each blank cell of the named headers as the one above it. A row whose cells are
 * not where they belong may begin a group: below it nothing is filled until a row names the next.
 */
export async function* filledDown(
  batches: AsyncIterable<RecordBatch>,
  header: readonly string[],
  names: readonly string[] = [],
): AsyncGenerator<RecordBatch> {
  if (names.length === 0) return yield* batches;
  const cells = names.map((name) => cellOf(name, header));
  const above = new Map<number, string>();
  for await (const batch of batches) {
    const records = batch.records.map((record, index) => {
      const isAstray = record.slice(header.length).some((cell) => cell.trim() !== "");
      if (!isAstray && !batch.malformed?.has(index)) return filled(record, cells, above);
      above.clear();
      return record;
    });
    yield { ...batch, records };
  }
}

function filled(
  record: readonly string[],
  cells: readonly number[],
  above: Map<number, string>,
): readonly string[] {
  let copy: string[] | undefined;
  for (const cell of cells) {
    const own = record[cell] ?? "";
    if (own.trim() !== "") above.set(cell, own);
    else if (above.has(cell)) {
      copy ??= [...record];
      while (copy.length < cell) copy.push("");
      copy[cell] = above.get(cell) ?? "";
    }
  }
  return copy ?? record;
}

function cellOf(name: string, header: readonly string[]): number {
  return header.findIndex((theirs) => normalised(theirs) === normalised(name));
}
