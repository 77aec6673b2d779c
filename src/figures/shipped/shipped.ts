import type { Row, Value } from "../../shared/query/index.ts";
import { tableOf } from "../ask.ts";
import type { PageName } from "../tell.ts";
import { definitionsTold, type FigureReport, type Scope } from "../view.ts";
import { asked, filtered, type Columns as MartColumns, type Marts, ofForm } from "./asked.ts";
import { type Columns, columnsOf, rowsOfColumns } from "./columns.ts";

/**
 * The report of the customers of several segments together. Targets are the company's.
 *
 * @param dimensions of the segments
 * @param costOf whose cost of winning a customer the rows are reckoned with
 */
export function combinedReport(
  report: FigureReport,
  tables: Readonly<Record<string, readonly Row[]>>,
  { dimensions, costOf }: { dimensions?: readonly string[]; costOf?: Scope | undefined } = {},
): FigureReport {
  const { target: _ofCompany, ...star } = report.definitions.north_star;
  return {
    ...report,
    definitions: { ...report.definitions, north_star: star },
    marts: martsFrom(tables),
    isCombination: true,
    costOf,
    dimensions: dimensions ?? [],
  };
}

/** A report's rows for one page, column by column: what a browser needs to filter it. */
export interface ShippedReport extends Omit<FigureReport, "marts"> {
  marts: Record<string, Columns>;
  /** Months that a period can start and end with. */
  months: string[];
}

export function shipReport(report: FigureReport, page: PageName): ShippedReport {
  const { metrics } = report;
  return {
    ...shipMarts(report, asked[page]),
    metrics:
      page === "overview"
        ? metrics.map(({ id, short, unit, direction }) => ({ id, short, unit, direction }))
        : [],
  };
}

/** What a filter bar is made of, without the rows of any figure. */
export const formOf = (report: FigureReport): ShippedReport => shipMarts(report, ofForm);

function shipMarts(report: FigureReport, columns: MartColumns): ShippedReport {
  const { company, asOf, lastMonth, datasets, marts, sql } = report;
  const names = Object.keys(columns) as (keyof Marts)[];
  const tables = names.map((name) => [
    name,
    columnsOf(
      shippedRows(marts[name] as readonly unknown[] as Row[]),
      (columns[name] ?? []) as string[],
      shortened,
    ),
  ]);
  return {
    company,
    asOf,
    lastMonth,
    datasets: datasets.map(({ dataset, isPresent }) => ({ dataset, isPresent })),
    definitions: Object.fromEntries(
      definitionsTold.map((name) => [name, report.definitions[name]]),
    ) as unknown as FigureReport["definitions"],
    metrics: [],
    marts: Object.fromEntries(tables),
    sql: Object.fromEntries(names.map(tableOf).map((name) => [name, sql[name] ?? ""])),
    months: marts.recurringRevenue
      .filter(({ dimension }) => dimension === "all")
      .map(({ month }) => month),
  };
}

/** No figure shows cohorts of a month. */
function shippedRows(rows: readonly Row[]): Row[] {
  return rows.filter(
    ({ dimension, unit }) =>
      (dimension === undefined || filtered.has(dimension)) && unit !== "month",
  );
}

/** No figure shows more digits than that; money of a company has them all. */
const digits = 12;

export const shortened = (value: Value): Value =>
  typeof value === "number" ? Number(value.toPrecision(digits)) : value;

/** The report again; marts that were not shipped have no rows. */
export function openReport({ marts, months: _months, ...report }: ShippedReport): FigureReport {
  const tables = Object.entries(marts).map(
    ([name, table]) => [name, rowsOfColumns(table)] as const,
  );
  return { ...report, marts: martsFrom(Object.fromEntries(tables)) };
}

/** Those that are not among them have no rows. */
function martsFrom(tables: Readonly<Record<string, readonly Row[]>>): Marts {
  return new Proxy(tables as unknown as Marts, {
    get: (all, name) => Reflect.get(all, name) ?? [],
  });
}
