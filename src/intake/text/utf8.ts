import { isAscii, isUtf8 } from "node:buffer";
import { UnreadableFile } from "../unreadable.ts";

/**
 * Strict UTF-8, whichever way the bytes are cut.
 * @param offset bytes of the file in front of the first chunk
 */
export async function* decodeUtf8(chunks: AsyncIterable<Uint8Array>, offset: number) {
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
export function unfinishedBytes(bytes: Uint8Array): number {
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

/** Offset of the first byte that does not belong to a character. */
export function firstBadByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const width = widthOf(bytes[at] ?? 0);
    if (!isUtf8(bytes.subarray(at, at + width))) return at;
    at += width;
  }
  return at;
}

/** @param reason why no other encoding was taken */
export function notUtf8(offset: number, reason = ""): UnreadableFile {
  return new UnreadableFile({
    check: "wrong_encoding",
    value: `UTF-8 at byte ${offset + 1}${reason}`,
    isPrivate: true,
    expected: "UTF-8 throughout, or a declared encoding",
    remedy:
      'save the file as CSV UTF-8; or, where its text is western European or Chinese, declare encoding: "windows-1252" or "gb18030", and look at the names it then gives',
  });
}
