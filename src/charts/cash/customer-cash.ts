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

export interface BreakEven {
  series: string;
  month: number;
  label?: string | undefined;
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
    /** By name of the series; a label of its own where it is another month than the first above zero. */
    breakEven: readonly BreakEven[];
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
 * At the bottom, straight under where each cohort ends: the later, the higher, so that no leader crosses
 * a name; where there is room for one name only, from the oldest to the newest.
 */
function nameCohorts(
  pen: Pen,
  cohorts: readonly CashSeries[],
  room: { bottom: number; right: number; size: number; isNarrow: boolean },
): void {
  const ends = cohorts
    .map(({ name, points }) => ({ name, ...(points.at(-1) ?? { month: 0, cash: 0 }) }))
    .sort((a, b) => a.month - b.month);
  for (const { month, cash } of ends) {
    pen.shape("circle", { cx: pen.x(month), cy: pen.y(cash), r: 2, fill: paint("muted") });
  }
  const isOne = room.isNarrow && ends.length > 1;
  const named = isOne ? ends.slice(-1) : ends;
  const oneName = `${cohorts[0]?.name} … ${cohorts.at(-1)?.name}`;
  let last = { right: -Infinity, y: room.bottom - 8 };
  for (const { name, month, cash } of named) {
    const text = isOne ? oneName : name;
    const x = pen.x(month);
    const wide = textWidth(text, room.size, false);
    const left = Math.min(x + 4, room.right - wide);
    const y = left < last.right + 8 ? last.y - lineHeight : room.bottom - 8;
    leader(pen, x, pen.y(cash) + 3, x, left < x ? y - 8 : y);
    pen.text(left, y, text, { anchor: "start", rim: paint("paper"), fill: paint("muted") });
    last = { right: left + wide, y };
  }
}

/**
 * Labels of the months, one for all curves that share it: the earliest over the zero line where there is
 * room for it, the others under it: the later, the higher, so that no leader crosses.
 */
function drawBreakEvens(
  pen: Pen,
  series: readonly CashSeries[],
  breakEvens: readonly BreakEven[],
  label: (month: number) => string,
  { right, size }: { right: number; size: number },
): void {
  const marks = breakEvens
    .flatMap(({ series: name, month, label: own }) => {
      const curve = series.find((other) => other.name === name);
      const point = curve?.points.find((other) => other.month === month);
      return curve && point ? [{ ...point, own, fill: looks[curve.kind].stroke }] : [];
    })
    .sort((a, b) => a.month - b.month);
  const months = Array.from(Map.groupBy(marks, ({ month }) => month));
  for (const [index, [month, points]] of months.entries()) {
    const x = pen.x(month);
    const [own, ...others] = new Set(points.map((point) => point.own));
    const text = (others.length === 0 && own) || label(month);
    const isOver = index === 0 && x - 7 - textWidth(text, size, true) > 0;
    const below = pen.y(0) + 4 + lineHeight * (months.length - index);
    const low = Math.max(...points.map(({ cash }) => pen.y(cash)));
    if (!isOver) leader(pen, x, low, x, below - 6);
    for (const { cash, fill } of points) {
      pen.shape("circle", {
        cx: x,
        cy: pen.y(cash),
        r: 4.5,
        fill,
        stroke: paint("paper"),
        "stroke-width": 1.5,
      });
    }
    const isLate = x + textWidth(text, size, true) > right + 12;
    pen.text(isOver ? x - 7 : isLate ? x - 3 : x + 3, isOver ? low - 10 : below, text, {
      anchor: isOver || isLate ? "end" : "start",
      bold: true,
      rim: paint("paper"),
      fill: points.length > 1 ? paint("ink") : (points[0]?.fill ?? paint("ink")),
    });
  }
}
