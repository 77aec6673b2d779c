import * as Plot from "@observablehq/plot";
import { monthAxis, valueAxis, valueScale } from "../axes.ts";
import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import type { ChartEvent } from "../events.ts";
import type { Unit } from "../format.ts";
import { dodge } from "../measure.ts";
import { type MonthValue, monthDay, toPoints } from "../months.ts";
import { leader, overlay } from "../overlay.ts";
import { renderChart } from "../render.ts";
import { isNarrow, lineHeight, paint } from "../theme.ts";
import { monthFrame } from "./month-frame.ts";

export interface MetricTrendOptions extends ChartOptions {
  unit: Unit;
  target?: number;
  events?: readonly ChartEvent[];
  text: {
    /** Label of the rule, such as "target 105%". */
    target: (value: string) => string;
  };
}

/** One metric over the months: its line, the newest value labelled, the target as a labelled rule. Not from zero. */
export function metricTrend(rows: readonly MonthValue[], options: MetricTrendOptions): Chart {
  const { width, format, unit, target, text, events = [] } = options;
  const points = toPoints(rows);
  const known = points.flatMap(({ x, y }) => (y === null ? [] : [{ x, y }]));
  requireRows(known, "metricTrend", "the metric");
  const newest = known.at(-1) ?? { x: 0, y: 0 };
  const write = format[unit];

  const labels = [
    { y: newest.y, text: write(newest.y), isValue: true },
    ...(target === undefined
      ? []
      : [{ y: target, text: text.target(write(target)), isValue: false }]),
  ];
  const values = known.map((point) => point.y);
  const scale = valueScale(
    target === undefined ? values : [...values, target],
    isNarrow(width) ? 3 : 5,
  );
  const first = points[0]?.x ?? 0;
  const last = points.at(-1)?.x ?? first;
  const frame = monthFrame({
    ...options,
    months: known.map(({ x }) => x),
    periods: points.map(({ x }) => x),
    first,
    last,
    scale,
    write,
    labels: labels.map((label) => label.text),
    events,
  });

  return renderChart(
    {
      ...frame.layout,
      marks: [
        valueAxis(scale.ticks, write),
        monthAxis(first, last, format.monthLabel, { pixels: frame.pixels, width }),
        overlay(frame.drawEvents),
        target === undefined
          ? null
          : Plot.ruleY([target], { stroke: paint("ink"), strokeDasharray: "5 4" }),
        Plot.lineY(points, { x: "x", y: "y", stroke: paint("accent"), strokeWidth: 2 }),
        Plot.dot(alone(points), { x: "x", y: "y", r: 2, fill: paint("accent") }),
        Plot.dot([newest], { x: "x", y: "y", r: 4, fill: paint("accent") }),
        overlay((pen) => {
          const places = dodge(
            labels.map((label) => pen.y(label.y)),
            lineHeight,
            frame.top,
            frame.bottom - 6,
          );
          const valueY = places[0] ?? frame.top;
          const gap = Math.hypot(pen.x(last) - pen.x(newest.x), pen.y(newest.y) - valueY);
          if (gap > 6) {
            leader(pen, pen.x(newest.x) + 5, pen.y(newest.y), frame.labelX - 3, valueY);
          }
          for (const [index, label] of labels.entries()) {
            pen.text(frame.labelX, places[index] ?? frame.top, label.text, {
              anchor: "start",
              bold: label.isValue,
              fill: paint(label.isValue ? "accent" : "ink"),
            });
          }
        }),
      ],
    },
    options,
    {
      guide: "column",
      at: (pen) =>
        known.map(({ x, y }, index) => ({
          x: pen.x(x),
          y: pen.y(y),
          lines: [format.monthLabel(monthDay(x)), write(y), ...frame.happened(index)],
        })),
    },
  );
}

/** Values with gaps on both sides, through which no line goes. */
const alone = (points: readonly { x: number; y: number | null }[]) =>
  points.filter(
    ({ y }, index) =>
      y !== null &&
      [points[index - 1], points[index + 1]].every((near) => (near?.y ?? null) === null),
  );
