import { type Data, type DataType, Type } from "apache-arrow";
import { bytesInteger, intervalOf } from "../values/types.ts";

/** Words of one value, the highest first, whose order as numbers is the order of the values. */
export interface Words {
  count: 1 | 2 | 4;
  fill: (data: Data, index: number, words: readonly Uint32Array[], row: number) => void;
}

const top = 0x80000000;

/** How values of a fixed width are ordered; nothing for texts and nested values. */
export function wordsOf(type: DataType): Words | undefined {
  switch (type.typeId) {
    case Type.Int:
      return wholeWords(type as DataType & { bitWidth: number; isSigned: boolean });
    case Type.Date:
      return signed32;
    case Type.Timestamp:
    case Type.Time:
      return wholeWords({ bitWidth: 64, isSigned: true });
    case Type.Float:
      return doubleWords;
    case Type.Decimal:
      return decimalWords;
    case Type.Bool:
      return truthWords;
    case Type.Dictionary:
      // Enums are ordered as they were declared.
      return wordsOf((type as DataType & { indices: DataType }).indices);
    case Type.Interval:
      return intervalWords;
    case Type.FixedSizeBinary:
      return (type as DataType & { byteWidth: number }).byteWidth === 16 ? wideWords : undefined;
    default:
      return undefined;
  }
}

const put = (words: readonly Uint32Array[], place: number, row: number, value: number): void => {
  const word = words[place];
  if (word) word[row] = value;
};

const signed32: Words = {
  count: 1,
  fill: ({ values }, index, words, row) => put(words, 0, row, Number(values[index]) ^ top),
};

const unsigned32: Words = {
  count: 1,
  fill: ({ values }, index, words, row) => put(words, 0, row, values[index]),
};

const halves = new WeakMap<ArrayBufferView, Uint32Array>();

/** The same bytes as words of 32 bits, the lower half of a value first. */
function halvesOf(values: ArrayBufferView): Uint32Array {
  let found = halves.get(values);
  if (!found) {
    found = new Uint32Array(values.buffer, values.byteOffset, values.byteLength / 4);
    halves.set(values, found);
  }
  return found;
}

function wholeWords({ bitWidth, isSigned }: { bitWidth: number; isSigned: boolean }): Words {
  if (bitWidth < 64) return isSigned ? signed32 : unsigned32;
  const flip = isSigned ? top : 0;
  return {
    count: 2,
    fill: ({ values }, index, words, row) => {
      const own = halvesOf(values);
      put(words, 0, row, (own[2 * index + 1] ?? 0) ^ flip);
      put(words, 1, row, own[2 * index] ?? 0);
    },
  };
}

const bits = new DataView(new ArrayBuffer(8));

/** Minus zero is zero; what is no number comes behind all others, as DuckDB has it. */
const doubleWords: Words = {
  count: 2,
  fill: ({ values }, index, words, row) => {
    const value: number = values[index];
    bits.setFloat64(0, value === 0 ? 0 : value);
    const high = Number.isNaN(value) ? 0x7fffffff : bits.getUint32(0);
    const low = bits.getUint32(4);
    const isNegative = high >= top;
    put(words, 0, row, isNegative ? ~high : high ^ top);
    put(words, 1, row, isNegative ? ~low : low);
  },
};

const decimalWords: Words = {
  count: 4,
  fill: ({ values }, index, words, row) => {
    put(words, 0, row, values[4 * index + 3] ^ top);
    for (let place = 1; place < 4; place++) put(words, place, row, values[4 * index + 3 - place]);
  },
};

const truthWords: Words = {
  count: 1,
  fill: ({ values, offset }, index, words, row) => {
    const at = offset + index;
    put(words, 0, row, ((values[at >> 3] ?? 0) >> (at & 7)) & 1);
  },
};

const putWide = (words: readonly Uint32Array[], row: number, value: bigint): void => {
  for (let place = 0; place < 4; place++) {
    put(words, place, row, Number((value >> BigInt(96 - 32 * place)) & 0xffffffffn));
  }
};

/** Months count as 30 days and days as 24 hours, as DuckDB compares them. */
const intervalWords: Words = {
  count: 4,
  fill: (data, index, words, row) => {
    const { months, days, nanoseconds } = intervalOf(data, index);
    const length = BigInt(months * 30 + days) * 86_400_000_000_000n + nanoseconds;
    putWide(words, row, length + (1n << 127n));
  },
};

const wideWords: Words = {
  count: 4,
  fill: ({ values }, index, words, row) =>
    putWide(words, row, bytesInteger(values.subarray(16 * index, 16 * index + 16))),
};
