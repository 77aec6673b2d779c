import { type Data, type DataType, Type } from "apache-arrow";
import { dayText, intervalText, momentText, precisions, timeText } from "./calendar.ts";
import { nestedReader } from "./nested.ts";
import { decimalText, doubleText, exactNumber, floatText, numberJson } from "./numbers.ts";

/** What can be done with values: reckoned, placed in time, told apart. */
export type Kind = "number" | "day" | "moment" | "truth" | "text" | "other";

/** Reads the values of a type where they lie, without a digit lost; asked only for values that are there. */
export interface TypeReader {
  /** As DuckDB names the type. */
  label: string;
  kind: Kind;
  text: (data: Data, index: number) => string;
  /** As JSON; numbers whose digits a reader of JSON would change are texts. */
  json: (data: Data, index: number) => string;
  /** The number of a text of a number, where a double holds it. */
  number: (text: string) => number | undefined;
}

type ReadText = TypeReader["text"];

const plain = (label: string, kind: Kind, text: ReadText): TypeReader => ({
  label,
  kind,
  text,
  json: (data, index) => JSON.stringify(text(data, index)),
  number: () => undefined,
});

const exact = (label: string, text: ReadText): TypeReader => ({
  label,
  kind: "number",
  text,
  json: (data, index) => numberJson(text(data, index)),
  number: exactNumber,
});

const rounded = (label: string, write: (value: number) => string): TypeReader => {
  const text: ReadText = (data, index) => write(data.values[index]);
  const number = (written: string) => {
    const value = Number(written);
    return Number.isFinite(value) ? value : undefined;
  };
  const json: ReadText = (data, index) => {
    const written = text(data, index);
    return number(written) === undefined ? JSON.stringify(written) : written;
  };
  return { label, kind: "number", text, json, number };
};

const wholeNames: Record<string, string> = {
  Int8: "TINYINT",
  Int16: "SMALLINT",
  Int32: "INTEGER",
  Int64: "BIGINT",
  Uint8: "UTINYINT",
  Uint16: "USMALLINT",
  Uint32: "UINTEGER",
  Uint64: "UBIGINT",
};

const momentNames = ["TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP", "TIMESTAMP_NS"];

/** 128 bits in four words, the lowest first. */
function wideInteger(words: ArrayLike<number>, at: number): bigint {
  const word = (place: number) => BigInt((words[at + place] ?? 0) >>> 0);
  return BigInt.asIntN(128, word(0) | (word(1) << 32n) | (word(2) << 64n) | (word(3) << 96n));
}

