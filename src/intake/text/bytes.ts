import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { UnreadableFile } from "../unreadable.ts";

const chunkBytes = 128 * 1024;

export interface FileBytes {
  /** Unpacked bytes, for one pass. */
  chunks: AsyncIterable<Uint8Array>;
  /** Bytes of the file read so far, as they lie on the disk. */
  readonly read: number;
  /** SHA-256 of the file as it lies on the disk; reads on where the pass stopped early. */
  sha256(): Promise<string>;
}

/** Streams a file, unpacked where its name ends in .gz; hashes and counts on the way. */
export function openBytes(path: string): FileBytes {
  const hash = createHash("sha256");
  let read = 0;
  let isWhole = false;

  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
      hash.update(chunk);
      read += chunk.length;
      yield chunk;
    }
    isWhole = true;
  }

  return {
    chunks: path.toLowerCase().endsWith(".gz") ? gunzipped(counted()) : counted(),
    get read() {
      return read;
    },
    sha256: async () => (isWhole ? hash.digest("hex") : await hashFile(path)),
  };
}

async function* gunzipped(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: chunkBytes });
  pipeline(packed, gunzip, () => undefined);
  try {
    yield* gunzip;
  } catch (cause) {
    throw new UnreadableFile(
      {
        check: "broken_gzip",
        value: cause instanceof Error ? cause.message : String(cause),
        expected: "a whole gzip file",
        remedy: "copy or pack the file again, or give it unpacked",
      },
      { cause },
    );
  }
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}
