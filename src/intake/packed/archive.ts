import { crc32 } from "node:zlib";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { UnreadableFile } from "../unreadable.ts";
import { guarded } from "./limits.ts";

/** Names are decoded by us: the library would stop at the first that leads out of the archive. */
const options = { decodeStrings: false, autoClose: false };

/**
 * Walks the directory of a zip archive.
 * @throws UnreadableFile where it is none, or broken
 */
export async function* entriesOf(path: string): AsyncGenerator<{ zip: ZipFile; entry: Entry }> {
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, options);
    for await (const entry of zip.eachEntry()) yield { zip, entry };
  } catch (cause) {
    throw brokenZip(cause);
  } finally {
    zip?.close();
  }
}

/**
 * Unpacked bytes of one member, by its place in the archive's directory; its size and checksum
 * are those the directory tells, or it is broken.
 */
export async function* openMember(path: string, place: number): AsyncGenerator<Buffer> {
  let at = 0;
  for await (const { zip, entry } of entriesOf(path)) {
    if (at++ !== place) continue;
    yield* guarded(unpacked(zip, entry), () => entry.compressedSize);
    return;
  }
}

async function* unpacked(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let sum = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (cause) {
    throw brokenZip(cause);
  }
  if (sum !== entry.crc32) throw brokenZip(new Error("the checksum does not fit the content"));
}

/** The library speaks of signatures and records. */
function inOurWords(message: string): string {
  if (message.startsWith("Invalid comment length")) {
    return "bytes stand behind its end, as where something was written into it while it was copied";
  }
  if (message.startsWith("End of central directory")) {
    return "its end is missing, as where it was copied in part, or is no zip archive";
  }
  if (/signature|central directory|zip64/i.test(message)) {
    return "its directory does not fit what it holds";
  }
  return message;
}

/** What the system says of the file itself is passed on. */
function brokenZip(cause: unknown): unknown {
  if (cause instanceof UnreadableFile || !(cause instanceof Error) || "syscall" in cause) {
    return cause;
  }
  const fault = {
    check: "broken_zip",
    value: inOurWords(cause.message),
    expected: "a whole zip archive",
    remedy: "copy or pack the file again, or give it unpacked",
  };
  return new UnreadableFile(fault, { cause });
}
