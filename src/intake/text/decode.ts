import { isAscii, isUtf8 } from "node:buffer";
import type { FileSource } from "../../contracts/index.ts";
import { UnreadableFile } from "../unreadable.ts";

export type Encoding = NonNullable<FileSource["encoding"]>;

export interface DecodedText {
  encoding: Encoding;
  text: AsyncIterable<string>;
}

const byteOrderMarks: readonly [Encoding, readonly number[]][] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];
const zipSignature = [0x50, 0x4b, 0x03, 0x04];

/**
 * Text of a byte stream: a byte order mark wins, then the declared encoding, then strict UTF-8.
 * @throws UnreadableFile, on opening or while reading, where the bytes are not in that encoding.
 */
export async function decodeText(
  chunks: AsyncIterable<Uint8Array>,
  declared: Encoding | undefined,
): Promise<DecodedText> {
  const iterator = chunks[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.length < zipSignature.length) {
    const next = await iterator.next();
    if (next.done) break;
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  }
  if (startsWith(head, zipSignature)) {
    throw new UnreadableFile({
      check: "packed_file",
      expected: "a text file (.csv, .tsv, .csv.gz)",
      remedy: "unpack the archive, or save the workbook's sheet as CSV UTF-8",
    });
  }
  const mark = byteOrderMarks.find(([, bytes]) => startsWith(head, bytes));
  const encoding = mark?.[0] ?? declared ?? "utf-8";
  const markLength = mark?.[1].length ?? 0;
  async function* body(): AsyncGenerator<Uint8Array> {
    if (head.length > markLength) yield head.subarray(markLength);
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  const text = encoding === "utf-8" ? decodeUtf8(body(), markLength) : decodeWith(encoding, body());
  return { encoding, text };
}

function startsWith(bytes: Uint8Array, expected: readonly number[]): boolean {
  return expected.every((byte, index) => bytes[index] === byte);
}

async function* decodeUtf8(chunks: AsyncIterable<Uint8Array>, offset: number) {
  let held = Buffer.alloc(0);
  let read = offset;
  for await (const chunk of chunks) {
    const bytes =
      held.length > 0
        ? Buffer.concat([held, chunk])
        : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    const end = bytes.length - unfinishedBytes(bytes);
    const whole = bytes.subarray(0, end);
    if (!isUtf8(whole)) throw notUtf8(read + firstBadByte(whole));
    held = Buffer.from(bytes.subarray(end));
    read += end;
    if (end > 0) yield whole.toString(isAscii(whole) ? "latin1" : "utf8");
  }
  if (held.length > 0) throw notUtf8(read);
}

/** Bytes at the end that begin a character whose rest lies in the next chunk: 0 to 3. */
function unfinishedBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    return widthOf(byte) > back ? back : 0;
  }
  return 0;
}

/** Bytes of the character that a lead byte opens. */
function widthOf(lead: number): number {
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  return lead >= 0xc2 && lead < 0xe0 ? 2 : 1;
}

function firstBadByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const width = widthOf(bytes[at] ?? 0);
    if (!isUtf8(bytes.subarray(at, at + width))) return at;
    at += width;
  }
  return at;
}

function notUtf8(offset: number): UnreadableFile {
  return new UnreadableFile({
    check: "wrong_encoding",
    value: `UTF-8 at byte ${offset + 1}`,
    expected: "UTF-8 throughout, or a declared encoding",
    remedy: 'declare encoding: "windows-1252" (or "gb18030"), or save the file as UTF-8',
  });
}

async function* decodeWith(encoding: Encoding, chunks: AsyncIterable<Uint8Array>) {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let read = 0;
  const decoded = (chunk?: Uint8Array) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch (cause) {
      throw notIn(encoding, read, read + (chunk?.length ?? 0), cause);
    }
  };
  for await (const chunk of chunks) {
    const text = decoded(chunk);
    read += chunk.length;
    if (text !== "") yield text;
  }
  const rest = decoded();
  if (rest !== "") yield rest;
}

function notIn(encoding: Encoding, from: number, to: number, cause: unknown): UnreadableFile {
  const fault = {
    check: "wrong_encoding",
    value: `${encoding} between byte ${from + 1} and byte ${to}`,
    expected: `${encoding} throughout, as declared`,
    remedy: "declare the encoding the file has, or save it as UTF-8 and declare none",
  };
  return new UnreadableFile(fault, { cause });
}
