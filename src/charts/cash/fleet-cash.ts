import * as Plot from "@observablehq/plot";
import { ageAxisTicks, stepAxis, valueAxis, valueMargin, valueScale } from "../axes.ts";
import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { dodge, textWidth, truncate, widest } from "../measure.ts";
import { leader, overlay, type Pen, within } from "../overlay.ts";
import { renderChart } from "../render.ts";
import { fontSize, isNarrow, lineHeight, paint, plotHeight, seriesLook } from "../theme.ts";
import { readCash } from "./read-cash.ts";

/** Cumulative cash of a company that wins so many customers every month. */
export interface FleetSeries {
  /** Instead of its pace. */
  name?: string;
  /** The pace of today, which stands out. */
  isNow?: boolean;
  customersPerMonth: number;
  points: readonly { month: number; cash: number }[];
  /** `depth` is the cash to fund, a positive amount. */
  trough: { month: number; depth: number };
  breakEven: number | null;
}

export interface FleetCashOptions extends ChartOptions {
  text: {
    /** Under the axis, such as "months since the first sale". */
    month: string;
    /** Such as "10 a month". */
    pace: (customersPerMonth: number) => string;
    /** Under a trough, such as "$330K to fund". */
    trough: (depth: string) => string;
    /** Over the months of the troughs, such as "deepest in month 11". */
    troughMonth: (month: number) => string;
    /** Such as "break-even month 23". */
    breakEven: (month: number) => string;
  };
}

/** The faster a company grows, the deeper the trough it has to fund: one line a pace, trough and break-even marked. */
export function fleetCash(
  data: { series: readonly FleetSeries[] },
  options: FleetCashOptions,
): Chart {
  const { width, format, text } = options;
  const points = data.series.flatMap((series) => series.points);
  requireRows(points, "fleetCash", "the model");
  const size = fontSize(width);
  const plotBottom = plotHeight(options) + (isNarrow(width) ? 60 : 80);
  const height = plotBottom + 23 + lineHeight;
  const scale = valueScale([0, ...points.map((point) => point.cash)], isNarrow(width) ? 5 : 7);
  const lastMonth = Math.max(1, ...points.map((point) => point.month));
  const lines = data.series.map((series, index) => ({
    ...series,
    look: seriesLook(index),
    end: series.points.at(-1) ?? { month: 0, cash: 0 },
    name: truncate(
      series.name ?? text.pace(series.customersPerMonth),
      isNarrow(width) ? 92 : 190,
      size,
      true,
    ),
  }));
  const marginLeft = valueMargin(scale.ticks, format.money, width);
  const marginRight =
    Math.ceil(
      widest(
        lines.map((line) => line.name),
        size,
        true,
      ),
    ) + 16;
  const marks = data.series.flatMap(({ trough, breakEven }) => [trough.month, breakEven ?? []]);
  const marginTop =
    scale.domain[1] > 0 ? 10 : 10 + lineHeight * (1 + distinct(marks.flat()).length);
  const pixels = width - marginLeft - marginRight;

  return renderChart(
    {
      width,
      height,
      marginLeft,
      marginRight,
      marginTop,
      marginBottom: height - plotBottom,
      x: { type: "linear", domain: [0, lastMonth] },
      y: { domain: scale.domain },
      marks: [
        valueAxis(scale.ticks, format.money),
        stepAxis(
          ageAxisTicks(lastMonth, [format.number(lastMonth)], { pixels, width }),
          format.number,
        ),
        Plot.ruleY([0], { stroke: paint("ink"), strokeWidth: 1.5 }),
        lines.map(({ points, look, isNow }) =>
          Plot.lineY(points, {
            x: "month",
            y: "cash",
            stroke: look.colour,
            strokeWidth: isNow ? 3 : 2,
          }),
        ),
        overlay((pen) => {
          pen.text(marginLeft, plotBottom + 30, text.month, {
            anchor: "start",
            fill: paint("muted"),
          });
          const places = dodge(
            lines.map(({ end }) => pen.y(end.cash)),
            lineHeight,
            marginTop,
            plotBottom - 4,
          );
          for (const [index, { end, look, name }] of lines.entries()) {
            const x = width - marginRight;
            const y = places[index] ?? marginTop;
            if (Math.abs(pen.y(end.cash) - y) > 4) leader(pen, x + 1, pen.y(end.cash), x + 6, y);
            pen.text(x + 9, y, name, { anchor: "start", bold: true, fill: look.colour });
          }
          const room = { left: marginLeft, right: width - marginRight, bottom: plotBottom, size };
          drawMonths(pen, lines, text, room);
          drawTroughs(pen, lines, (depth) => text.trough(format.money(depth)), room);
        }),
      ],
    },
    options,
    { guide: "column", at: (pen) => readCash(pen, lines, { format, month: text.month }) },
  );
}

