import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCatalogue } from "../../src/contracts/index.ts";
import { decodeText } from "../../src/intake/text/decode.ts";
import type { Encoding } from "../../src/intake/text/decode-with.ts";
import { withLineFeeds } from "../../src/intake/text/line-breaks.ts";
import { openRecords } from "../../src/intake/text/records.ts";
import { UnreadableFile } from "../../src/intake/unreadable.ts";
import { encodeLegacy } from "./legacy-bytes.ts";
import { readCompany } from "./reading.ts";

/*
 * What a damaged byte may do without a word: change the text of the one cell it lies in, to text
 * that the encoding has. A 3 that became a 4 is a number like any other, and no format without a
 * checksum could tell. Detectable is everything else: bytes that the encoding does not have, and
 * signs of the format that went, came or moved. Then the file is refused, a row is set aside, or
 * the rows are told of as odd; and unless the file is refused, every record that the damage does
 * not touch is there as it was, even then. A cut takes the records behind it, which no format
 * without an end mark could tell; the rest stays what it was, but for the cell it ends in.
 */

type Delimiter = "," | ";" | "\t" | "|";

interface Written {
  bytes: Buffer;
  /** Offset behind each record. */
  ends: number[];
}

interface Damage {
  kind: "flip" | "replace" | "insert" | "delete" | "cut";
  /** Place as a share of the file. */
  share: number;
  value: number;
}

const signs: Record<Encoding, string[]> = {
  "utf-8": ["é", "中", "😀"],
  "utf-16le": ["é", "中", "😀"],
  "utf-16be": ["é", "中", "😀"],
  "windows-1252": ["é", "€", "ß"],
  gb18030: ["中", "国", "。"],
};

function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === "utf-8") return Buffer.from(text);
  if (encoding === "utf-16le") return Buffer.from(text, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(text, "utf16le").swap16();
  return encodeLegacy(text, encoding);
}

const isWide = (encoding: Encoding) => encoding.startsWith("utf-16");

function write(
  records: readonly (readonly string[])[],
  delimiter: Delimiter,
  lineBreak: string,
  encoding: Encoding,
): Written {
  const quote = (cell: string) =>
    /[",;\t|\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  let bytes = isWide(encoding) ? encode("\ufeff", encoding) : Buffer.alloc(0);
  const ends = records.map((record) => {
    const line = encode(record.map(quote).join(delimiter) + lineBreak, encoding);
    bytes = Buffer.concat([bytes, line]);
    return bytes.length;
  });
  return { bytes, ends };
}

function damaged(bytes: Buffer, { kind, share, value }: Damage): { broken: Buffer; at: number } {
  const at = Math.min(bytes.length - 1, Math.floor(share * bytes.length));
  const before = bytes.subarray(0, at);
  const behind = bytes.subarray(at + 1);
  const old = bytes[at] ?? 0;
  const made = {
    flip: () => [before, Buffer.of(old ^ (1 << (value % 8))), behind],
    replace: () => [before, Buffer.of(value), behind],
    insert: () => [before, Buffer.of(value), bytes.subarray(at)],
    delete: () => [before, behind],
    cut: () => [before],
  };
  return { broken: Buffer.concat(made[kind]()), at };
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 11) yield bytes.subarray(at, at + 11);
}

interface Outcome {
  records: (readonly string[])[];
  /** Whether a word is said: the file is refused, a row set aside or told of as odd. */
  isTold: boolean;
  isRefused: boolean;
}

async function read(bytes: Buffer, delimiter: Delimiter, encoding: Encoding): Promise<Outcome> {
  const declared = encoding === "gb18030" || encoding === "windows-1252" ? encoding : undefined;
  try {
    const decoded = await decodeText(inPieces(bytes), declared);
    const options = { skip_lines: 0, delimiter };
    const table = await openRecords(withLineFeeds(decoded.text), options);
    const { header, oddities } = table;
    const records: (readonly string[])[] = [header];
    let isTold = false;
    for await (const batch of table.batches) {
      records.push(...batch.records);
      isTold ||= (batch.malformed?.size ?? 0) > 0;
    }
    const isLong = (record: readonly string[]) =>
      record.slice(header.length).some((cell) => cell.trim() !== "");
    const isOdd = Object.values(oddities).some(({ count }) => count > 0);
    return { records, isTold: isTold || isOdd || records.some(isLong), isRefused: false };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { records: [], isTold: true, isRefused: true };
  }
}

type Records = readonly (readonly string[])[];

/** Blank cells beyond the header are none: files end their rows with a delimiter. */
function withinHeader([header = [], ...rows]: Records): Records {
  const isCell = (cell: string, index: number) => index < header.length || cell.trim() !== "";
  return [header, ...rows.map((record) => record.filter(isCell))];
}

/** The same records, but for the text of one cell at most. */
function expectOneCell(read: Records, records: Records): void {
  const found = withinHeader(read);
  expect(found.map((record) => record.length)).toEqual(records.map((record) => record.length));
  const changed = found.flatMap((record, row) =>
    record.filter((cell, column) => cell !== records[row]?.[column]),
  );
  expect(changed.length).toBeLessThanOrEqual(1);
}

