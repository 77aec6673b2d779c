import { UnreadableFile } from "../unreadable.ts";
import type { Encoding } from "./decode-with.ts";

interface Kind {
  /** As the message names it. */
  name: string;
  /** What the file begins with, each byte one character: one of these, or a pattern of text. */
  starts: readonly string[] | RegExp;
  /** What stands further down, besides. */
  holds?: RegExp;
  remedy: string;
}

const asCsv = "open it and save the sheet as CSV UTF-8";
const exportCsv = "export the data as CSV, and give that file";
const zip = ["PK\x03\x04", "PK\x05\x06"];

/** The narrower kind first. */
const packed: readonly Kind[] = [
  { name: "an Excel workbook", starts: zip, holds: /\[Content_Types\]|xl\//, remedy: asCsv },
  { name: "an OpenDocument file", starts: zip, holds: /opendocument/, remedy: asCsv },
  {
    name: "a zip archive",
    starts: zip,
    remedy: "name the archive .zip, or save the workbook's sheet as CSV UTF-8",
  },
];

const others: readonly Kind[] = [
  {
    name: "an Excel workbook of the old kind",
    starts: ["\xd0\xcf\x11\xe0"],
    remedy: asCsv,
  },
  { name: "a PDF document", starts: ["%PDF-"], remedy: exportCsv },
  { name: "a picture", starts: ["\x89PNG", "GIF8", "\xff\xd8\xff"], remedy: exportCsv },
  { name: "a gzip file", starts: ["\x1f\x8b"], remedy: "name it .csv.gz, or unpack it" },
  {
    name: "a packed file",
    starts: ["7z\xbc\xaf", "Rar!", "BZh", "\xfd7zXZ", "\x28\xb5\x2f\xfd"],
    remedy: "unpack it, or pack it as .zip or .gz",
  },
  { name: "a Parquet file", starts: ["PAR1"], remedy: exportCsv },
  { name: "a database file", starts: ["SQLite format 3"], remedy: exportCsv },
  { name: "a Rich Text document", starts: ["{\\rtf"], remedy: exportCsv },
  {
    name: "a web page",
    starts: /^\s*<(?:!doctype html|html|head|body|table)\b/i,
    remedy: "it may be a login page or a sheet saved as HTML; export the data as CSV again",
  },
  { name: "an XML file", starts: /^\s*<\?xml\b/, remedy: exportCsv },
  { name: "a JSON file", starts: /^\s*(?:\[\s*[[{]|\{\s*"[^"]*"\s*:)/, remedy: exportCsv },
];

/** Share of the first bytes that are control characters in no text. */
const mostControls = 0.04;

/**
 * What is wrong with a file that is no text of rows, told by its first bytes; undefined for text.
 * @param encoding declared or found; in UTF-16 any byte may stand
 */
export function foreignFile(
  head: Uint8Array,
  encoding: Encoding | undefined,
): UnreadableFile | undefined {
  const text = Buffer.from(head.subarray(0, 4_096)).toString("latin1");
  const archive = packed.find((kind) => isOf(kind, text));
  if (archive) return unlikeCsv("packed_file", `${archive.name}, not a CSV`, archive.remedy);
  const other = others.find((kind) => isOf(kind, text));
  if (other) return unlikeCsv("not_text", `${other.name}, not a CSV`, other.remedy);
  if (encoding?.startsWith("utf-16")) return undefined;
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  if (controls < 3 || controls <= mostControls * head.length) return undefined;
  const remedy = 'give a CSV; if it is UTF-16, declare encoding: "utf-16le"';
  return unlikeCsv("not_text", "not a text file", remedy);
}

export function utf32(): UnreadableFile {
  return unlikeCsv("not_text", "a text in UTF-32, not a CSV", "save it as UTF-8");
}

function isOf({ starts, holds }: Kind, text: string): boolean {
  const isStart =
    starts instanceof RegExp
      ? starts.test(text)
      : starts.some((signature) => text.startsWith(signature));
  return isStart && (holds?.test(text) ?? true);
}

function unlikeCsv(check: string, value: string, remedy: string): UnreadableFile {
  const expected = "a text file (.csv, .tsv, .csv.gz), or an archive of them that ends in .zip";
  return new UnreadableFile({ check, value, expected, remedy });
}
