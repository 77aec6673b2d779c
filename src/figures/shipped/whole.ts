import type { Row } from "../../shared/query/index.ts";
import { alertColumns } from "../board/alerts.ts";
import { targetColumns } from "../board/targets.ts";
import { waveColumns } from "../nps/by-wave.ts";
import type { PageName } from "../tell.ts";
import type { FigureReport } from "../view.ts";
import { asked, type Columns, filtered, type Marts } from "./asked.ts";
import { columnsOf, rowsOfColumns, type Columns as Table } from "./columns.ts";
import { openReport, type ShippedReport } from "./shipped.ts";

/** What the charts of the whole company are drawn from beyond the rows of its segments. */
const drawnFrom: Readonly<Record<PageName, Columns>> = {
  overview: {
    headlineMetrics: ["metric", "month", "value"],
    goalForecasts: targetColumns,
    metricAlerts: ["month", ...alertColumns],
    goalAttainment: ["metric", "period", "period_end", "target", "value", "is_met"],
  },
  retention: {},
  cash: { customerCash: ["dimension", "segment", "age", "customers", "cumulative_cash"] },
  nps: { npsByWave: ["dimension", ...waveColumns] },
};

/** Those rows column by column, without what travels with the rows of the segments. */
export type ShippedWhole = Readonly<Record<string, Table>>;

/** What a browser needs beside a page's shipped report to draw every chart of the whole company anew. */
export function shipWhole({ marts }: FigureReport, page: PageName): ShippedWhole {
  const wanted = Object.entries(drawnFrom[page]) as [keyof Marts, readonly string[]][];
  const tables = wanted.map(([name, columns]) => {
    const isShipped = asked[page][name] !== undefined;
    const rows = (marts[name] as readonly unknown[] as Row[]).filter(
      ({ dimension }) => !isShipped || !filtered.has(dimension ?? null),
    );
    return [name, columnsOf(rows, columns)] as const;
  });
  return Object.fromEntries(tables);
}

/** The report of the whole company again, for its charts. */
export function openWhole(shipped: ShippedReport, whole: ShippedWhole): FigureReport {
  const { marts, ...report } = openReport(shipped);
  const known = marts as unknown as Readonly<Record<string, readonly Row[]>>;
  const more = Object.entries(whole).map(([name, table]) => [
    name,
    [...(known[name] ?? []), ...rowsOfColumns(table)],
  ]);
  const all: Readonly<Record<string, readonly Row[]>> = Object.fromEntries(more);
  return {
    ...report,
    marts: new Proxy(marts, {
      get: (shippedMarts, name) =>
        (typeof name === "string" ? all[name] : undefined) ?? Reflect.get(shippedMarts, name),
    }),
  };
}
