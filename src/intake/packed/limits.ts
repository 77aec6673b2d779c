import { UnreadableFile } from "../unreadable.ts";

/** Exports shrink 3 to 50 times; deflate itself reaches 1,032 on a file of one repeated letter. */
const highestRatio = 300;

/** Below this even a file of one repeated letter is read in a second, so that its ratio is no matter. */
const harmlessBytes = 8 * 1024 ** 2;

/** Sixty times the largest export this was made for, 10 million rows of usage in 330 MB. */
const mostUnpackedBytes = 20 * 1000 ** 3;

/** Whether packed data grows as only data made to harm does. */
export function isBomb(packedBytes: number, unpackedBytes: number): boolean {
  if (unpackedBytes > mostUnpackedBytes) return true;
  return unpackedBytes > harmlessBytes && unpackedBytes > packedBytes * highestRatio;
}

export function bomb(unpackedBytes: number): UnreadableFile {
  return new UnreadableFile({
    check: "unpacks_too_large",
    value: `${Math.ceil(unpackedBytes / 1000 ** 2)} MB or more`,
    expected: `at most ${highestRatio} times the packed size, and ${mostUnpackedBytes / 1000 ** 3} GB`,
    remedy: "check where the file comes from; if it is sound, unpack it and name the unpacked file",
  });
}

/** Passes chunks on until they are too many for what was packed. */
export async function* guarded<Chunk extends Uint8Array>(
  chunks: AsyncIterable<Chunk>,
  packedBytes: () => number,
): AsyncGenerator<Chunk> {
  let unpacked = 0;
  for await (const chunk of chunks) {
    unpacked += chunk.length;
    if (isBomb(packedBytes(), unpacked)) throw bomb(unpacked);
    yield chunk;
  }
}
