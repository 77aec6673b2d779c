import { catalogue } from "./catalogue/index.ts";
import type { Every, MetricSpec, Reading } from "./metric.ts";
import type { Marts } from "./read.ts";

export interface MetricValue {
  /** First day of its period; null where the mart knows the newest day only. */
  period: string | null;
  /** In the metric's own unit; null where it is not defined. */
  value: number | null;
}

export interface SegmentValue {
  dimension: string;
  segment: string;
  value: number | null;
}

export interface MetricValues extends MetricValue {
  /** Whether the mart has the row, be its value null. */
  hasRow: boolean;
  /** Of the whole company up to the newest complete month, oldest first. */
  history: { period: string; value: number | null }[];
  /** In the same period, by every dimension of the mart but the whole company. */
  segments: SegmentValue[];
}

type Cell = string | number | boolean | null;
type Row = Readonly<Record<string, Cell>>;

/**
 * The values of one metric, read from the rows of its mart.
 *
 * A month's value is that of `lastMonth`, the newest complete month; a quarter's or half-year's is
 * the newest that is known.
 */
export function readValues(
  marts: Marts,
  reading: Reading,
  lastMonth: string,
  { history: past = reading, bySegment = reading }: Pick<MetricSpec, "history" | "bySegment"> = {},
): MetricValues {
  const company = companyValues(marts, reading);
  const newest = newestOf(company, reading.time?.every, lastMonth);
  const period = reading.time?.every === "month" ? lastMonth : (newest?.period ?? null);
  const older = past === reading ? company : companyValues(marts, past);
  return {
    period,
    value: newest?.value ?? null,
    hasRow: newest !== undefined,
    history: older.flatMap((point) =>
      point.period === null || point.period > lastMonth
        ? []
        : [{ period: point.period, value: point.value }],
    ),
    segments: rowsOf(marts, bySegment)
      .filter((row) => !isCompany(row) && cellOf(row, bySegment).period === period)
      .map((row) => ({
        dimension: String(row.dimension),
        segment: String(row.segment),
        value: cellOf(row, bySegment).value,
      })),
  };
}

function rowsOf(marts: Marts, { mart, where = {} }: Reading): readonly Row[] {
  const wanted = Object.entries(where);
  const rows = marts[mart] as unknown as readonly Row[];
  return rows.filter((row) => wanted.every(([column, cell]) => row[column] === cell));
}

function companyValues(marts: Marts, reading: Reading): MetricValue[] {
  return rowsOf(marts, reading)
    .filter(isCompany)
    .map((row) => cellOf(row, reading));
}

/** A mart without dimensions is of the whole company throughout. */
const isCompany = (row: Row): boolean => row.dimension === undefined || row.dimension === "all";

function cellOf(row: Row, { column, time }: Reading): MetricValue {
  const value = row[column];
  const period = time === undefined ? null : String(row[time.column]);
  return { period, value: typeof value === "number" ? value : null };
}

function newestOf(
  values: readonly MetricValue[],
  every: Every | undefined,
  lastMonth: string,
): MetricValue | undefined {
  if (every === undefined) return values[0];
  if (every === "month") return values.find(({ period }) => period === lastMonth);
  return values.findLast(({ value }) => value !== null);
}

/** The rows that a value is read from, as the SQL would say it: `dimension = 'all'`. */
export function filterOf({ mart, where = {} }: Reading): string {
  const all = { ...("dimension" in catalogue[mart].columns ? { dimension: "all" } : {}), ...where };
  return Object.entries(all)
    .map(([column, cell]) => (cell === true ? column : `${column} = ${literalOf(cell)}`))
    .join(" and ");
}

const literalOf = (cell: string | boolean | number): string =>
  typeof cell === "string" ? `'${cell}'` : String(cell);
