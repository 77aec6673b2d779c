import type { Computed } from "./columns.ts";
import { conditionsOf, literal, type Row, type Value, type Where } from "./conditions.ts";

/** A column, its descending order, or the order of a list that holds all its values. */
export type Order<Column extends string> =
  | Column
  | { descending: Column }
  | { by: Column; as: readonly string[] };

/**
 * What a figure asks of one mart. With a total among `computed`, one row per value of `columns` and
 * per quarter of `quarters`.
 */
export interface Question<
  R,
  Column extends keyof R & string,
  Name extends string,
  Quarter extends string = never,
> {
  /** By name the first day of the calendar quarter that a column of days falls in. */
  quarters?: { readonly [Own in Quarter]: keyof R & string };
  columns?: readonly Column[];
  /** By name; one may read those before it. */
  computed?: { readonly [Own in Name]: Computed<NoInfer<(keyof R & string) | Name>> };
  where?: Where<R>;
  order?: readonly Order<NoInfer<(keyof R & string) | Name | Quarter>>[];
  limit?: number;
}

export type AnswerRow<
  R,
  Column extends keyof R,
  Name extends string,
  Quarter extends string = never,
> = Pick<R, Column> & Record<Name, number | null> & Record<Quarter, string>;

/** The rows that the question's SQL gives from a table of these rows, in the same order. */
export function selectRows<
  R,
  C extends keyof R & string = never,
  N extends string = never,
  Q extends string = never,
>(rows: readonly R[], question: Question<R, C, N, Q>): AnswerRow<R, C, N, Q>[] {
  const { order = [], limit } = question;
  const computed = computedOf(question);
  const quarters = quartersOf(question);
  const columns = [...quarters.map(([name]) => name), ...(question.columns ?? [])];
  const { holds } = conditionsOf(question.where ?? {});
  const kept = (rows as readonly unknown[] as readonly Row[])
    .filter(holds)
    .map((row) => withQuarters(row, quarters));
  const isGrouped = computed.some(([, { isTotal }]) => isTotal);
  const groups = isGrouped ? groupsOf(kept, columns) : kept.map((row) => [row]);
  const answered = groups.map((members) => {
    const [from = {}] = members;
    const row: Record<string, Value> = {};
    for (const column of columns) row[column] = from[column] ?? null;
    for (const [name, { isTotal, of }] of computed)
      row[name] = of(isTotal ? members : [isGrouped ? row : { ...row, ...from }]);
    return { from, row };
  });
  const cell = (entry: (typeof answered)[number], column: string) =>
    entry.row[column] ?? entry.from[column] ?? null;
  const sorted = answered.toSorted((a, b) => {
    for (const by of order) {
      const side = compare(by, (column) => [cell(a, column), cell(b, column)]);
      if (side !== 0) return side;
    }
    return 0;
  });
  return sorted.slice(0, limit).map(({ row }) => row) as unknown as AnswerRow<R, C, N, Q>[];
}

function withQuarters(row: Row, quarters: readonly [string, string][]): Row {
  return {
    ...row,
    ...Object.fromEntries(quarters.map(([name, of]) => [name, quarterOf(row[of])])),
  };
}

/** 2025-08-15 -> 2025-07-01 */
function quarterOf(day: Value | undefined): Value {
  if (typeof day !== "string") return null;
  const first = 3 * Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1;
  return `${day.slice(0, 5)}${String(first).padStart(2, "0")}-01`;
}

function quartersOf<R, C extends keyof R & string, N extends string, Q extends string>({
  quarters,
}: Question<R, C, N, Q>): [string, string][] {
  return Object.entries<string>(quarters ?? {});
}

function computedOf<R, C extends keyof R & string, N extends string, Q extends string>({
  computed,
}: Question<R, C, N, Q>): [string, Computed<string>][] {
  return Object.entries(computed ?? {});
}

/** Without columns all rows are one group, also where there is none. */
function groupsOf(rows: readonly Row[], columns: readonly string[]): Row[][] {
  if (columns.length === 0) return [[...rows]];
  const keyOf = (row: Row) => JSON.stringify(columns.map((column) => row[column]));
  return [...Map.groupBy(rows, keyOf).values()];
}

function compare(order: Order<string>, pick: (column: string) => [Value, Value]): number {
  if (typeof order === "string") return sideOf(...pick(order));
  if ("descending" in order) return -sideOf(...pick(order.descending));
  const [a, b] = pick(order.by).map((value) => order.as.indexOf(String(value)));
  return sideOf(a ?? -1, b ?? -1);
}

function sideOf(a: Value, b: Value): number {
  if (a === b || a === null || b === null) return 0;
  return a < b ? -1 : 1;
}

/** The question in SQL, in the style of the marts. */
export function sqlOf<
  R,
  C extends keyof R & string = keyof R & string,
  N extends string = never,
  Q extends string = never,
>(table: string, question: Question<R, C, N, Q>): string {
  const { order = [], limit } = question;
  const computed = computedOf(question);
  const quarters = quartersOf(question);
  const columns = [...quarters.map(([name]) => name), ...(question.columns ?? [])];
  // A day again, whatever type the engine's version gives a day cut to its quarter.
  const cut = quarters.map(([name, of]) => `cast(date_trunc('quarter', ${of}) as date) as ${name}`);
  const list = [
    ...cut,
    ...(question.columns ?? []),
    ...computed.map(([name, { sql }]) => `${sql} as ${name}`),
  ];
  const conditions = conditionsOf(question.where ?? {}).sql;
  const isGrouped = columns.length > 0 && computed.some(([, { isTotal }]) => isTotal);
  const sorting = order.flatMap(orderSql);
  return [
    clause("select", list),
    `from ${table}`,
    ...(conditions.length > 0 ? [`where ${conditions.join("\n    and ")}`] : []),
    ...(isGrouped ? [clause("group by", columns)] : []),
    ...(sorting.length > 0 ? [clause("order by", sorting)] : []),
    ...(limit === undefined ? [] : [`limit ${limit}`]),
  ].join("\n");
}

function orderSql(order: Order<string>): string[] {
  if (typeof order === "string") return [order];
  if ("descending" in order) return [`${order.descending} desc`];
  // One value needs no order.
  if (order.as.length < 2) return [];
  const line = `list_position([${order.as.map(literal).join(", ")}], ${order.by})`;
  if (line.length <= 76) return [line];
  const list = order.as.map((value) => `            ${literal(value)}`).join(",\n");
  return [`list_position(\n        [\n${list}\n        ],\n        ${order.by}\n    )`];
}

/** On one line where it fits. */
function clause(keyword: string, items: readonly string[]): string {
  const line = `${keyword} ${items.join(", ")}`;
  return line.length <= 80 && !line.includes("\n")
    ? line
    : `${keyword}\n    ${items.join(",\n    ")}`;
}
