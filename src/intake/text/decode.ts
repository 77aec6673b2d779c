import { decodeWith, type Encoding } from "./decode-with.ts";
import { foreignFile, utf32 } from "./foreign.ts";
import { decodeUndeclared } from "./undeclared.ts";
import { decodeUtf8 } from "./utf8.ts";

/** While the text is read, encoding and isDetected may still change: the first odd byte decides. */
export interface DecodedText {
  readonly encoding: Encoding;
  /** Whether the encoding was guessed from the bytes; neither declared nor UTF-8. */
  readonly isDetected: boolean;
  text: AsyncIterable<string>;
}

const byteOrderMarks: readonly [Encoding, readonly number[]][] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];
/** Of UTF-32, which begins as that of UTF-16 does. */
const wideMark = [0xff, 0xfe, 0, 0];

/** Bytes of the head, where UTF-16 without a mark shows by its NULs. */
const headBytes = 512;

/**
 * Text of a byte stream: a byte order mark wins, then the declared encoding, then strict UTF-8, then
 * what the bytes can only be.
 * @throws UnreadableFile, on opening or while reading, where the bytes are not in that encoding.
 */
export async function decodeText(
  chunks: AsyncIterable<Uint8Array>,
  declared: Encoding | undefined,
): Promise<DecodedText> {
  const iterator = chunks[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.length < headBytes) {
    const next = await iterator.next();
    if (next.done) break;
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  }
  if (startsWith(head, wideMark)) throw utf32();
  const mark = byteOrderMarks.find(([, bytes]) => startsWith(head, bytes));
  const markLength = mark?.[1].length ?? 0;
  async function* body(): AsyncGenerator<Uint8Array> {
    if (head.length > markLength) yield head.subarray(markLength);
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  const wide = declared ? undefined : wideEncoding(head.subarray(0, headBytes));
  const foreign = mark ? undefined : foreignFile(head, declared ?? wide);
  if (foreign) throw foreign;
  const known = mark?.[0] ?? declared;
  if (known === "utf-8")
    return { encoding: known, isDetected: false, text: decodeUtf8(body(), markLength) };
  if (known)
    return {
      encoding: known,
      isDetected: false,
      text: decodeWith(known, body(), mark ? "marked" : "declared"),
    };
  if (wide) return { encoding: wide, isDetected: true, text: decodeWith(wide, body(), "detected") };
  const found = { encoding: "utf-8" as Encoding, isDetected: false };
  const text = decodeUndeclared(body(), 0, (encoding) => {
    Object.assign(found, { encoding, isDetected: true });
  });
  return Object.assign(found, { text });
}

function startsWith(bytes: Uint8Array, expected: readonly number[]): boolean {
  return expected.every((byte, index) => bytes[index] === byte);
}

/** UTF-16 without a mark: of each pair of bytes the same one is NUL, mostly; no other text has one. */
function wideEncoding(head: Uint8Array): Encoding | undefined {
  const nulls = [0, 0];
  for (const [index, byte] of head.entries()) {
    if (byte === 0) nulls[index % 2] = (nulls[index % 2] ?? 0) + 1;
  }
  const [first = 0, second = 0] = nulls;
  const enough = hasNarrowStart(head) ? 4 : Math.max(4, head.length / 4);
  if (second >= enough && first * 8 <= second) return "utf-16le";
  return first >= enough && second * 8 <= first ? "utf-16be" : undefined;
}

/** A header of plain letters in UTF-16, whatever stands in the rows. */
function hasNarrowStart(head: Uint8Array): boolean {
  const start = head.subarray(0, 8);
  const isAt = (odd: number) => start.every((byte, index) => (byte === 0) === (index % 2 === odd));
  return start.length === 8 && (isAt(0) || isAt(1));
}
