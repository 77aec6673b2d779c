import { arrOverTime, placesWhere } from "../../charts/index.ts";
import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import { draw } from "../draw.ts";
import type { FigureModel } from "../figure.ts";
import { tabulate } from "../table.ts";
import { eventColumns, eventSentences, eventsWithin } from "../timeline/events.ts";
import { nativeMonths } from "../timeline/native-months.ts";
import { inPeriod, rowsOf, type View } from "../view.ts";
import { moveOf } from "./headline/headline.ts";
import { askGrowth } from "./headline/questions.ts";

/** ARR, and what is signed beside it, month by month. */
export function arrOverTimeFigure(view: View): FigureModel {
  const { report, scope, period, format } = view;
  const { overview } = say;
  const asked = ask(report, "recurringRevenue", {
    columns: ["month", "mrr", "arr", "carr", "customers", "is_complete"],
    where: { ...rowsOf(scope), ...inPeriod(period, "month", "month") },
    order: ["month"],
  });
  const { rows } = asked;
  const growth = askGrowth(view);
  const { arr_now, arr_year_ago, customers_now } = growth.rows[0] ?? {};
  const arr = arr_now ?? 0;
  const customers = customers_now ?? 0;
  const move = arr_year_ago ? moveOf("arr", arr_year_ago, arr, format) : undefined;
  const finding = overview.arrFinding(format.money(arr), move, format.monthLabel(report.lastMonth));
  const hasRunningMonth = rows.some((row) => !row.is_complete);
  const { columns } = overview;
  const months = rows.map(({ month }) => month);
  const events = eventsWithin(report, months, format);
  return {
    id: "arr",
    measure: overview.arrMeasure(report.company.currency),
    finding,
    facts: overview.arrFacts(format.number(customers), customers, format.day(report.asOf.day)),
    caveat: [
      overview.arrCaveat,
      ...(hasRunningMonth ? [overview.runningMonth] : []),
      ...eventSentences(events),
    ].join(" "),
    events,
    native: nativeMonths(
      [
        {
          name: columns.arr,
          values: rows.map((row) => row.arr),
          faint: placesWhere(rows, (row) => !row.is_complete),
        },
      ],
      { unit: "money", months, events },
      format,
    ),
    drawing: draw("arr", finding, format, (options) =>
      arrOverTime(rows, { ...options, events, text: { running: overview.running } }),
    ),
    table: tabulate(format, rows, { caption: overview.arrMeasure(report.company.currency) }, [
      { label: columns.month, unit: "monthLabel", value: (row) => row.month },
      { label: columns.mrr, unit: "cents", value: (row) => row.mrr },
      { label: columns.arr, unit: "cents", value: (row) => row.arr },
      { label: columns.carr, unit: "cents", value: (row) => row.carr },
      { label: columns.customers, unit: "number", value: (row) => row.customers },
      ...eventColumns<(typeof rows)[number]>(events),
    ]),
    queries: [asked, growth],
  };
}
