import type { Row } from "../../shared/query/index.ts";

/** What the engine answers with, as far as it is read here. */
export interface Answer {
  schema: { fields: readonly { name: string; type: { toString(): string } }[] };
  toArray(): Record<string, unknown>[];
}

/** Rows with days as YYYY-MM-DD; decimals and counts come as numbers, as the engine was told. */
export function rowsOf(answer: Answer): Row[] {
  const fields = answer.schema.fields.map(({ name, type }) => ({
    name,
    isDay: type.toString().startsWith("Date"),
  }));
  return answer
    .toArray()
    .map((row) =>
      Object.fromEntries(fields.map(({ name, isDay }) => [name, cellOf(row[name], isDay)])),
    );
}

function cellOf(value: unknown, isDay: boolean): Row[string] {
  if (value === null || value === undefined) return null;
  if (isDay) return new Date(Number(value)).toISOString().slice(0, 10);
  if (typeof value === "bigint") return Number(value);
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}
