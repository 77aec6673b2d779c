import { sortByWords } from "./radix.ts";

/** Texts one behind another, and where each begins; the last offset is where they end. */
export interface TextPiece {
  values: Uint8Array;
  valueOffsets: ArrayLike<number>;
  length: number;
}

/** Where the bytes of each row's text lie. */
interface Texts {
  pieces: readonly Uint8Array[];
  piece: Uint32Array;
  start: Uint32Array;
  length: Uint32Array;
}

const step = 8;

/**
 * Sorts rows by the bytes of their texts, which for UTF-8 is the order of the code points and DuckDB's
 * own: eight bytes at a time, then those with the same eight by the next.
 *
 * @param rows row numbers, all with a text
 * @param flip all bits where the last comes first
 */
export function sortTexts(
  rows: Uint32Array,
  rowCount: number,
  pieces: readonly TextPiece[],
  flip: number,
): void {
  const texts = textsOf(rowCount, pieces);
  const words = [new Uint32Array(rowCount), new Uint32Array(rowCount)] as const;
  const spare = new Uint32Array(rows.length);
  const waiting = [{ from: 0, to: rows.length, depth: 0 }];
  for (let stretch = waiting.pop(); stretch; stretch = waiting.pop()) {
    const { from, to, depth } = stretch;
    fillWords(rows, from, to, texts, depth, words, flip);
    sortByWords(rows, from, to, words, spare);
    for (const run of runsOf(rows, from, to, words)) {
      const longest = lengthsOf(rows, run.from, run.to, texts);
      if (longest.most > depth + step) waiting.push({ ...run, depth: depth + step });
      else if (longest.least < longest.most) {
        // They differ by zero bytes at their ends only.
        for (let at = run.from; at < run.to; at++) {
          const row = rows[at] ?? 0;
          words[0][row] = ((texts.length[row] ?? 0) ^ flip) >>> 0;
        }
        sortByWords(rows, run.from, run.to, [words[0]], spare);
      }
    }
  }
}

function textsOf(rowCount: number, pieces: readonly TextPiece[]): Texts {
  const texts = {
    pieces: pieces.map(({ values }) => values),
    piece: new Uint32Array(rowCount),
    start: new Uint32Array(rowCount),
    length: new Uint32Array(rowCount),
  };
  let row = 0;
  for (const [piece, { length, valueOffsets }] of pieces.entries()) {
    for (let index = 0; index < length; index++, row++) {
      const start = valueOffsets[index] ?? 0;
      texts.piece[row] = piece;
      texts.start[row] = start;
      texts.length[row] = (valueOffsets[index + 1] ?? 0) - start;
    }
  }
  return texts;
}

function fillWords(
  rows: Uint32Array,
  from: number,
  to: number,
  { pieces, piece, start, length }: Texts,
  depth: number,
  [high, low]: readonly [Uint32Array, Uint32Array],
  flip: number,
): void {
  for (let at = from; at < to; at++) {
    const row = rows[at] ?? 0;
    const bytes = pieces[piece[row] ?? 0] ?? new Uint8Array(0);
    const first = (start[row] ?? 0) + depth;
    const end = (start[row] ?? 0) + (length[row] ?? 0);
    const byte = (place: number) => (first + place < end ? (bytes[first + place] ?? 0) : 0);
    high[row] = ((byte(0) << 24) | (byte(1) << 16) | (byte(2) << 8) | byte(3)) ^ flip;
    low[row] = ((byte(4) << 24) | (byte(5) << 16) | (byte(6) << 8) | byte(7)) ^ flip;
  }
}

interface Run {
  from: number;
  to: number;
}

/** Stretches of more than one row with the same words. */
function runsOf(
  rows: Uint32Array,
  from: number,
  to: number,
  [high, low]: readonly [Uint32Array, Uint32Array],
): Run[] {
  const runs: Run[] = [];
  let first = from;
  for (let at = from + 1; at <= to; at++) {
    const one = rows[first] ?? 0;
    const row = rows[at] ?? 0;
    if (at < to && high[row] === high[one] && low[row] === low[one]) continue;
    if (at - first > 1) runs.push({ from: first, to: at });
    first = at;
  }
  return runs;
}

function lengthsOf(rows: Uint32Array, from: number, to: number, { length }: Texts) {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let at = from; at < to; at++) {
    const own = length[rows[at] ?? 0] ?? 0;
    least = Math.min(least, own);
    most = Math.max(most, own);
  }
  return { least, most };
}