type Line = FleetSeries & { look: { colour: string } };

interface Room {
  left: number;
  right: number;
  bottom: number;
  size: number;
}

/** Each depth hangs under its trough; they step aside from each other, and one that would hide another's point is left out, or beside it if it is today's. */
function drawTroughs(
  pen: Pen,
  lines: readonly Line[],
  label: (depth: number) => string,
  room: Room,
): void {
  const marks = lines.filter((line) => line.trough.depth > 0);
  const places = dodge(
    marks.map((line) => pen.y(-line.trough.depth) + 14),
    lineHeight,
    pen.y(0) + 10,
    room.bottom - 8,
  );
  for (const [index, { trough, look, isNow }] of marks.entries()) {
    const cx = pen.x(trough.month);
    const cy = pen.y(-trough.depth);
    const text = label(trough.depth);
    const y = places[index] ?? cy;
    const hides = marks.some(
      (other) => other.look !== look && Math.abs(pen.y(-other.trough.depth) - y) < 8,
    );
    pen.shape("circle", { cx, cy, r: 4, fill: look.colour, stroke: paint("paper") });
    if (hides && !isNow) continue;
    const aside = hides ? textWidth(text, room.size, true) / 2 + 10 : 0;
    const x = within(cx + aside, text, room.size, room.left, room.right);
    pen.text(x, y, text, { bold: true, rim: paint("paper"), fill: look.colour });
  }
}

/** Months in which lines break even, and over them those of the troughs; paces that share a month share its label. */
function drawMonths(
  pen: Pen,
  lines: readonly Line[],
  label: FleetCashOptions["text"],
  room: Room,
): void {
  const zero = pen.y(0);
  const rim = paint("paper");
  const ink = paint("ink");
  // Where nothing is ever below zero, nothing comes back to it.
  const marks = lines.filter((line) => line.trough.depth > 0);
  const evens = distinct(marks.flatMap((line) => line.breakEven ?? []));
  for (const [index, month] of evens.entries()) {
    const ring = { r: 4.5, fill: paint("paper"), stroke: ink, "stroke-width": 2 };
    pen.shape("circle", { cx: pen.x(month), cy: zero, ...ring });
    const text = label.breakEven(month);
    const x = Math.max(pen.x(month) - 8, room.left + textWidth(text, room.size, true));
    const y = zero - 12 - index * lineHeight;
    pen.text(x, y, text, { anchor: "end", bold: true, rim, fill: ink });
  }
  for (const [index, month] of distinct(marks.map((line) => line.trough.month)).entries()) {
    const text = label.troughMonth(month);
    const x = within(pen.x(month), text, room.size, room.left, room.right);
    const y = zero - 14 - (evens.length + index) * lineHeight;
    const depth = Math.max(
      ...marks.map(({ trough }) => (trough.month === month ? trough.depth : 0)),
    );
    leader(pen, pen.x(month), y + 8, pen.x(month), pen.y(-depth));
    pen.text(x, y, text, { rim, fill: paint("muted") });
  }
}

const distinct = (months: readonly number[]) => [...new Set(months)].sort((a, b) => a - b);
