import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DatasetName, datasetNames, datasetOf } from "../../src/contracts/index.ts";
import { matchHeader } from "../../src/intake/rows/header.ts";
import { rowReader } from "../../src/intake/rows/row-reader.ts";
import { decodeText } from "../../src/intake/text/decode.ts";
import type { Encoding } from "../../src/intake/text/decode-with.ts";
import { withLineFeeds } from "../../src/intake/text/line-breaks.ts";
import { openRecords } from "../../src/intake/text/records.ts";
import { encodeLegacy } from "./legacy-bytes.ts";

interface Dialect {
  delimiter: "," | ";" | "\t" | "|";
  lineBreak: "\n" | "\r\n" | "\r";
  encoding: Encoding;
  hasMark: boolean;
  quotesAll: boolean;
  endsWithBreak: boolean;
  /** Without it the encoding is left to detection. */
  isDeclared: boolean;
  isEscaped: boolean;
}

const dialects: fc.Arbitrary<Dialect> = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  lineBreak: fc.constantFrom("\n", "\r\n", "\r"),
  encoding: fc.constantFrom("utf-8", "utf-16le", "utf-16be", "windows-1252", "gb18030"),
  hasMark: fc.boolean(),
  quotesAll: fc.boolean(),
  endsWithBreak: fc.boolean(),
  isDeclared: fc.boolean(),
  isEscaped: fc.boolean(),
});

/** UTF-8 needs no word, UTF-16 its mark; the others a text long enough to tell. */
const isDetectable = ({ encoding, hasMark }: Dialect) => !encoding.startsWith("utf-16") || hasMark;
const declaredOf = (dialect: Dialect) =>
  dialect.isDeclared || !isDetectable(dialect) ? dialect.encoding : undefined;

/** Words of which the bytes can only be those of one encoding; the first stands in every such file. */
const telling: Partial<Record<Encoding, string[]>> = {
  "windows-1252": ["Müller", "Société", "Größe", "España", "12 €", "Inc"],
  gb18030: ["中国公司客户服务", "北京", "上海有限公司", "Inc"],
};

/** Control characters, but for NUL, Ctrl-Z at the end of a file, and those that many of make a file no text. */
const controls = ["\x0b", "\x0c", "\x7f"];
/** Characters that have bytes in every encoding here: their bytes are written out below. */
const narrow = ["a", "Z", "0", " ", ",", ";", "\t", "|", '"', "\n", "'", "#", "=", "\\"];
const wide: Record<Encoding, Record<string, number[]>> = {
  "utf-8": { é: [0xc3, 0xa9], 中: [0xe4, 0xb8, 0xad], "😀": [0xf0, 0x9f, 0x98, 0x80] },
  "utf-16le": { é: [0xe9, 0], 中: [0x2d, 0x4e], "😀": [0x3d, 0xd8, 0, 0xde] },
  "utf-16be": { é: [0, 0xe9], 中: [0x4e, 0x2d], "😀": [0xd8, 0x3d, 0xde, 0] },
  "windows-1252": { é: [0xe9], "€": [0x80], "“": [0x93] },
  gb18030: { é: [0xa8, 0xa6], 中: [0xd6, 0xd0], "😀": [0x94, 0x39, 0xfc, 0x36] },
};
const marks: Partial<Record<Encoding, number[]>> = {
  "utf-8": [0xef, 0xbb, 0xbf],
  "utf-16le": [0xff, 0xfe],
  "utf-16be": [0xfe, 0xff],
};

function encode(text: string, dialect: Dialect): Uint8Array {
  const { encoding, hasMark, isDeclared } = dialect;
  const bytes = hasMark ? [...(marks[encoding] ?? [])] : [];
  if (telling[encoding] && !isDeclared) return Buffer.from(encodeLegacy(text, encoding));
  for (const sign of text) {
    const code = sign.charCodeAt(0);
    const plain = { "utf-16le": [code, 0], "utf-16be": [0, code] }[encoding as string] ?? [code];
    const mark = sign === "\ufeff" ? marks[encoding] : undefined;
    bytes.push(...(mark ?? wide[encoding][sign] ?? plain));
  }
  return Uint8Array.from(bytes);
}

