import * as Plot from "@observablehq/plot";
import type { Catalogue, RowOf } from "../../metrics/index.ts";
import { monthAxis, valueAxis, valueScale } from "../axes.ts";
import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import type { ChartEvent } from "../events.ts";
import { dodge } from "../measure.ts";
import { monthDay, monthIndex } from "../months.ts";
import { overlay } from "../overlay.ts";
import { renderChart } from "../render.ts";
import { isNarrow, lineHeight, paint } from "../theme.ts";
import { monthFrame } from "./month-frame.ts";

/** What the chart reads of the mart. */
export type RecurringRevenue = Pick<
  RowOf<Catalogue["recurringRevenue"]>,
  "month" | "arr" | "is_complete"
>;

export interface ArrOverTimeOptions extends ChartOptions {
  events?: readonly ChartEvent[];
  text: {
    /** Label of the month that is not over, such as "$1.2M so far". */
    running: (value: string) => string;
  };
}

/**
 * The growth of annual recurring revenue: a line over a soft area, the newest complete month labelled; the month that
 * is still running is dashed and hollow.
 * @param rows one per month, of one segment
 */
export function arrOverTime(rows: readonly RecurringRevenue[], options: ArrOverTimeOptions): Chart {
  requireRows(rows, "arrOverTime", "recurring_revenue");
  const { width, format, text, events = [] } = options;
  const points = rows
    .map((row) => ({ x: monthIndex(row.month), y: row.arr, isComplete: row.is_complete }))
    .sort((a, b) => a.x - b.x);
  const complete = points.filter((point) => point.isComplete);
  const newest = complete.at(-1);
  const running = points.filter((point) => newest === undefined || point.x > newest.x);
  const current = running.at(-1);

  const labels = [
    ...(newest
      ? [
          { text: format.money(newest.y), isMain: true },
          { text: format.monthLabel(monthDay(newest.x)), isMain: false },
        ]
      : []),
    ...(current ? [{ text: text.running(format.money(current.y)), isMain: false }] : []),
  ];
  const scale = valueScale([0, ...points.map((point) => point.y)], isNarrow(width) ? 3 : 5);
  const first = points[0]?.x ?? 0;
  const last = points.at(-1)?.x ?? first;
  const frame = monthFrame({
    ...options,
    months: points.map(({ x }) => x),
    first,
    last,
    scale,
    write: format.money,
    labels: labels.map((label) => label.text),
    events,
  });

  return renderChart(
    {
      ...frame.layout,
      marks: [
        valueAxis(scale.ticks, format.money, { zero: true }),
        monthAxis(first, last, format.monthLabel, { pixels: frame.pixels, width }),
        overlay(frame.drawEvents),
        Plot.areaY(complete, { x: "x", y1: 0, y2: "y", fill: paint("accent"), fillOpacity: 0.12 }),
        Plot.lineY(complete, { x: "x", y: "y", stroke: paint("accent"), strokeWidth: 2 }),
        Plot.lineY(newest ? [newest, ...running] : running, {
          x: "x",
          y: "y",
          stroke: paint("accent"),
          strokeWidth: 1.5,
          strokeDasharray: "3 3",
        }),
        Plot.dot(newest ? [newest] : [], { x: "x", y: "y", r: 4, fill: paint("accent") }),
        Plot.dot(running, {
          x: "x",
          y: "y",
          r: 3.5,
          fill: paint("paper"),
          stroke: paint("accent"),
        }),
        overlay((pen) => {
          const wanted = labelPlaces(newest && pen.y(newest.y), current && pen.y(current.y));
          const places = dodge(wanted, lineHeight, frame.top, frame.bottom - 8);
          for (const [index, label] of labels.entries()) {
            pen.text(frame.labelX, places[index] ?? frame.top, label.text, {
              anchor: "start",
              bold: label.isMain,
              fill: paint(label.isMain ? "accent" : "muted"),
            });
          }
        }),
      ],
    },
    options,
    {
      guide: "column",
      at: (pen) =>
        points.map(({ x, y, isComplete }, index) => {
          const value = format.moneyFull(y);
          const told = isComplete ? value : text.running(value);
          const lines = [format.monthLabel(monthDay(x)), told, ...frame.happened(index)];
          return { x: pen.x(x), y: pen.y(y), lines };
        }),
    },
  );
}

/** The newest value with its month under it; the running month goes over both or under both. */
function labelPlaces(newest: number | undefined, current: number | undefined): number[] {
  if (newest === undefined) return current === undefined ? [] : [current];
  const month = newest + lineHeight;
  if (current === undefined) return [newest, month];
  return [newest, month, current <= newest ? current - 0.01 : Math.max(current, month + 0.01)];
}
