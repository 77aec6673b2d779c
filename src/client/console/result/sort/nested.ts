import { type Data, Type } from "apache-arrow";
import { spanOf } from "../values/nested.ts";
import { bytesOf } from "../values/types.ts";
import { type Words, wordsOf } from "./words.ts";

type Compare = (one: Data, at: number, other: Data, otherAt: number) => number;

/** Lists value by value and then by length, structs field by field; NULL inside comes behind every value. */
export function nestedOrder(): Compare {
  const scratch = Array.from({ length: 4 }, () => new Uint32Array(2));
  const words = new Map<unknown, Words | undefined>();

  const compareKnown: Compare = (one, at, other, otherAt) => {
    const { type } = one;
    if (!words.has(type)) words.set(type, wordsOf(type));
    const ofFixedWidth = words.get(type);
    if (ofFixedWidth) {
      ofFixedWidth.fill(one, at, scratch, 0);
      ofFixedWidth.fill(other, otherAt, scratch, 1);
      return compareWords(scratch.slice(0, ofFixedWidth.count));
    }
    switch (type.typeId) {
      case Type.Utf8:
      case Type.Binary:
        return compareBytes(bytesOf(one, at), bytesOf(other, otherAt));
      case Type.List:
      case Type.FixedSizeList:
      case Type.Map:
        return compareLists(one, at, other, otherAt);
      case Type.Struct:
        return compareFields(one, one.offset + at, other, other.offset + otherAt);
      default:
        return 0;
    }
  };

  const compare: Compare = (one, at, other, otherAt) => {
    const [isKnown, isOtherKnown] = [one.getValid(at), other.getValid(otherAt)];
    return isKnown && isOtherKnown
      ? compareKnown(one, at, other, otherAt)
      : Number(isOtherKnown) - Number(isKnown);
  };

  const compareLists: Compare = (one, at, other, otherAt) => {
    const [span, otherSpan] = [spanOf(one, at), spanOf(other, otherAt)];
    const [values, otherValues] = [one.children[0], other.children[0]];
    const [length, otherLength] = [span.to - span.from, otherSpan.to - otherSpan.from];
    for (let step = 0; step < Math.min(length, otherLength); step++) {
      if (!values || !otherValues) break;
      const found = compare(values, span.from + step, otherValues, otherSpan.from + step);
      if (found !== 0) return found;
    }
    return length - otherLength;
  };

  const compareFields: Compare = (one, at, other, otherAt) => {
    for (const [place, field] of one.children.entries()) {
      const otherField = other.children[place];
      const found = otherField ? compare(field, at, otherField, otherAt) : 0;
      if (found !== 0) return found;
    }
    return 0;
  };

  return compare;
}

function compareWords(words: readonly Uint32Array[]): number {
  for (const word of words) {
    const [one = 0, other = 0] = word;
    if (one !== other) return one - other;
  }
  return 0;
}

function compareBytes(one: Uint8Array, other: Uint8Array): number {
  const shared = Math.min(one.length, other.length);
  for (let at = 0; at < shared; at++) {
    const found = (one[at] ?? 0) - (other[at] ?? 0);
    if (found !== 0) return found;
  }
  return one.length - other.length;
}
