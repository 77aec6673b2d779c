import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import type { FoundFile } from "../found/files.ts";
import { isGzip, rawBytes } from "../text/bytes.ts";

export interface Scan {
  /** SHA-256 of the file as it lies on the disk, of a zip's member unpacked. */
  sha256: string;
  /** Differs once the file is written again. */
  stamp: string;
  /**
   * Set where every parser cuts the file into the same lines and cells: not packed, UTF-8, no quote,
   * no NUL, no blank line, and one kind of line break throughout.
   */
  plain?: { lineBreak: "\n" | "\r\n"; lines: number };
}

const chunkBytes = 1024 * 1024;
const lineFeed = 10;
const carriageReturn = 13;
const quote = 34;

/** One pass over the bytes. @throws what the system says where the file cannot be read. */
export async function scanFile(file: FoundFile, onBytes: (read: number) => void): Promise<Scan> {
  const hash = createHash("sha256");
  const stamp = await stampOf(file.path);
  const found = {
    isPlain: file.member === undefined && !isGzip(file),
    lineFeeds: 0,
    pairs: 0,
    returns: 0,
  };
  let held = Buffer.alloc(0);
  let read = 0;
  for await (const chunk of rawBytes(file, chunkBytes)) {
    hash.update(chunk);
    read += chunk.length;
    onBytes(read);
    if (!found.isPlain) continue;
    const bytes = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
    const end = bytes.lastIndexOf(lineFeed) + 1;
    if (end === 0 && bytes.length > chunkBytes) found.isPlain = false;
    else scanLines(bytes.subarray(0, end), found);
    held = Buffer.from(bytes.subarray(end));
  }
  if (held.length > 0) {
    scanLines(held, found);
    found.lineFeeds += 1;
    found.pairs += found.returns > 0 ? 1 : 0;
    found.returns += found.returns > 0 ? 1 : 0;
  }
  const { isPlain, lineFeeds, pairs, returns } = found;
  const sha256 = hash.digest("hex");
  if (!isPlain || (returns > 0 && (returns !== pairs || pairs !== lineFeeds)))
    return { sha256, stamp };
  return { sha256, stamp, plain: { lineBreak: returns > 0 ? "\r\n" : "\n", lines: lineFeeds } };
}

export async function stampOf(path: string): Promise<string> {
  const { size, mtimeNs, ino } = await stat(path, { bigint: true });
  return [size, mtimeNs, ino].join(" ");
}

/** Whole lines: neither a character nor a line break ever lies across two calls. */
function scanLines(
  bytes: Buffer,
  found: { isPlain: boolean; lineFeeds: number; pairs: number; returns: number },
): void {
  if (bytes.includes(quote) || bytes.includes(0) || !isUtf8(bytes)) found.isPlain = false;
  if (bytes[0] === lineFeed || bytes[0] === carriageReturn) found.isPlain = false;
  if (bytes.includes("\n\n") || bytes.includes("\n\r")) found.isPlain = false;
  found.lineFeeds += countOf(bytes, lineFeed);
  if (!bytes.includes(carriageReturn)) return;
  found.returns += countOf(bytes, carriageReturn);
  found.pairs += countOf(bytes, "\r\n");
}

/** By the runtime's own search, which for a byte takes half the time of a loop over all bytes. */
function countOf(bytes: Buffer, sought: number | string): number {
  let count = 0;
  for (let at = bytes.indexOf(sought); at >= 0; at = bytes.indexOf(sought, at + 1)) count += 1;
  return count;
}
