import * as Plot from "@observablehq/plot";
import type { Catalogue, RowOf } from "../../metrics/index.ts";
import { ageAxisTicks, stepAxis, valueAxis, valueMargin, valueScale } from "../axes.ts";
import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { textWidth } from "../measure.ts";
import { overlay, within } from "../overlay.ts";
import { renderChart } from "../render.ts";
import { fontSize, isNarrow, lineHeight, paint, plotHeight } from "../theme.ts";

/** What the chart reads of the mart, and the 95% interval of its hazard. */
export type Hazard = Pick<
  RowOf<Catalogue["survivalCurve"]>,
  "age" | "at_risk" | "events" | "hazard"
> & { hazard_from: number | null; hazard_to: number | null };

export interface HazardBarsOptions extends ChartOptions {
  /** Ages that stand out, named over their bars. */
  spikes: readonly number[];
  /** Customers at risk under which a month is grey. */
  greyBelow?: number;
  /** Customers at risk under which it is left out. */
  stopBelow?: number;
  text: {
    /** Under the axis, such as "months since start". */
    age: string;
    /** Over a bar that stands out, such as "month 12". */
    spike: (age: string) => string;
    /** Such as "34 of 347 left". */
    left: (events: string, atRisk: string) => string;
  };
}

/**
 * Risk of leaving at each month of age, of those who were still at risk: a bar a month, those that stand out in another
 * colour with their interval and their name, grey where few are at risk.
 * @param rows of one segment, one for each age
 */
export function hazardBars(rows: readonly Hazard[], options: HazardBarsOptions): Chart {
  const { width, format, text, spikes, greyBelow = 10, stopBelow = 5 } = options;
  const size = fontSize(width);
  const bars = rows
    .filter((row) => row.at_risk >= stopBelow)
    .toSorted((a, b) => a.age - b.age)
    .map((row) => {
      const isSpike = spikes.includes(row.age);
      const colour = row.at_risk < greyBelow ? "grey" : isSpike ? "lost" : "accent";
      return {
        ...row,
        isSpike,
        x1: row.age - 0.4,
        x2: row.age + 0.4,
        low: row.hazard_from ?? row.hazard,
        high: row.hazard_to ?? row.hazard,
        fill: paint(colour),
      };
    });
  requireRows(bars, "hazardBars", `survival_curve with ${stopBelow} at risk`);
  const named = bars.filter((bar) => bar.isSpike);
  const lastAge = Math.max(1, ...bars.map((bar) => bar.age));
  const tops = bars.map((bar) => (bar.isSpike ? bar.high : bar.hazard));
  const scale = valueScale([0, Math.max(0.01, ...tops)], isNarrow(width) ? 4 : 5);
  const marginLeft = valueMargin(scale.ticks, format.share, width);
  const marginTop = named.length > 0 ? 2 * lineHeight + 8 : 10;
  const plotBottom = marginTop + plotHeight(options);
  const height = plotBottom + 23 + lineHeight;
  const ticks = ageAxisTicks(lastAge, [format.number(lastAge)], {
    pixels: width - marginLeft - 8,
    width,
  });

  return renderChart(
    {
      width,
      height,
      marginLeft,
      marginRight: 8,
      marginTop,
      marginBottom: height - plotBottom,
      x: { type: "linear", domain: [-0.5, lastAge + 0.5] },
      y: { domain: scale.domain },
      marks: [
        valueAxis(scale.ticks, format.share),
        stepAxis(ticks, format.number),
        Plot.rect(bars, { x1: "x1", x2: "x2", y1: () => 0, y2: "hazard", fill: "fill" }),
        Plot.ruleX(named, {
          x: "age",
          y1: "low",
          y2: "high",
          stroke: paint("ink"),
          strokeWidth: 1.5,
        }),
        Plot.ruleY([0], { stroke: paint("rule"), strokeWidth: 1.5 }),
        overlay((pen) => {
          pen.text(marginLeft, plotBottom + 30, text.age, {
            anchor: "start",
            fill: paint("muted"),
          });
          const taken: { from: number; to: number }[] = [];
          for (const bar of named.toSorted((a, b) => b.hazard - a.hazard)) {
            const name = text.spike(format.number(bar.age));
            const share = format.share(bar.hazard);
            const half = Math.max(textWidth(name, size, true), textWidth(share, size, true)) / 2;
            const x = within(pen.x(bar.age), name, size, marginLeft, width);
            if (taken.some(({ from, to }) => x + half + 6 > from && x - half - 6 < to)) continue;
            taken.push({ from: x - half, to: x + half });
            const y = pen.y(bar.high) - lineHeight / 2 - 2;
            pen.text(x, y - lineHeight, name, { fill: paint("ink") });
            pen.text(x, y, share, { bold: true, fill: paint("lost") });
          }
        }),
      ],
    },
    options,
    {
      guide: "column",
      at: (pen) =>
        bars.map((bar) => ({
          x: pen.x(bar.age),
          y: pen.y(bar.hazard),
          lines: [
            `${format.number(bar.age)} ${text.age}`,
            `${format.share(bar.hazard)} (${format.share(bar.low)}–${format.share(bar.high)})`,
            text.left(format.number(bar.events), format.number(bar.at_risk)),
          ],
        })),
    },
  );
}