function write(table: readonly (readonly string[])[], dialect: Dialect): string {
  const { delimiter, lineBreak, quotesAll, endsWithBreak, isEscaped } = dialect;
  const special = isEscaped ? /[",;\t|\r\n\\]/ : /[",;\t|\r\n]/;
  const needsQuotes = (cell: string) => quotesAll || special.test(cell);
  const within = (cell: string) =>
    isEscaped ? cell.replaceAll(/["\\]/g, "\\$&") : cell.replaceAll('"', '""');
  const lines = table.map((row) =>
    row.map((cell) => (needsQuotes(cell) ? `"${within(cell)}"` : cell)).join(delimiter),
  );
  return lines.join(lineBreak) + (endsWithBreak ? lineBreak : "");
}

async function* cut(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, index = 0; at < bytes.length; index++) {
    const size = sizes[index % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

/** Cells of any characters; where the encoding is to be detected in legacy bytes, of words of it. */
function cellsOf(dialect: Dialect): fc.Arbitrary<string> {
  const { encoding, lineBreak } = dialect;
  const known = telling[encoding];
  if (known && !dialect.isDeclared) {
    const word = fc.constantFrom(...known, ...narrow.filter((sign) => !/[\w#='\\]/.test(sign)));
    return fc.array(word, { maxLength: 4 }).map((words) => words.join(" "));
  }
  const marks = encoding.startsWith("utf") ? ["\ufeff"] : [];
  // In a file of old Macs a carriage return within a cell is a line break like any other.
  const returns = lineBreak === "\r" ? [] : ["\r"];
  const plain = [...narrow, ...controls, ...returns, ...marks];
  const sign = fc.constantFrom(...plain, ...Object.keys(wide[encoding]));
  return fc.string({ unit: sign, maxLength: 8 }).filter((cell) => !cell.includes("\r\n"));
}

const tables = dialects.chain((dialect) => {
  const cell = cellsOf(dialect);
  const width = fc.integer({ min: 2, max: 5 });
  const rows = width.chain((cells) => {
    const row = fc.array(cell, { minLength: cells, maxLength: cells });
    return fc.array(row, { maxLength: 8 }).map((body) => {
      const [first] = dialect.isDeclared ? [] : (telling[dialect.encoding] ?? []);
      return first === undefined ? body : [Array<string>(cells).fill(first), ...body];
    });
  });
  return fc.record({ dialect: fc.constant(dialect), rows });
});

/** Records and their places, whichever way the bytes are cut into chunks. */
async function readBack(bytes: Uint8Array, dialect: Dialect, sizes: readonly number[]) {
  const decoded = await decodeText(cut(bytes, sizes), declaredOf(dialect));
  const options = { skip_lines: 0, ...(dialect.isEscaped ? ({ escape: "\\" } as const) : {}) };
  const table = await openRecords(withLineFeeds(decoded.text), options);
  const records: unknown[] = [];
  for await (const batch of table.batches) {
    for (const [index, record] of batch.records.entries()) {
      records.push({ row: batch.rows[index], line: batch.lines?.[index], record });
    }
    expect(batch.malformed?.size ?? 0).toBe(0);
  }
  return { header: table.header, delimiter: table.delimiter, records };
}

describe("any table, in any dialect and encoding, however the stream is cut", () => {
  it("reads back the same, each row with its place", async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(tables, sizes, async ({ dialect, rows }, chunkSizes) => {
        const header = Array.from({ length: rows[0]?.length ?? 2 }, (_, index) => `c${index}`);
        const bytes = encode(write([header, ...rows], dialect), dialect);
        let line = 2;
        const expected = rows.flatMap((record, index) => {
          const place = { row: index + 2, line };
          line += 1 + record.join("").split("\n").length - 1;
          return record.every((cell) => cell.trim() === "") ? [] : [{ ...place, record }];
        });
        const read = await readBack(bytes, dialect, chunkSizes);
        expect(read).toEqual({ header, delimiter: dialect.delimiter, records: expected });
      }),
      { numRuns: 500 },
    );
  });

  it("a character, a CRLF and a doubled quote cut at every byte", async () => {
    const text = 'c0,c1\r\n😀,"中 ""é"""\r\n"\r\n",x\r\n';
    const dialects: Dialect[] = (["utf-8", "utf-16le", "utf-16be", "gb18030"] as const).map(
      (encoding) => ({
        delimiter: ",",
        lineBreak: "\r\n",
        encoding,
        hasMark: encoding !== "gb18030",
        quotesAll: false,
        endsWithBreak: true,
        isDeclared: true,
        isEscaped: false,
      }),
    );
    for (const dialect of dialects) {
      const bytes = encode(text, dialect);
      for (let at = 1; at < bytes.length; at++) {
        const { records } = await readBack(bytes, dialect, [at, bytes.length]);
        expect(records).toEqual([
          { row: 2, line: 2, record: ["😀", '中 "é"'] },
          { row: 3, line: 3, record: ["\n", "x"] },
        ]);
      }
    }
  });
});

const cells = [
  "",
  "A1",
  "2024-01-01",
  "2024-13-01",
  "2024-05",
  "5",
  "-5",
  "1.",
  ".5",
  "Small",
  "yes",
];
const words = ["monthly", "nps", "Cross-Sell", "false", "11", "sales", "web", "x y"];

describe("cell by cell with a memory, or by the dataset's schema whole: the same rows", () => {
  it.each(datasetNames)("%s", (name: DatasetName) => {
    const dataset = datasetOf(name);
    const names = dataset.columns.map((column) => column.name);
    const format = { columns: {}, values: {}, constants: {}, decimal: ".", strip: [] } as const;
    const cell = fc.constantFrom(...cells, ...words);
    const row = fc.array(cell, { minLength: names.length, maxLength: names.length });
    const valid = fc.tuple(
      ...dataset.columns.map((column) => {
        const likely = column.choices ??
          {
            text: ["A1"],
            number: ["5"],
            day: ["2024-01-01"],
            month: ["2024-05"],
            timestamp: ["2024-01-01 10:00", "2024-01-01T09:59:30+02:00", "2024-02-30 10:00"],
          }[column.reads as string] ?? ["yes"];
        return fc.constantFrom(...likely, ...(column.isRequired ? [] : ["", "2024-03-01"]));
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(row, valid), { minLength: 1, maxLength: 30 }), (records) => {
        const match = matchHeader(dataset, names, format);
        const reader = rowReader(dataset, match, {
          ...format,
          strip: [],
          scale: {},
          date_formats: {},
        });
        for (const record of [...records, ...records]) {
          const faults = reader.read(record);
          const given = names.map((column, index) => [column, record[index] || undefined]);
          const result = dataset.schema.safeParse(Object.fromEntries(given));
          const all = result.error?.issues ?? [];
          const ofCells = all.filter((issue) => issue.code !== "custom" || !issue.params?.check);
          expect(faults === undefined).toBe(result.success);
          const told = new Set(faults?.map((fault) => fault.column));
          // Rules over several columns wait until every cell of the row is right.
          const waited = ofCells.length > 0 ? ofCells : all;
          const issues = new Set(waited.map((issue) => issue.path[0]));
          expect(told).toEqual(issues);
          if (result.success)
            expect(reader.values).toEqual(names.map((key) => result.data[key] ?? ""));
        }
      }),
    );
  });
});
