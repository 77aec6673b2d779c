/** What a cell of a mart holds. Days are YYYY-MM-DD. */
export type Value = string | number | boolean | null;
export type Row = Readonly<Record<string, Value>>;

/** What a column must be: a value, one of several or none of them, or a comparison. */
export type Test<V extends Value> =
  | V
  | readonly V[]
  | { isNull: boolean }
  | { noneOf: readonly V[] }
  | { above?: V & (string | number); atMost?: V & (string | number) }
  | { multipleOf: V & number };

/** All of them hold. */
export type Where<R> = { readonly [Column in keyof R]?: Test<R[Column] & Value> };

interface Condition {
  sql: string;
  holds: (value: Value) => boolean;
}

/** A value as SQL writes it; days compare as the engine reads a quoted day. */
export function literal(value: Value): string {
  return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
}

/** The conditions in SQL, one a line, and the same for a row. */
export function conditionsOf<R>(where: Where<R>): { sql: string[]; holds: (row: Row) => boolean } {
  const conditions = Object.entries(where).map(([column, test]) => ({
    column,
    ...conditionOf(column, test as Test<Value>),
  }));
  return {
    sql: conditions.map(({ sql }) => sql),
    holds: (row) => conditions.every(({ column, holds }) => holds(row[column] ?? null)),
  };
}

function conditionOf(column: string, test: Test<Value>): Condition {
  if (test === null || typeof test !== "object") {
    if (typeof test === "boolean") {
      return { sql: test ? column : `not ${column}`, holds: (value) => value === test };
    }
    if (test === null) throw new Error(`null never equals a cell; ask ${column}: { isNull: true }`);
    return { sql: `${column} = ${literal(test)}`, holds: (value) => value === test };
  }
  if (isList(test)) {
    const [only] = test;
    if (test.length === 1 && only !== undefined) return conditionOf(column, only);
    return {
      sql: `${column} in ${listOf(test)}`,
      holds: (value) => value !== null && test.includes(value),
    };
  }
  if ("isNull" in test) {
    return {
      sql: `${column} is ${test.isNull ? "" : "not "}null`,
      holds: (value) => (value === null) === test.isNull,
    };
  }
  if ("noneOf" in test) {
    const { noneOf: others } = test;
    return {
      sql: others.length > 0 ? `${column} not in ${listOf(others)}` : `${column} is not null`,
      holds: (value) => value !== null && !others.includes(value),
    };
  }
  if ("multipleOf" in test) {
    const { multipleOf: step } = test;
    return {
      sql: `${column} % ${step} = 0`,
      holds: (value) => typeof value === "number" && value % step === 0,
    };
  }
  const { above, atMost } = test;
  const bounds = [
    ...(above === undefined ? [] : [`${column} > ${literal(above)}`]),
    ...(atMost === undefined ? [] : [`${column} <= ${literal(atMost)}`]),
  ];
  return {
    sql: bounds.join("\n    and "),
    holds: (value) =>
      value !== null &&
      (above === undefined || value > above) &&
      (atMost === undefined || value <= atMost),
  };
}

function isList(test: Test<Value>): test is readonly Value[] {
  return Array.isArray(test);
}

/** The values in brackets, on one line where they fit; none = nothing equals it. */
function listOf(values: readonly Value[]): string {
  const items = values.length > 0 ? values.map(literal) : ["null"];
  const line = `(${items.join(", ")})`;
  return line.length <= 56 ? line : `(\n        ${items.join(",\n        ")}\n    )`;
}
