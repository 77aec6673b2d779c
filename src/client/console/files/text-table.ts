import { makeData, makeVector, Table, Utf8 } from "apache-arrow";

/**
 * Rows of texts as an Arrow table, its columns called column_0 and so on. By hand, since Arrow's own
 * builders make functions of strings, which the policy of the page forbids.
 */
export function textTable(rows: readonly (string | null)[][], width: number): Table {
  const columns = Array.from({ length: width }, (_, index) => [
    `column_${index}`,
    textVector(rows.map((row) => row[index] ?? null)),
  ]);
  return new Table(Object.fromEntries(columns));
}

function textVector(cells: readonly (string | null)[]) {
  const { length } = cells;
  const characters = cells.reduce((sum, cell) => sum + (cell?.length ?? 0), 0);
  // A character of a string takes three bytes of UTF-8 at most.
  const data = new Uint8Array(3 * characters);
  const valueOffsets = new Int32Array(length + 1);
  const nullBitmap = new Uint8Array(Math.ceil(length / 8));
  const encoder = new TextEncoder();
  let end = 0;
  let nullCount = 0;
  for (const [place, cell] of cells.entries()) {
    if (cell === null) nullCount += 1;
    else {
      nullBitmap[place >> 3] = (nullBitmap[place >> 3] ?? 0) | (1 << (place & 7));
      end += encoder.encodeInto(cell, data.subarray(end)).written;
    }
    valueOffsets[place + 1] = end;
  }
  return makeVector(
    makeData({
      type: new Utf8(),
      length,
      nullCount,
      nullBitmap,
      valueOffsets,
      data: data.subarray(0, end),
    }),
  );
}
