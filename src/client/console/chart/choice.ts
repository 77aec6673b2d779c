import type { PlainMark } from "../../../charts/index.ts";
import type { Result, ResultColumn } from "../result/values/result.ts";

/** What of a result is drawn, and how. */
export interface Choice {
  x: ResultColumn;
  y: ResultColumn;
  series: ResultColumn | undefined;
  mark: PlainMark;
}

export type Scale = "number" | "time" | "name";

export const scaleOf = ({ kind }: ResultColumn): Scale =>
  kind === "number" ? "number" : kind === "day" || kind === "moment" ? "time" : "name";

/** Rows that are looked at to tell whether a column holds few names. */
const looked = 1_000;

/** Columns that number things, which nobody sums or draws. */
const isNumbering = ({ name }: ResultColumn) => /(^|_)(id|no|nr|number|rank)$/i.test(name);

/**
 * What a reader most likely wants to see: values over time, or over a number that climbs from row to
 * row, as lines; values of names as bars; two numbers as dots. Nothing where no column holds numbers.
 */
export function defaultChoice(result: Result, mostSeries: number): Choice | undefined {
  const { columns } = result;
  const numbers = columns.filter(({ kind }) => kind === "number");
  const time = columns.find((column) => scaleOf(column) === "time");
  const names = columns.filter((column) => scaleOf(column) === "name");
  const groups = names.find((column) => {
    const count = countOfNames(result, column, mostSeries);
    return count > 1 && count <= mostSeries;
  });
  const naming = names.find((column) => !hasTwice(result, column, undefined));
  const steps = numbers.length > 1 ? numbers.find((x) => climbs(result, x, groups)) : undefined;
  const several = names.find((column) => countOfNames(result, column, 1) > 1) ?? names[0];
  const x = time ?? naming ?? steps ?? several ?? (numbers.length > 1 ? numbers[0] : columns[0]);
  const others = numbers.filter((column) => column !== x);
  const y = others.find((column) => !isNumbering(column)) ?? others[0] ?? numbers[0];
  if (!x || !y) return undefined;
  const series = x === time || x === steps ? groups : undefined;
  const mark = x === steps ? "line" : defaultMark(x);
  const isAggregated = scaleOf(x) === "name" || !hasTwice(result, x, series);
  return { x, y, series, mark: isAggregated ? mark : "dot" };
}

/** Whether whole numbers get larger from row to row of every series, as ages and ranks do. */
function climbs(
  { rowCount }: Result,
  column: ResultColumn,
  series: ResultColumn | undefined,
): boolean {
  const last = new Map<string | null | undefined, number>();
  for (let row = 0; row < Math.min(rowCount, looked); row++) {
    const text = column.text(row);
    const value = text === null ? Number.NaN : Number(text);
    const group = series?.text(row);
    if (!Number.isInteger(value) || value <= (last.get(group) ?? Number.NEGATIVE_INFINITY)) {
      return false;
    }
    last.set(group, value);
  }
  return rowCount > last.size;
}

/** Whether several rows are of the same place and series: no line goes through them. */
function hasTwice(
  { rowCount }: Result,
  x: ResultColumn,
  series: ResultColumn | undefined,
): boolean {
  const seen = new Set<string>();
  const count = Math.min(rowCount, looked);
  // Over the whole, so that an order by the series hides none.
  const step = Math.max(1, Math.floor(rowCount / count));
  for (let row = 0; row < rowCount; row += step) seen.add(`${x.text(row)}\n${series?.text(row)}`);
  return seen.size < Math.ceil(rowCount / step);
}

export const defaultMark = (x: ResultColumn): PlainMark =>
  (({ time: "line", name: "bar", number: "dot" }) as const)[scaleOf(x)];

function countOfNames({ rowCount }: Result, column: ResultColumn, most: number): number {
  const seen = new Set<string | null>();
  for (let row = 0; row < Math.min(rowCount, looked) && seen.size <= most; row++) {
    seen.add(column.text(row));
  }
  return seen.size;
}
