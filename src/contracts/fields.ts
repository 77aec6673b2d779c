import { z } from "zod";

/**
 * What a value singles out, where it is no mere property: a customer by id or by name, a record of
 * the source's by its number, or a person.
 */
export type Identity = "account" | "account_name" | "record" | "respondent" | "manager";

/** What the contract says of one column, beside the zod schema that checks it. */
export interface FieldInfo {
  /** DuckDB type of the loaded column. */
  sql: string;
  /** What the value must look like, in words for the person who exported the file. */
  expected: string;
  description: string;
  /** Set for choices: the values that are allowed. */
  choices?: readonly string[];
  /** What to do about values that are none of the choices, and that no mapping would make one; in lower case. */
  advice?: readonly { words: readonly string[]; remedy: string }[];
  /** Words that stand for no answer, in lower case. */
  nonAnswers?: readonly string[];
  /** Numbers are read with the source's decimal sign, days with its date format. */
  reads: "text" | "number" | "day" | "month" | "timestamp" | "flag" | "choice";
  /** Names a person or holds free text: published only where the configuration opts in by name. */
  isPrivate?: boolean;
  /** An amount or a count: read a thousand times too small, it would pass for one. */
  isQuantity?: boolean;
  /** Published as a code, unless the configuration opts in. */
  identifies?: Identity;
}

export const fieldInfo = z.registry<FieldInfo>();

/** A column: takes the cell's text, gives the canonical text that DuckDB loads. Absent = blank. */
export type Field = z.ZodType<string, string> | z.ZodOptional<z.ZodType<string, string>>;

export function isOptional(field: Field): boolean {
  return field instanceof z.ZodOptional;
}

export function infoOf(field: Field): FieldInfo {
  const inner = field instanceof z.ZodOptional ? (field.unwrap() as z.ZodType) : field;
  const info = fieldInfo.get(inner);
  if (!info)
    throw new Error("field without contract info; make it with one of the field functions");
  return info;
}

const maxTextLength = 10_000;

export function text(
  description: string,
  options: Pick<FieldInfo, "isPrivate" | "identifies"> = {},
) {
  const schema = z.string().min(1).max(maxTextLength);
  return schema.register(fieldInfo, {
    sql: "varchar",
    expected: `text of at most ${maxTextLength} characters`,
    description,
    reads: "text",
    ...options,
  });
}

/**
 * Several words in one cell, canonically with semicolons between: a cell without one has commas
 * there, ours or Chinese ones. `speed, price;` is thus one word with a comma in it.
 */
export function list(description: string) {
  const listed = (value: string) =>
    /[;；]/.test(value)
      ? value.replaceAll("；", ";")
      : value
          .split(/[,，、]/)
          .map((word) => word.trim())
          .filter(Boolean)
          .join("; ");
  return z
    .string()
    .min(1)
    .max(maxTextLength)
    .transform(listed)
    .register(fieldInfo, {
      sql: "varchar",
      expected: `text of at most ${maxTextLength} characters`,
      description,
      reads: "text",
    });
}

export function day(description: string) {
  return z.iso.date().register(fieldInfo, {
    sql: "date",
    expected: "YYYY-MM-DD such as 2024-12-31",
    description,
    reads: "day",
  });
}

/** A calendar month, canonically its first day. */
export function month(description: string) {
  return z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])(-\d\d)?$/)
    .transform((value) => `${value.slice(0, 7)}-01`)
    .register(fieldInfo, {
      sql: "date",
      expected: "YYYY-MM such as 2024-12",
      description,
      reads: "month",
    });
}

/** Money and rates: decimal text, never a binary number. Digits after the scale are rounded. */
export function decimal(
  description: string,
  scale: 6 | 8 = 6,
  options: Pick<FieldInfo, "isQuantity"> = {},
) {
  return z
    .string()
    .regex(/^-?(\d{1,12}(\.\d*)?|\.\d+)$/)
    .register(fieldInfo, {
      sql: `decimal(${scale + 12}, ${scale})`,
      expected: "a number such as 1200 or 1200.50",
      description,
      reads: "number",
      ...options,
    });
}

export function money(description: string) {
  return decimal(description, 6, { isQuantity: true });
}

/** A currency by its three letters, canonically in capitals. */
export function currency(description: string) {
  return z
    .string()
    .regex(/^[A-Za-z]{3}$/)
    .transform((value) => value.toUpperCase())
    .register(fieldInfo, {
      sql: "varchar",
      expected: "three letters such as EUR",
      description,
      reads: "text",
    });
}

export function count(description: string, most = 999_999_999_999) {
  return z
    .string()
    .regex(/^\d{1,12}(\.0*)?$/)
    .transform((value) => value.split(".")[0] ?? value)
    .refine((value) => Number(value) <= most)
    .register(fieldInfo, {
      sql: "bigint",
      expected: "a whole number of 0 or more such as 12",
      description,
      reads: "number",
      isQuantity: true,
    });
}

/** A score of a survey; `NA` is a non-answer and is kept as blank by the mapping. */
export function score(description: string, lowest: number, highest: number) {
  return z
    .string()
    .regex(/^\d{1,2}(\.0*)?$/)
    .transform((value) => value.split(".")[0] ?? value)
    .refine((value) => Number(value) >= lowest && Number(value) <= highest)
    .register(fieldInfo, {
      sql: "integer",
      expected: `a whole number from ${lowest} to ${highest}`,
      description,
      nonAnswers: ["na", "n/a"],
      reads: "number",
    });
}

/** One of a few words, whatever its case; canonically in lower case. */
export function choice(
  description: string,
  choices: readonly [string, ...string[]],
  advice: FieldInfo["advice"] = [],
) {
  return z
    .string()
    .transform((value) => value.toLowerCase().replaceAll(/[\s-]+/g, "_"))
    .pipe(z.enum(choices))
    .register(fieldInfo, {
      sql: "varchar",
      expected: `one of ${choices.join(", ")}`,
      description,
      choices,
      ...(advice.length > 0 ? { advice } : {}),
      reads: "choice",
    });
}

const flagWords: Readonly<Record<string, string>> = {
  true: "true",
  yes: "true",
  y: "true",
  "1": "true",
  false: "false",
  no: "false",
  n: "false",
  "0": "false",
};

export function flag(description: string) {
  return z
    .string()
    .refine((value) => value.toLowerCase() in flagWords)
    .transform((value) => flagWords[value.toLowerCase()] ?? "")
    .register(fieldInfo, {
      sql: "boolean",
      expected: "true or false (yes, no, 1, 0 are read too)",
      description,
      reads: "flag",
    });
}

/** Whether something happened, which some sources tell by how often it did. */
export function flagOrCount(description: string) {
  const wordOf = (value: string) =>
    /^\d{1,9}$/.test(value) ? String(Number(value) > 0) : flagWords[value.toLowerCase()];
  return z
    .string()
    .refine((value) => wordOf(value) !== undefined)
    .transform((value) => wordOf(value) ?? "")
    .register(fieldInfo, {
      sql: "boolean",
      expected: "true or false (yes, no, 1, 0 are read too), or how often as a whole number",
      description,
      reads: "flag",
    });
}
