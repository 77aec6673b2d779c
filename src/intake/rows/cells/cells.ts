import type { Column, FileSource, Identity } from "../../../contracts/index.ts";
import { dateReader, readIsoDate } from "./dates.ts";
import { numberReader, plainlySigned, scaled } from "./numbers.ts";
import { timestampReader } from "./timestamps.ts";

/** Cell of the file to text for the contract: "" = blank, undefined = not readable as declared. */
export type CellReader = (raw: string) => string | undefined;

export type CellFormat = Pick<
  FileSource,
  "values" | "date_format" | "date_formats" | "decimal" | "thousands" | "strip" | "scale"
> & {
  /** The known export whose usual date format this is, where the configuration declares none. */
  usualIn?: string | undefined;
};

export const spreadsheetError =
  /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/i;
/** What Excel makes of an id of more than eleven digits; its last ones are gone. */
export const roundedId = /^\d([.,]\d+)?E\+\d{2,3}$/i;
const ids: ReadonlySet<Identity> = new Set<Identity>(["account", "record", "respondent"]);
export const checkOfWord: Partial<Record<Column["reads"], string>> = {
  number: "not_a_number",
  day: "not_a_date",
  month: "not_a_month",
  timestamp: "not_a_timestamp",
};
/** Characters of a number or a day; none is longer with all its signs and its time. */
export const longestValue = 100;

export function cellReader(column: Column, format: CellFormat): CellReader {
  const mapped = format.values[column.name];
  const exact = new Map(Object.entries(mapped ?? {}));
  const anyCase = new Map([...exact].map(([theirs, ours]) => [theirs.toLowerCase(), ours]));
  const read = textReader(column, format);
  const isShort = checkOfWord[column.reads] !== undefined;
  const isId = column.identifies !== undefined && ids.has(column.identifies);
  return (raw) => {
    const text = unforced(raw.trim());
    if (mapped) {
      const ours = exact.get(text) ?? anyCase.get(text.toLowerCase());
      if (ours !== undefined) return ours;
    }
    if (text === "") return "";
    if (text.includes("\0") || (text.startsWith("#") && spreadsheetError.test(text)))
      return undefined;
    if (isId && text.includes("+") && roundedId.test(text)) return undefined;
    if (isShort && text.length > longestValue) return undefined;
    if (column.nonAnswers?.includes(text.toLowerCase())) return "";
    return read(text);
  };
}

/** ="007" is how Excel is told to keep a text as it stands. */
function unforced(text: string): string {
  if (!text.startsWith('="') || !text.endsWith('"') || text.length < 3) return text;
  const inner = text.slice(2, -1);
  return inner.includes('"') ? text : inner.trim();
}

function textReader(column: Column, format: CellFormat): CellReader {
  if (column.reads === "number") {
    const readNumber = numberReader(format);
    const read: CellReader = (text) => readNumber(plainlySigned(text));
    return scaledReader(read, format.scale[column.name]);
  }
  const declared = dateFormatOf(column, format);
  if (column.reads === "timestamp") return timestampReader(declared) ?? unknown(declared);
  if (column.reads !== "day" && column.reads !== "month") return (text) => text;
  const readDate = declared === undefined ? readIsoDate : dateReader(declared);
  if (!readDate) return unknown(declared);
  if (column.reads === "month") return readDate;
  return (text) => {
    const day = readDate(text);
    return day?.length === 10 ? day : undefined;
  };
}

function scaledReader(read: CellReader, factor: number | undefined): CellReader {
  if (factor === undefined) return read;
  return (text) => {
    const number = read(text);
    return number === undefined ? undefined : scaled(number, factor);
  };
}

/** A column's own format, else the source's; undefined: ISO. */
export function dateFormatOf({ name }: Column, { date_format, date_formats }: CellFormat) {
  return date_formats[name] ?? date_format;
}

/** The formats of a configuration are checked before any cell is read. */
function unknown(declared: string | undefined): never {
  throw new Error(`date format ${JSON.stringify(declared)} is unknown`);
}
