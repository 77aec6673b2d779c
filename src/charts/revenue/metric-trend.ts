import * as Plot from "@observablehq/plot";
import { monthAxis, valueAxis, valueMargin, valueScale } from "../axes.ts";
import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { type ChartEvent, drawEvents, eventsFrom, monthPlace, placeEvents } from "../events.ts";
import type { Unit } from "../format.ts";
import { dodge, textWidth, widest } from "../measure.ts";
import { type MonthValue, monthDay, toPoints } from "../months.ts";
import { leader, overlay } from "../overlay.ts";
import { renderChart } from "../render.ts";
import { fontSize, isNarrow, lineHeight, paint, plotHeight } from "../theme.ts";

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
  const size = fontSize(width);

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
  const firstMonth = textWidth(format.monthLabel(monthDay(first)), size);
  const marginLeft = Math.max(valueMargin(scale.ticks, write, width), Math.ceil(firstMonth / 2));
  const marginRight =
    Math.ceil(
      widest(
        labels.map((label) => label.text),
        size,
        true,
      ),
    ) + 14;
  const marginBottom = 30;
  const pixels = width - marginLeft - marginRight;
  const room = { left: marginLeft, right: width - marginRight, width };
  const marked = placeEvents(events, monthPlace(first, last), room);
  const marginTop = 14 + marked.height;
  const height = plotHeight(options) + marked.height;
  const happened = eventsFrom(
    events,
    known.map(({ x }) => x),
  );

  return renderChart(
    {
      width,
      height,
      marginLeft,
      marginRight,
      marginTop,
      marginBottom,
      x: { type: "linear", domain: [first, Math.max(last, first + 1)] },
      y: { domain: scale.domain },
      marks: [
        valueAxis(scale.ticks, write),
        monthAxis(first, last, format.monthLabel, { pixels, width }),
        overlay((pen) => drawEvents(pen, marked, marginTop, height - marginBottom)),
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
            marginTop,
            height - marginBottom - 6,
          );
          const valueY = places[0] ?? marginTop;
          const gap = Math.hypot(pen.x(last) - pen.x(newest.x), pen.y(newest.y) - valueY);
          if (gap > 6) {
            leader(pen, pen.x(newest.x) + 5, pen.y(newest.y), width - marginRight + 7, valueY);
          }
          for (const [index, label] of labels.entries()) {
            pen.text(width - marginRight + 10, places[index] ?? marginTop, label.text, {
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
          lines: [format.monthLabel(monthDay(x)), write(y), ...happened(index)],
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
