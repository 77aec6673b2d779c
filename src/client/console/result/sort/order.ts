import { type Data, Type } from "apache-arrow";
import type { ResultColumn } from "../values/result.ts";
import { nestedBytes } from "./nested.ts";
import { sortByWords } from "./radix.ts";
import { sortTexts } from "./texts.ts";
import { wordsOf } from "./words.ts";

export type Direction = "ascending" | "descending";

/** Row numbers in the order of a column: as DuckDB compares, equal ones as they came, NULL last either way. */
export function orderBy(
  column: ResultColumn,
  rowCount: number,
  direction: Direction,
): Uint32Array<ArrayBuffer> {
  const { pieces } = column;
  const rows = new Uint32Array(rowCount);
  const known = placeKnown(rows, pieces);
  const flip = direction === "ascending" ? 0 : 0xffffffff;
  const type = pieces[0]?.type;
  if (type === undefined) return rows;
  const ofFixedWidth = wordsOf(type);
  if (ofFixedWidth) {
    const words = Array.from({ length: ofFixedWidth.count }, () => new Uint32Array(rowCount));
    let row = 0;
    for (const data of pieces) {
      for (let index = 0; index < data.length; index++, row++) {
        ofFixedWidth.fill(data, index, words, row);
      }
    }
    if (flip) for (const word of words) turnAround(word);
    sortByWords(rows, 0, known.length, words, new Uint32Array(rowCount));
  } else {
    const isText = type.typeId === Type.Utf8 || type.typeId === Type.Binary;
    sortTexts(known, rowCount, isText ? pieces : nestedBytes(pieces), flip);
  }
  return rows;
}

/** The rows with a value at the front, the others behind them; the front is given back. */
function placeKnown(rows: Uint32Array, pieces: readonly Data[]): Uint32Array {
  const unknown: number[] = [];
  let count = 0;
  let row = 0;
  for (const data of pieces) {
    const isWhole = data.nullCount === 0;
    for (let index = 0; index < data.length; index++, row++) {
      if (isWhole || data.getValid(index)) rows[count++] = row;
      else unknown.push(row);
    }
  }
  rows.set(unknown, count);
  return rows.subarray(0, count);
}

function turnAround(word: Uint32Array): void {
  for (let at = 0; at < word.length; at++) word[at] = ~(word[at] ?? 0);
}
