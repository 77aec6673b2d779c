import { open } from "node:fs/promises";

const signatures: readonly (readonly [start: string, what: string])[] = [
  ["\x89PNG", "a picture"],
  ["\xff\xd8\xff", "a picture"],
  ["GIF8", "a picture"],
  ["%PDF", "a PDF"],
  ["\xd0\xcf\x11\xe0", "an Excel workbook (.xls) or another Office file"],
  ["PAR1", "a parquet file"],
  ["SQLite format 3", "a database"],
];
const headBytes = 4_096;
/** Marks of UTF-16, whose letters hold zero bytes. */
const wideMarks = ["\xff\xfe", "\xfe\xff"];
const packed = ["PK\x03\x04", "\x1f\x8b"];

/**
 * What a file is that holds no text, in words; undefined where it may be text. Archives are left to
 * the reader, which knows them.
 */
export async function binaryKind(path: string): Promise<string | undefined> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const head = buffer.toString("latin1", 0, bytesRead);
    const known = signatures.find(([start]) => head.startsWith(start));
    if (known) return known[1];
    if ([...wideMarks, ...packed].some((mark) => head.startsWith(mark))) return undefined;
    return isText(buffer.subarray(0, bytesRead)) ? undefined : "binary data";
  } finally {
    await file.close();
  }
}

/** Text has line breaks and tabs, hardly another control byte; in UTF-16 every second one is zero. */
function isText(bytes: Uint8Array): boolean {
  const control = bytes.filter(
    (byte) => byte > 0 && (byte < 9 || (byte > 13 && byte < 32) || byte === 127),
  );
  const zeros = [0, 1].map(
    (side) => bytes.filter((byte, place) => byte === 0 && place % 2 === side).length,
  );
  return control.length <= bytes.length / 50 && Math.min(...zeros) === 0;
}
