import * as Plot from "@observablehq/plot";
import { ageAxisTicks, stepAxis, valueAxis, valueMargin, valueScale } from "../axes.ts";
import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { dodge, textWidth, truncate, widest } from "../measure.ts";
import { leader, overlay, type Pen } from "../overlay.ts";
import { renderChart } from "../render.ts";
import { fontSize, isNarrow, lineHeight, paint, plotHeight } from "../theme.ts";
import { readCash } from "./read-cash.ts";

/** A cumulative cash curve; `month` is age in months, `cash` money per customer. */
export interface CashSeries {
  name: string;
  /** Modelled if the customer stays, modelled as customers leave, measured of all, or of one cohort. */
  kind: "stays" | "leaves" | "measured" | "cohort";
  points: readonly { month: number; cash: number }[];
}

export interface CustomerCashOptions extends ChartOptions {
  text: {
    /** Under the axis, such as "months since start". */
    age: string;
    /** Such as "month 13". */
    breakEven: (month: number) => string;
  };
}

const looks = {
  stays: { stroke: paint("accent"), strokeDasharray: "6 4", strokeWidth: 2 },
  leaves: { stroke: paint("lost"), strokeWidth: 2 },
  measured: { stroke: paint("ink"), strokeWidth: 2 },
  cohort: { stroke: paint("muted"), strokeWidth: 1 },
} as const;

/**
 * Cash from one customer: each curve starts at minus the acquisition cost and climbs; the zero line stands out, the
 * month in which a curve is first above it is marked. A curve without a break-even simply stays under the line.
 * Cohorts are thin lines over the others, led to their names.
 */
export function customerCash(
  data: {
    series: readonly CashSeries[];
    /** By name of the series. */
    breakEven: readonly { series: string; month: number }[];
  },
  options: CustomerCashOptions,
): Chart {
  const { width, format, text } = options;
  const points = data.series.flatMap((series) => series.points);
  requireRows(points, "customerCash", "customer_cash or the model");
  const size = fontSize(width);
  const plotBottom = plotHeight(options) + (isNarrow(width) ? 20 : 40);
  const height = plotBottom + 23 + lineHeight;
  const scale = valueScale([0, ...points.map((point) => point.cash)], isNarrow(width) ? 5 : 6);
  const lastMonth = Math.max(1, ...points.map((point) => point.month));
  const all = data.series.filter((series) => series.points.length > 0);
  const cohorts = all.filter(({ kind }) => kind === "cohort");
  const drawn = all.filter(({ kind }) => kind !== "cohort");
  const names = drawn.map((series) =>
    truncate(series.name, isNarrow(width) ? 92 : 190, size, true),
  );
  const marginLeft = valueMargin(scale.ticks, format.money, width);
  const marginRight = Math.ceil(widest(names, size, true)) + 16;
  const marginTop = 10;
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
        [...drawn, ...cohorts].map((series) =>
          Plot.lineY(series.points, { x: "month", y: "cash", ...looks[series.kind] }),
        ),
        overlay((pen) => {
          pen.text(marginLeft, plotBottom + 30, text.age, {
            anchor: "start",
            fill: paint("muted"),
          });
          nameCohorts(pen, cohorts, {
            marks: data.breakEven.length,
            bottom: plotBottom - 4,
            right: width - marginRight,
            size,
            isNarrow: isNarrow(width),
          });
          const ends = drawn.map((series) => series.points.at(-1) ?? { month: 0, cash: 0 });
          const places = dodge(
            ends.map((end) => pen.y(end.cash)),
            lineHeight,
            marginTop,
            plotBottom - 4,
          );
          for (const [index, series] of drawn.entries()) {
            const end = ends[index];
            const y = places[index] ?? marginTop;
            const x = width - marginRight;
            if (end && (x - pen.x(end.month) > 4 || Math.abs(pen.y(end.cash) - y) > 4)) {
              leader(pen, pen.x(end.month) + 2, pen.y(end.cash), x + 6, y);
            }
            const fill = looks[series.kind].stroke;
            pen.text(x + 9, y, names[index] ?? "", { anchor: "start", bold: true, fill });
          }
          drawBreakEvens(pen, drawn, data.breakEven, text.breakEven, {
            right: width - marginRight,
            size,
          });
        }),
      ],
    },
    options,
    { guide: "column", at: (pen) => readCash(pen, all, { format, month: text.age }) },
  );
}

/**
 * Under the zero line and the labels of break-evens, right of where the cohorts end; where there is room
 * for one name only, from the oldest to the newest.
 */
function nameCohorts(
  pen: Pen,
  cohorts: readonly CashSeries[],
  room: { marks: number; bottom: number; right: number; size: number; isNarrow: boolean },
): void {
  const ends = cohorts.map(({ points }) => points.at(-1) ?? { month: 0, cash: 0 });
  const all = cohorts.map(({ name }) => name);
  const isOne = room.isNarrow && all.length > 1;
  const names = isOne ? [`${all[0]} … ${all.at(-1)}`] : all;
  const end = Math.max(0, ...ends.map(({ month }) => pen.x(month)));
  const left = Math.min(end + 14, room.right - widest(names, room.size));
  const low =
    Math.max(pen.y(0), ...ends.map(({ cash }) => pen.y(cash))) + (room.marks + 1) * lineHeight;
  const places = dodge(
    names.map((_, index) => low + index * lineHeight),
    lineHeight,
    0,
    room.bottom,
  );
  for (const [index, { month, cash }] of ends.entries()) {
    pen.shape("circle", { cx: pen.x(month), cy: pen.y(cash), r: 2, fill: paint("muted") });
    const y = places[index];
    if (y === undefined) continue;
    leader(pen, pen.x(month) + 2, pen.y(cash) + 2, left - 3, y);
    const look = { anchor: "start", rim: paint("paper"), fill: paint("muted") } as const;
    pen.text(left, y, names[index] ?? "", look);
  }
}

/** The earliest is labelled over the zero line, the others under it: the later, the higher, so that no leader crosses. */
function drawBreakEvens(
  pen: Pen,
  series: readonly CashSeries[],
  breakEvens: readonly { series: string; month: number }[],
  label: (month: number) => string,
  { right, size }: { right: number; size: number },
): void {
  const marks = breakEvens
    .flatMap(({ series: name, month }) => {
      const curve = series.find((other) => other.name === name);
      const point = curve?.points.find((other) => other.month === month);
      return curve && point ? [{ ...point, fill: looks[curve.kind].stroke }] : [];
    })
    .sort((a, b) => a.month - b.month);
  for (const [index, { month, cash, fill }] of marks.entries()) {
    const x = pen.x(month);
    const y = pen.y(cash);
    const isOver = index === 0;
    const below = pen.y(0) + 4 + lineHeight * (marks.length - index);
    if (!isOver) leader(pen, x, y, x, below - 6);
    pen.shape("circle", {
      cx: x,
      cy: y,
      r: 4.5,
      fill,
      stroke: paint("paper"),
      "stroke-width": 1.5,
    });
    const isLate = x + textWidth(label(month), size, true) > right + 12;
    pen.text(isOver ? x - 7 : isLate ? x - 3 : x + 3, isOver ? y - 10 : below, label(month), {
      anchor: isOver || isLate ? "end" : "start",
      bold: true,
      rim: paint("paper"),
      fill,
    });
  }
}
