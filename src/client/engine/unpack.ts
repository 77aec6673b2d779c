import { decompress } from "fzstd";

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Undoes Zstandard's packing, which takes a quarter less than gzip's and which browsers do not know by
 * themselves. All at once when all has come: in pieces the library takes six times as long.
 *
 * @throws into the stream where what came is not whole, or packed otherwise
 */
export function unpackZstd(): TransformStream<Bytes, Bytes> {
  const pieces: Bytes[] = [];
  return new TransformStream({
    transform(piece) {
      pieces.push(piece);
    },
    async flush(controller) {
      const packed = new Uint8Array(await new Blob(pieces).arrayBuffer());
      controller.enqueue(unpacked(packed));
    },
  });
}

function unpacked(packed: Bytes): Bytes {
  try {
    if (packed.length === 0) throw new Error("it is empty");
    return decompress(packed) as Bytes;
  } catch (cause) {
    throw new Error("a packed file is not whole, or not packed by Zstandard", { cause });
  }
}
