import { constants, gzipSync, zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unpackZstd } from "../../../src/client/engine/unpack.ts";

type Bytes = Uint8Array<ArrayBuffer>;

function pack(bytes: Uint8Array, level: number, windowLog = 0): Bytes {
  const { ZSTD_c_compressionLevel, ZSTD_c_windowLog } = constants;
  const params = { [ZSTD_c_compressionLevel]: level, [ZSTD_c_windowLog]: windowLog };
  return new Uint8Array(zstdCompressSync(bytes, { params }));
}

/** As a host sends it: in pieces of any size. */
async function unpack(packed: Bytes, piece = packed.length): Promise<Buffer> {
  const source = new ReadableStream<Bytes>({
    start(controller) {
      for (let from = 0; from < packed.length; from += piece) {
        controller.enqueue(packed.slice(from, from + piece));
      }
      controller.close();
    },
  });
  const stream = source.pipeThrough(unpackZstd());
  return Buffer.from(await new Response(stream).arrayBuffer());
}

/** The same in every run. */
function noise(length: number, range = 256): Uint8Array {
  let state = 42;
  return Uint8Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return (state >> 16) % range;
  });
}

const text = (rows: number) =>
  Buffer.from(
    Array.from(
      { length: rows },
      (_, row) => `C${(row * 7_919) % 5_003},2024-0${(row % 9) + 1},x\n`,
    ).join(""),
  );

describe("a file packed by Zstandard is unpacked to the byte", () => {
  it.each([
    ["nothing", new Uint8Array(0)],
    ["one byte", Uint8Array.of(7)],
    ["text", text(3)],
    ["more text than a block", text(60_000)],
    ["one byte a million times", new Uint8Array(1_000_000).fill(65)],
    ["noise, which nothing packs", noise(300_000)],
    ["few different bytes", noise(300_000, 3)],
    ["bytes of most kinds", noise(300_000, 200)],
    ["a repetition from far behind", Buffer.concat([noise(900_000), text(900), noise(900_000)])],
    ["zeros between texts", Buffer.concat([text(900), new Uint8Array(500_000), text(900)])],
  ])("%s", async (_, bytes) => {
    for (const level of [1, 3, 6, 9, 12, 18, 19, 22]) {
      const unpacked = await unpack(pack(bytes, level));
      expect(unpacked.equals(bytes), `level ${level}`).toBe(true);
    }
  });

  it("whatever it holds, in whatever pieces it comes", async () => {
    const runs = fc.array(
      fc.tuple(fc.uint8Array({ maxLength: 40 }), fc.integer({ min: 1, max: 400 })),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(
        runs,
        fc.integer({ min: 1, max: 19 }),
        fc.integer({ min: 1, max: 5_000 }),
        async (parts, level, piece) => {
          const bytes = Buffer.concat(
            parts.map(([run, times]) => Buffer.concat(Array<Uint8Array>(times).fill(run))),
          );
          expect((await unpack(pack(bytes, level), piece)).equals(bytes)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("by the widest window, with which the engine is packed", async () => {
    const bytes = text(40_000);
    expect((await unpack(pack(bytes, 18, 25), 1_000)).equals(bytes)).toBe(true);
  });
});

describe("what is no whole file is refused", () => {
  const packed = pack(text(20_000), 9);

  it.each([
    ["nothing", new Uint8Array(0)],
    ["a file that ends early", packed.slice(0, -1)],
    ["a file packed otherwise", new Uint8Array(gzipSync(text(9)))],
    ["a page in its place", new Uint8Array(Buffer.from("<!doctype html><p>x</p>"))],
  ])("%s", async (_, bytes) => {
    await expect(unpack(bytes)).rejects.toThrow("not whole, or not packed by Zstandard");
  });
});
