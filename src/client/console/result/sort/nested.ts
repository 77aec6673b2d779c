import { type Data, Type } from "apache-arrow";
import { spanOf } from "../values/nested.ts";
import { bytesOf } from "../values/types.ts";
import type { TextPiece } from "./texts.ts";
import { type Words, wordsOf } from "./words.ts";

/** Marks before and behind parts, in their order: a list that ends comes before one that goes on, NULL behind all. */
const mark = { end: 0, known: 1, unknown: 2 } as const;

/**
 * Nested values as bytes whose order is that of the values: lists value by value and then by length,
 * structs field by field.
 */
export function nestedBytes(pieces: readonly Data[]): TextPiece[] {
  const scratch = Array.from({ length: 4 }, () => new Uint32Array(1));
  const words = new Map<unknown, Words | undefined>();
  let bytes = new Uint8Array(1 << 16);
  let size = 0;

  const push = (byte: number) => {
    if (size === bytes.length) {
      const larger = new Uint8Array(2 * size);
      larger.set(bytes);
      bytes = larger;
    }
    bytes[size++] = byte;
  };

  const part = (data: Data | undefined, index: number) => {
    if (data?.getValid(index)) {
      push(mark.known);
      value(data, index);
    } else push(mark.unknown);
  };

  const value = (data: Data, index: number): void => {
    const { type } = data;
    if (!words.has(type)) words.set(type, wordsOf(type));
    const ofFixedWidth = words.get(type);
    if (ofFixedWidth) {
      ofFixedWidth.fill(data, index, scratch, 0);
      for (let place = 0; place < ofFixedWidth.count; place++) {
        const word = scratch[place]?.[0] ?? 0;
        for (let shift = 24; shift >= 0; shift -= 8) push((word >>> shift) & 255);
      }
      return;
    }
    switch (type.typeId) {
      case Type.Utf8:
      case Type.Binary:
        for (const byte of bytesOf(data, index)) {
          push(byte);
          if (byte === mark.end) push(255);
        }
        push(mark.end);
        push(mark.end);
        break;
      case Type.List:
      case Type.FixedSizeList:
      case Type.Map: {
        const { from, to } = spanOf(data, index);
        for (let at = from; at < to; at++) part(data.children[0], at);
        push(mark.end);
        break;
      }
      case Type.Struct:
        for (const field of data.children) part(field, data.offset + index);
    }
  };

  const offsets = pieces.map((data) => {
    const starts = new Uint32Array(data.length + 1);
    for (let index = 0; index < data.length; index++) {
      starts[index] = size;
      if (data.getValid(index)) value(data, index);
    }
    starts[data.length] = size;
    return starts;
  });
  return offsets.map((valueOffsets) => ({
    values: bytes,
    valueOffsets,
    length: valueOffsets.length - 1,
  }));
}
