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
  /** Modelled if the customer stays, modelled as customers leave, or measured. */
  kind: "stays" | "leaves" | "measured";
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
} as const;

/**
 * Cash from one customer: each curve starts at minus the acquisition cost and climbs; the zero line stands out, the
 * month in which a curve is first above it is marked. A curve without a break-even simply stays under the line.
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
  const plotBottom = plotHeight(width) + (isNarrow(width) ? 20 : 40);
  const height = plotBottom + 23 + lineHeight;
  const scale = valueScale([0, ...points.map((point) => point.cash)], isNarrow(width) ? 5 : 6);
  const lastMonth = Math.max(1, ...points.map((point) => point.month));
  const drawn = data.series.filter((series) => series.points.length > 0);
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
        drawn.map((series) =>
          Plot.lineY(series.points, { x: "month", y: "cash", ...looks[series.kind] }),
        ),
        overlay((pen) => {
          pen.text(marginLeft, plotBottom + 30, text.age, {
            anchor: "start",
            fill: paint("muted"),
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
    { guide: "column", at: (pen) => readCash(pen, drawn, { format, month: text.age }) },
  );
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
