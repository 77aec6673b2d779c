import { type Data, type DataType, type Field, Type } from "apache-arrow";
import type { Metadata, TypeReader } from "./types.ts";

type ReaderOf = (type: DataType, metadata?: Metadata) => TypeReader;

/** Names and readers of the parts of a type. */
interface Part {
  name: string;
  reader: TypeReader;
}

const partsOf = (type: DataType, readerOf: ReaderOf): Part[] =>
  (type.children as Field[]).map(({ name, type: own, metadata }) => ({
    name,
    reader: readerOf(own, metadata),
  }));

/** Lists, structs, maps, unions and enums; the first four are written as JSON, in cells as in files. */
export function nestedReader(type: DataType, readerOf: ReaderOf): TypeReader | undefined {
  if (type.typeId === Type.Dictionary) {
    return enumReader(type as DataType & { dictionary: DataType }, readerOf);
  }
  const [first, ...others] = partsOf(type, readerOf);
  if (!first) return undefined;
  const parts = [first, ...others];
  switch (type.typeId) {
    case Type.List:
    case Type.FixedSizeList:
      return asJson(`${first.reader.label}[${sizeOf(type)}]`, (data, index) => {
        const { from, to } = spanOf(data, index);
        const cells = range(from, to).map((at) => partJson(first, data.children[0], at));
        return `[${cells.join(", ")}]`;
      });
    case Type.Struct:
      return asJson(`STRUCT(${parts.map(fieldLabel).join(", ")})`, (data, index) =>
        structJson(parts, data, index),
      );
    case Type.Map:
      return mapReader(type, readerOf);
    case Type.Union:
    case Type.DenseUnion:
    case Type.SparseUnion:
      return unionReader(type, parts);
    default:
      return undefined;
  }
}

const fieldLabel = ({ name, reader }: Part) => `${name} ${reader.label}`;

const asJson = (label: string, json: TypeReader["json"]): TypeReader => ({
  label,
  kind: "other",
  text: json,
  json,
  number: () => undefined,
});

function partJson({ reader }: Part, data: Data | undefined, index: number): string {
  return data?.getValid(index) ? reader.json(data, index) : "null";
}

const structJson = (parts: readonly Part[], data: Data, index: number): string => {
  const fields = parts.map(
    (part, place) =>
      `${JSON.stringify(part.name)}: ${partJson(part, data.children[place], data.offset + index)}`,
  );
  return `{${fields.join(", ")}}`;
};

const sizeOf = (type: DataType) => (type as DataType & { listSize?: number }).listSize ?? "";

/** Places of a list's values in its child. */
export function spanOf(data: Data, index: number): { from: number; to: number } {
  const size = sizeOf(data.type);
  if (size === "") {
    return { from: data.valueOffsets[index] ?? 0, to: data.valueOffsets[index + 1] ?? 0 };
  }
  const from = (data.offset + index) * size;
  return { from, to: from + size };
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, step) => from + step);

function mapReader(type: DataType, readerOf: ReaderOf): TypeReader | undefined {
  const entries = (type.children as Field[])[0];
  const [key, value] = entries ? partsOf(entries.type, readerOf) : [];
  if (!key || !value) return undefined;
  return asJson(`MAP(${key.reader.label}, ${value.reader.label})`, (data, index) => {
    const [pairs] = data.children;
    const [keys, values] = pairs?.children ?? [];
    if (!keys) return "{}";
    const { from, to } = spanOf(data, index);
    const fields = range(from, to).map(
      (at) => `${JSON.stringify(key.reader.text(keys, at))}: ${partJson(value, values, at)}`,
    );
    return `{${fields.join(", ")}}`;
  });
}

function unionReader(type: DataType, parts: readonly Part[]): TypeReader {
  const { typeIdToChildIndex } = type as DataType & { typeIdToChildIndex: Record<number, number> };
  return asJson(`UNION(${parts.map(fieldLabel).join(", ")})`, (data, index) => {
    const place = typeIdToChildIndex[data.typeIds[index]] ?? 0;
    const part = parts[place];
    const at = data.valueOffsets?.[index] ?? index;
    return part ? partJson(part, data.children[place], at) : "null";
  });
}

/** Enums arrive as numbers of their words. */
function enumReader(type: DataType & { dictionary: DataType }, readerOf: ReaderOf): TypeReader {
  const reader = readerOf(type.dictionary);
  const words = new WeakMap<object, string[]>();
  const text: TypeReader["text"] = ({ values, dictionary }, index) => {
    if (!dictionary) return "";
    let known = words.get(dictionary);
    if (!known) {
      known = dictionary.data.flatMap((data) =>
        range(0, data.length).map((at) => reader.text(data, at)),
      );
      words.set(dictionary, known);
    }
    return known[Number(values[index])] ?? "";
  };
  return {
    label: "ENUM",
    kind: "text",
    text,
    json: (data, index) => JSON.stringify(text(data, index)),
    number: () => undefined,
  };
}