/** The first records; of the last one the last cell may have lost its end. */
function expectCut(found: Records, records: Records): void {
  const whole = found.slice(0, -1);
  expect(whole).toEqual(records.slice(0, whole.length));
  const [end = [], was = []] = [found.at(-1), records[found.length - 1]];
  expect(end.slice(0, -1)).toEqual(was.slice(0, end.length - 1));
  expect((was[end.length - 1] ?? "").startsWith(end.at(-1) ?? "")).toBe(true);
}

const companies = fc
  .record({
    delimiter: fc.constantFrom<Delimiter>(",", ";", "\t", "|"),
    lineBreak: fc.constantFrom("\n", "\r\n", "\r"),
    encoding: fc.constantFrom<Encoding>("utf-8", "utf-16le", "utf-16be", "windows-1252", "gb18030"),
    width: fc.integer({ min: 2, max: 4 }),
  })
  .chain((dialect) => {
    const plain = ["a", "b", "1", " ", ",", ";", "|", "\t", '"', "\n", "'", "-"];
    const sign = fc.constantFrom(...plain, ...signs[dialect.encoding]);
    const cell = fc.string({ unit: sign, maxLength: 6 });
    // An id that is not blank opens every row, and a cell that is not blank ends it.
    const row = fc
      .tuple(
        fc.integer({ min: 1, max: 999 }),
        fc.array(cell, { minLength: dialect.width - 2, maxLength: dialect.width - 2 }),
        cell,
      )
      .map(([id, middle, last]) => [`r${id}`, ...middle, `${last}z`]);
    return fc.record({
      dialect: fc.constant(dialect),
      rows: fc.array(row, { minLength: 1, maxLength: 6 }),
    });
  });

const damages: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom("flip", "replace", "insert", "delete", "cut"),
  share: fc.double({ min: 0, max: 0.999, noNaN: true }),
  value: fc.oneof(
    fc.integer({ min: 0, max: 255 }),
    fc.constantFrom(...Buffer.from('",;|\t\n\r\0\x80')),
  ),
});

describe("a byte that is flipped, replaced, added or lost, or a file that is cut", () => {
  it("changes no more than the text of one cell without a word, and no record that it does not touch", async () => {
    await fc.assert(
      fc.asyncProperty(companies, damages, async ({ dialect, rows }, damage) => {
        const { delimiter, lineBreak, encoding, width } = dialect;
        const header = Array.from({ length: width }, (_, index) => `c${index}`);
        const records = [header, ...rows];
        const { bytes, ends } = write(records, delimiter, lineBreak, encoding);
        const { broken, at } = damaged(bytes, damage);
        const outcome = await read(broken, delimiter, encoding);
        // A file without a column that it must have is refused: tests of the header say so.
        const isMissing = header.some((name) => !outcome.records[0]?.includes(name));
        if (outcome.isRefused || isMissing) return;
        // A row that ran into the header is told of as columns that nothing reads.
        const isTold = outcome.isTold || outcome.records[0]?.length !== width;
        // The record that holds the byte, and the next one where the byte ends its line.
        const longestSign = 4;
        const first = ends.findIndex((end) => end > at - longestSign);
        const last = ends.findIndex((end) => end > at + longestSign);
        expect(outcome.records.slice(0, first)).toEqual(records.slice(0, first));
        if (damage.kind === "cut") {
          if (!isTold) expectCut(outcome.records, records);
          return;
        }
        const behind = last === -1 ? [] : records.slice(last + 1);
        expect(outcome.records.slice(outcome.records.length - behind.length)).toEqual(behind);
        if (!isTold) expectOneCell(outcome.records, records);
      }),
      { numRuns: 4_000 },
    );
  });

  it("ends in a report that accounts for every row", async () => {
    const rows = [
      "A1,Müller,small",
      'A2,"Acme, ""Inc""",',
      'A3,"two\nlines",enterprise',
      "A4,中国,",
    ];
    const bytes = Buffer.from(`account_id,name,tier\n${rows.join("\n")}\n`);
    await fc.assert(
      fc.asyncProperty(damages, async (damage) => {
        const { broken } = damaged(bytes, damage);
        const company = await readCompany({ files: { "accounts.csv": broken } });
        const [table] = company.tables;
        const [file] = company.files;
        const isRefused = company.problems.some(
          ({ dataset, severity, check }) =>
            dataset === "accounts" &&
            severity === "error" &&
            checkCatalogue.get(check)?.scope === "file",
        );
        expect(file?.refusal !== undefined).toBe(isRefused);
        if (isRefused) expect(table).toMatchObject({ accepted: 0, parts: [] });
        expect(table?.rows).toBe((table?.accepted ?? 0) + (table?.setAside ?? 0));
        expect(company.rows("accounts")).toHaveLength(table?.accepted ?? -1);
        expect(file?.setAside).toBe(table?.setAside);
      }),
      { numRuns: 150 },
    );
  });
});