/** Bytes from `from` on, the lowest first. */
export function bytesInteger(bytes: Uint8Array): bigint {
  return bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

const decoder = new TextDecoder();

export function bytesOf({ values, valueOffsets }: Data, index: number): Uint8Array {
  return values.subarray(valueOffsets[index], valueOffsets[index + 1]);
}

/** As DuckDB writes a blob: plain signs as they are, other bytes as \x00. */
function blobText(bytes: Uint8Array): string {
  const sign = (byte: number) =>
    byte >= 32 && byte < 127 && byte !== 92
      ? String.fromCharCode(byte)
      : `\\x${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  return Array.from(bytes, sign).join("");
}

/** DuckDB's own integers of any length: a head of three bytes, the sign in its first, then the highest first. */
function anyLengthInteger(bytes: Uint8Array): bigint {
  const isPositive = ((bytes[0] ?? 0) & 0x80) !== 0;
  const size = bytes.subarray(3).reduce((sum, byte) => {
    return (sum << 8n) | BigInt(isPositive ? byte : byte ^ 0xff);
  }, 0n);
  return isPositive ? size : -size;
}

/** Types that Arrow does not know are told beside the field. */
export type Metadata = ReadonlyMap<string, string>;

const foreignName = (metadata: Metadata): string =>
  /"type_name":"(\w+)"/.exec(metadata.get("ARROW:extension:metadata") ?? "")?.[1] ?? "";

/** The reader of a column's type, as the engine sends it. */
export function readerOf(type: DataType, metadata: Metadata = new Map()): TypeReader {
  const { typeId } = type;
  const name = String(type);
  if (typeId === Type.Int) {
    return exact(wholeNames[name] ?? name, (data, index) => String(data.values[index]));
  }
  if (typeId === Type.Float) {
    return name === "Float32" ? rounded("FLOAT", floatText) : rounded("DOUBLE", doubleText);
  }
  if (typeId === Type.Decimal) {
    const { precision, scale } = type as DataType & { precision: number; scale: number };
    // Sums of whole numbers come as 38 digits without a point.
    const label = precision === 38 && scale === 0 ? "HUGEINT" : `DECIMAL(${precision},${scale})`;
    return exact(label, (data, index) => decimalText(wideInteger(data.values, 4 * index), scale));
  }
  if (typeId === Type.Bool) {
    return {
      ...plain("BOOLEAN", "truth", truthText),
      json: truthText,
    };
  }
  if (typeId === Type.Utf8) {
    return plain("VARCHAR", "text", (data, index) => decoder.decode(bytesOf(data, index)));
  }
  return (
    timeReader(type) ?? bytesReader(type, metadata) ?? nestedReader(type, readerOf) ?? unread(name)
  );
}

const truthText: ReadText = ({ values, offset }, index) => {
  const at = offset + index;
  return String(((values[at >> 3] ?? 0) & (1 << (at & 7))) !== 0);
};

const unread = (name: string): TypeReader => plain(name.toUpperCase(), "other", () => `(${name})`);

function timeReader(type: DataType): TypeReader | undefined {
  const { typeId } = type;
  if (typeId === Type.Date) {
    return plain("DATE", "day", (data, index) => dayText(data.values[index]));
  }
  const { unit = 0, timezone } = type as DataType & { unit?: number; timezone?: string | null };
  const precision = precisions[unit];
  if (typeId === Type.Timestamp && precision) {
    const zone = timezone ? "+00" : "";
    const label = timezone ? "TIMESTAMP WITH TIME ZONE" : (momentNames[unit] ?? "TIMESTAMP");
    return plain(label, "moment", (data, index) => {
      const text = momentText(BigInt(data.values[index]), precision);
      return text.endsWith("infinity") ? text : text + zone;
    });
  }
  if (typeId === Type.Time && precision) {
    return plain("TIME", "other", (data, index) => timeText(BigInt(data.values[index]), precision));
  }
  if (typeId === Type.Interval) {
    return plain("INTERVAL", "other", (data, index) => {
      const { months, days, nanoseconds } = intervalOf(data, index);
      return intervalText(months, days, nanoseconds);
    });
  }
  return undefined;
}

/** Four words a value, whatever stride the library tells: months, days, and nanoseconds in 64 bits. */
export function intervalOf({ values }: Data, index: number) {
  const at = 4 * index;
  const low = BigInt(values[at + 2] >>> 0);
  const nanoseconds = (BigInt(values[at + 3]) << 32n) | low;
  return { months: Number(values[at]), days: Number(values[at + 1]), nanoseconds };
}

function bytesReader(type: DataType, metadata: Metadata): TypeReader | undefined {
  const foreign = foreignName(metadata);
  if (type.typeId === Type.FixedSizeBinary) {
    const { byteWidth } = type as DataType & { byteWidth: number };
    const bytesAt = (data: Data, index: number): Uint8Array =>
      data.values.subarray(index * byteWidth, (index + 1) * byteWidth);
    return foreign === "uhugeint"
      ? exact("UHUGEINT", (data, index) => String(bytesInteger(bytesAt(data, index))))
      : plain("BLOB", "other", (data, index) => blobText(bytesAt(data, index)));
  }
  if (type.typeId !== Type.Binary) return undefined;
  return foreign === "bignum"
    ? exact("BIGNUM", (data, index) => String(anyLengthInteger(bytesOf(data, index))))
    : plain("BLOB", "other", (data, index) => blobText(bytesOf(data, index)));
}
