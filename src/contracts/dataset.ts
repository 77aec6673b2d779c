import { z } from "zod";
import { type Field, type FieldInfo, infoOf, isOptional } from "./fields.ts";

export interface DatasetSpec {
  name: string;
  /** What one row is. */
  grain: string;
  required: boolean;
  /** Columns that together name a row; a second row with the same key is an error. Empty: no key. */
  key: readonly string[];
  /** Which pages this dataset lights up, for the words on a page that lacks it. */
  lights: string;
  fields: Readonly<Record<string, Field>>;
  /** Rules that need more than one column of a row. */
  rules?: readonly RowRule[];
}

/** A canonical row: column name to canonical text; a blank cell is absent. */
export type Row = Record<string, string | undefined>;

export interface RowRule {
  check: string;
  column: string;
  holds: (row: Row) => boolean;
  expected: string;
  /** Why it matters, in a line, for the list of checks. */
  reason?: string;
  remedy: string;
}

export interface Dataset extends DatasetSpec {
  columns: readonly Column[];
  schema: z.ZodType<Row, Row>;
}

export interface Column extends FieldInfo {
  name: string;
  isRequired: boolean;
}

export function defineDataset(spec: DatasetSpec): Dataset {
  const rules = spec.rules ?? [];
  const columns = Object.entries(spec.fields).map(([name, field]) => ({
    name,
    isRequired: !isOptional(field),
    ...infoOf(field),
  }));
  const schema = z.object(spec.fields).check((context) => {
    for (const rule of rules) {
      if (rule.holds(context.value as Row)) continue;
      context.issues.push({
        code: "custom",
        path: [rule.column],
        message: rule.expected,
        params: { check: rule.check, remedy: rule.remedy },
        input: context.value,
      });
    }
  });
  return { ...spec, columns, schema: schema as unknown as z.ZodType<Row, Row> };
}
