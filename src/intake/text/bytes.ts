import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import type { FoundFile } from "../found/files.ts";
import { openMember } from "../packed/archive.ts";
import { guarded } from "../packed/limits.ts";
import { UnreadableFile } from "../unreadable.ts";

const chunkBytes = 128 * 1024;

export interface FileBytes {
  /** Unpacked bytes, for one pass. */
  chunks: AsyncIterable<Uint8Array>;
  /** Bytes of the file read so far, as they lie on the disk; those of a zip's member unpacked. */
  readonly read: number;
  /** SHA-256 of the same bytes; reads on where the pass stopped early. */
  sha256(): Promise<string>;
}

/** Streams a file or a zip's member, unpacked where it ends in .gz; hashes and counts on the way. */
export function openBytes(found: Pick<FoundFile, "path" | "member">): FileBytes {
  const hash = createHash("sha256");
  let read = 0;
  let isWhole = false;

  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of rawBytes(found)) {
      hash.update(chunk);
      read += chunk.length;
      yield chunk;
    }
    isWhole = true;
  }

  return {
    chunks: isGzip(found) ? guarded(gunzipped(counted()), () => read) : counted(),
    get read() {
      return read;
    },
    sha256: async () => (isWhole ? hash.digest("hex") : await hashOf(found)),
  };
}

/** What zlib says, in words of somebody who never met it. */
const wordsFor: Readonly<Record<string, string>> = {
  "incorrect header check": "it is not packed, whatever its name says",
  "unexpected end of file": "it ends before its end",
};

async function* gunzipped(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: chunkBytes });
  pipeline(packed, gunzip, () => undefined);
  try {
    yield* gunzip;
  } catch (cause) {
    throw new UnreadableFile(
      {
        check: "broken_gzip",
        value: wordsFor[cause instanceof Error ? cause.message : ""] ?? "its bytes are damaged",
        expected: "a whole gzip file",
        remedy: "copy or pack the file again, or give it unpacked",
      },
      { cause },
    );
  }
}

/** A file whose unpacked bytes are others than those on the disk. A zip's member counts unpacked. */
export function isGzip({ path, member }: Pick<FoundFile, "path" | "member">): boolean {
  return member === undefined && path.toLowerCase().endsWith(".gz");
}

/** Bytes as they lie on the disk; those of a zip's member unpacked. */
export function rawBytes(
  { path, member }: Pick<FoundFile, "path" | "member">,
  atOnce = chunkBytes,
): AsyncIterable<Buffer> {
  if (member !== undefined) return openMember(path, member);
  return createReadStream(path, { highWaterMark: atOnce });
}

async function hashOf(found: Pick<FoundFile, "path" | "member">): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of rawBytes(found)) hash.update(chunk);
  return hash.digest("hex");
}
