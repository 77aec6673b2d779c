import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open, rm } from "node:fs/promises";

/**
 * One file holds all of an entry: signature, length of the head (four bytes, little end first), the
 * head as JSON, the rows as they are, and the SHA-256 of everything before it.
 */
const signature = Buffer.from("HGCACHE1");
const lengthBytes = 4;
const digestBytes = 32;
const chunkBytes = 1024 * 1024;

interface Head {
  key: string;
  content: unknown;
}

/** Writes an entry with the bytes of `rows` (none where it is undefined); a plain new file. */
export async function writeEntry(
  path: string,
  { key, content }: Head,
  rows: string | undefined,
): Promise<void> {
  const head = Buffer.from(JSON.stringify({ key, content } satisfies Head));
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32LE(head.length);
  const hash = createHash("sha256");
  const file = await open(path, "wx");
  try {
    const write = async (bytes: Uint8Array) => {
      hash.update(bytes);
      await file.writeFile(bytes);
    };
    for (const bytes of [signature, length, head]) await write(bytes);
    if (rows !== undefined) {
      for await (const bytes of createReadStream(rows, { highWaterMark: chunkBytes })) {
        await write(bytes as Uint8Array);
      }
    }
    await file.writeFile(hash.digest());
  } finally {
    await file.close();
  }
}

/**
 * Reads an entry and copies its rows to `rowsTo` on the way, so that what was verified is what is
 * loaded, whatever happens to the entry afterwards.
 * @returns its content, or undefined where one byte of it is not as it was written, or the key differs.
 */
export async function readEntry(path: string, key: string, rowsTo: string): Promise<unknown> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const headAt = signature.length + lengthBytes;
    if (size < headAt + digestBytes) return undefined;
    const start = await bytesAt(file, 0, headAt);
    const headLength = start.readUInt32LE(signature.length);
    const rowsAt = headAt + headLength;
    const digestAt = size - digestBytes;
    if (!start.subarray(0, signature.length).equals(signature) || rowsAt > digestAt) {
      return undefined;
    }
    const head = await bytesAt(file, headAt, headLength);
    const hash = createHash("sha256").update(start).update(head);
    await copyRows(file, rowsAt, digestAt, hash, rowsTo);
    const digest = await bytesAt(file, digestAt, digestBytes);
    const content = hash.digest().equals(digest) ? contentOf(head, key) : undefined;
    if (content === undefined) await rm(rowsTo, { force: true });
    return content;
  } finally {
    await file.close();
  }
}

function contentOf(head: Buffer, key: string): unknown {
  const entry = JSON.parse(head.toString()) as Head;
  return entry.key === key ? entry.content : undefined;
}

async function copyRows(from: FileHandle, start: number, end: number, hash: Hash, to: string) {
  const target = await open(to, "w");
  try {
    for (let at = start; at < end; at += chunkBytes) {
      const bytes = await bytesAt(from, at, Math.min(chunkBytes, end - at));
      hash.update(bytes);
      await target.writeFile(bytes);
    }
  } finally {
    await target.close();
  }
}

/** Shorter where the file was cut since; the digest then differs. */
async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
