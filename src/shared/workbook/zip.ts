/** One file of an archive in pieces, made while it is written: text, or bytes as they are. */
export interface Entry {
  name: string;
  text: Iterable<string | Uint8Array<ArrayBuffer>>;
}

interface Packed {
  name: Uint8Array<ArrayBuffer>;
  parts: Uint8Array<ArrayBuffer>[];
  checksum: number;
  size: number;
  packedSize: number;
}

/** Milliseconds after which whoever else waits, such as a page's reader, has a turn. */
const breath = 40;

const encoder = new TextEncoder();

/** A zip archive, deflated by the platform. Source: PKWARE APPNOTE 6.3.10; below 4 GB, so no zip64. */
export async function zip(entries: Iterable<Entry>): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const { name, text } of entries) {
    const file = await pack(encoder.encode(name), text);
    const head = record("PK\x03\x04", [2, 20, ...common(file)], file.name);
    directory.push(
      record(
        "PK\x01\x02",
        [2, 20, 2, 20, ...common(file), 2, 0, 2, 0, 2, 0, 4, 0, 4, offset],
        file.name,
      ),
    );
    parts.push(head, ...file.parts);
    offset += head.length + file.packedSize;
  }
  const count = directory.length;
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = record("PK\x05\x06", [2, 0, 2, 0, 2, count, 2, count, 4, size, 4, offset, 2, 0]);
  return new Blob([...parts, ...directory, end]);
}

/** Names in UTF-8, deflated, the first day that the format knows: the same content gives the same bytes. */
const common = ({ checksum, size, packedSize, name }: Packed): number[] => [
  ...[2, 0x0800, 2, 8, 2, 0, 2, 0x21],
  ...[4, checksum, 4, packedSize, 4, size, 2, name.length, 2, 0],
];

/** Widths of fields, two or four bytes, each with its value. */
function record(
  signature: string,
  fields: readonly number[],
  name = new Uint8Array(0),
): Uint8Array<ArrayBuffer> {
  const widths = fields.filter((_, place) => place % 2 === 0);
  const length = widths.reduce((sum, width) => sum + width, 4);
  const bytes = new Uint8Array(length + name.length);
  bytes.set(encoder.encode(signature));
  const view = new DataView(bytes.buffer);
  let at = 4;
  for (let place = 0; place < fields.length; place += 2) {
    const value = fields[place + 1] ?? 0;
    if (fields[place] === 4) view.setUint32(at, value, true);
    else view.setUint16(at, value, true);
    at += fields[place] ?? 0;
  }
  bytes.set(name, length);
  return bytes;
}

async function pack(name: Uint8Array<ArrayBuffer>, text: Entry["text"]): Promise<Packed> {
  const stream = new CompressionStream("deflate-raw");
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reading = stream.readable.pipeTo(
    new WritableStream<Uint8Array<ArrayBuffer>>({ write: (part) => void parts.push(part) }),
  );
  const writer = stream.writable.getWriter();
  let checksum = 0xffffffff;
  let size = 0;
  let last = performance.now();
  for (const piece of text) {
    if (performance.now() - last > breath) {
      await new Promise((resolve) => setTimeout(resolve));
      last = performance.now();
    }
    const bytes = typeof piece === "string" ? encoder.encode(piece) : piece;
    checksum = crc(checksum, bytes);
    size += bytes.length;
    await writer.ready;
    // An error of the stream shows where its end is awaited.
    void writer.write(bytes).catch(() => undefined);
  }
  await writer.close();
  await reading;
  const packedSize = parts.reduce((sum, { length }) => sum + length, 0);
  return { name, parts, checksum: (checksum ^ 0xffffffff) >>> 0, size, packedSize };
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 of ISO 3309, continued. */
function crc(before: number, bytes: Uint8Array): number {
  let value = before;
  for (let index = 0; index < bytes.length; index++) {
    value = (table[(value ^ (bytes[index] ?? 0)) & 0xff] ?? 0) ^ (value >>> 8);
  }
  return value;
}
