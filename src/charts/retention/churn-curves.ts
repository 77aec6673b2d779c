import * as Plot from "@observablehq/plot";
import { ageAxisTicks, stepAxis, valueAxis, valueMargin, valueScale } from "../axes.ts";
import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { textWidth, truncate, widest } from "../measure.ts";
import { overlay } from "../overlay.ts";
import { renderChart } from "../render.ts";
import { fontSize, isNarrow, lineHeight, paint, plotHeight } from "../theme.ts";
import { drawBreakEvenPoints, drawBreakEvens, drawEndLabels, drawTicks } from "./curve-labels.ts";
import { type Curve, churnBefore, type SurvivalCurve, toCurves } from "./curves.ts";
import { readCurves } from "./read-curves.ts";
import { drawRiskTable, riskTableHeight } from "./risk-table.ts";

export interface BreakEven {
  /** Segment whose break-even it is; the whole chart's when absent. */
  segment?: string;
  /** Month of age. */
  month: number;
}

export interface ChurnCurvesOptions extends ChartOptions {
  breakEven?: BreakEven | readonly BreakEven[];
  /** Customers at risk under which a curve is grey. */
  greyBelow?: number;
  /** Customers at risk under which it stops. */
  stopBelow?: number;
  /** What a step opens, where it opens anything. */
  opens?: ((age: number) => string) | undefined;
  text: {
    /** Under the axis, such as "months since start". */
    age: string;
    /** Over the numbers at risk, such as "customers at risk". */
    atRisk: string;
    /** `lost` is the share that has left before the month, where the rule is one segment's. */
    breakEven: (at: { month: number; segment?: string; lost?: string }) => string;
    /** Beside a point on a curve, where rules would be too many; such as "month 13". */
    breakEvenPoint: (month: number) => string;
  };
}

/** More rules than this would hide the curves. */
const mostRules = 3;

/**
 * The share of customers lost by age, 1 - Kaplan-Meier survival, a step line with its 95% band for each of one to six
 * segments, labelled at its end. Grey where few are at risk, ended where hardly any are. The break-even month is a
 * labelled rule: what lies left of it and above zero left before paying back; of more than three segments it is a point
 * on each curve. Ticks mark ages that some customers are followed to and no further. Under the axis the numbers at risk.
 * @param rows of one dimension, every age of one to six segments
 */
export function churnCurves(rows: readonly SurvivalCurve[], options: ChurnCurvesOptions): Chart {
  requireRows(rows, "churnCurves", "survival_curve");
  const { width, format, text, greyBelow = 10, stopBelow = 5 } = options;
  const size = fontSize(width);
  const curves = toCurves(rows, greyBelow, stopBelow);
  requireRows(
    curves.flatMap((curve) => curve.drawn),
    "churnCurves",
    `survival_curve with ${stopBelow} at risk`,
  );
  const breakEvens = [options.breakEven ?? []].flat();
  const lastAge = Math.max(1, ...curves.flatMap((curve) => curve.drawn.map((point) => point.age)));
  const scale = valueScale([0, highest(curves)], isNarrow(width) ? 4 : 5);
  const top = scale.domain[1];

  const lostShare = (churn: number) =>
    churn < 0.1 ? format.share(churn) : format.wholeShare(churn);
  const roomForNames = isNarrow(width) ? 112 : 190;
  const ends = curves.map((curve) => {
    const share = lostShare(curve.drawn.at(-1)?.churn ?? 0);
    const room = roomForNames - textWidth(` ${share}`, size, true);
    return `${truncate(curve.segment, room, size, true)} ${share}`;
  });
  const counts = curves.flatMap((curve) => curve.rows.slice(0, 1)).map((row) => row.at_risk);
  const widestCount = widest(counts.map(format.number), size);
  const namesLeft = isNarrow(width)
    ? 0
    : Math.min(150, widest([...curves.map((curve) => curve.segment), text.atRisk], size) + 8) +
      widestCount / 2;
  const marginLeft = Math.max(valueMargin(scale.ticks, format.wholeShare, width), namesLeft, 24);
  const marginRight = Math.ceil(widest(ends, size, true)) + 16;
  const isRuled = breakEvens.length <= mostRules;
  const marginTop = 12 + (isRuled ? breakEvens.length * lineHeight : 0);
  const axisHeight = 23 + lineHeight;
  const plotBottom = marginTop + plotHeight(options);
  const height = plotBottom + axisHeight + riskTableHeight(curves.length, width);
  const pixels = width - marginLeft - marginRight;
  const ticks = ageAxisTicks(lastAge, counts.map(format.number), { pixels, width });

  return renderChart(
    {
      width,
      height,
      marginLeft,
      marginRight,
      marginTop,
      marginBottom: height - plotBottom,
      x: { type: "linear", domain: [0, lastAge] },
      y: { domain: [0, top] },
      marks: [
        valueAxis(scale.ticks, format.wholeShare, { zero: true }),
        stepAxis(ticks, format.number),
        curves.map((curve) => bands(curve)),
        curves.map((curve) => lines(curve)),
        overlay((pen) => {
          pen.text(marginLeft, plotBottom + 30, text.age, {
            anchor: "start",
            fill: paint("muted"),
          });
          drawRiskTable(pen, curves, {
            ticks,
            top: plotBottom + axisHeight,
            left: marginLeft,
            title: text.atRisk,
            width,
            format,
          });
          for (const curve of curves) drawTicks(pen, curve);
          (isRuled ? drawBreakEvens : drawBreakEvenPoints)(
            pen,
            breakEvens.map(({ segment, month }) => {
              const curve =
                curves.length === 1 && segment === undefined
                  ? curves[0]
                  : curves.find((other) => other.segment === segment);
              const churn = curve && churnBefore(curve, month);
              const name =
                segment === undefined
                  ? {}
                  : { segment: truncate(segment, width * 0.35, size, true) };
              const lost = churn === undefined ? {} : { lost: lostShare(churn) };
              return {
                month,
                churn,
                colour: curve && segment !== undefined ? curve.look.colour : paint("ink"),
                text: isRuled
                  ? text.breakEven({ month, ...name, ...lost })
                  : text.breakEvenPoint(month),
              };
            }),
            { lastAge, left: marginLeft, right: width - marginRight, plotBottom, width },
          );
          drawEndLabels(pen, curves, ends, {
            x: width - marginRight,
            top: marginTop,
            bottom: plotBottom,
          });
        }),
      ],
    },
    options,
    {
      guide: "column",
      at: (pen) => readCurves(pen, curves, { format, age: text.age, opens: options.opens }),
    },
  );
}

/** How much taller than the rest a band may make the picture; one that reaches farther is cut. */
const mostTaller = 1.6;

/** Bands of small samples reach far: they stretch the axis only so far past the rest. */
function highest(curves: readonly Curve[]): number {
  const points = curves.flatMap((curve) => curve.drawn);
  const values = points.flatMap((point) =>
    point.isSolid ? [point.high, point.churn] : [point.churn],
  );
  const solid = Math.max(0.05, ...values);
  const whole = Math.max(solid, ...points.map((point) => point.high));
  return whole <= mostTaller * solid ? whole : solid;
}

function bands(curve: Curve): Plot.Markish {
  return Plot.areaY(curve.drawn, {
    x: "age",
    y1: "low",
    y2: "high",
    curve: "step-after",
    clip: true,
    fill: curve.look.colour,
    fillOpacity: 0.13,
  });
}

function lines(curve: Curve): Plot.Markish[] {
  const dash = curve.look.dash === undefined ? {} : { strokeDasharray: curve.look.dash };
  return [
    Plot.lineY(curve.drawn, {
      x: "age",
      y: "churn",
      curve: "step-after",
      stroke: paint("grey"),
      strokeWidth: 1.5,
    }),
    Plot.lineY(curve.solid, {
      x: "age",
      y: "churn",
      curve: "step-after",
      stroke: curve.look.colour,
      strokeWidth: 2,
      ...dash,
    }),
  ];
}
