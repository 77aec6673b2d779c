import * as Plot from "@observablehq/plot";
import type { Chart, ChartOptions } from "../../chart.ts";
import { widest, wrap } from "../../measure.ts";
import { overlay, within } from "../../overlay.ts";
import { renderChart } from "../../render.ts";
import { fontSize, lineHeight, paint, plotHeight } from "../../theme.ts";
import { type Bar, connect, cut, rangeOf, textColour } from "./bars.ts";

/** Whether each word of the names fits under its column. */
export function areNamed(bars: readonly Bar[], width: number): boolean {
  const words = bars.flatMap(({ name }) => name.split(" "));
  return widest(words, fontSize(width)) <= nameWidth(bars, width);
}

const nameWidth = (bars: readonly Bar[], width: number): number => width / bars.length - 4;

/** A waterfall of columns, with the name of each beneath it. */
export function bridgeColumns(bars: readonly Bar[], options: ChartOptions): Chart {
  const { width } = options;
  const size = fontSize(width);
  const height = plotHeight(options);
  const { base, top, isCut } = rangeOf(bars);
  const band = width / bars.length;
  const places = bars.map((bar, index) => ({
    ...bar,
    x1: band * (index + 0.14),
    x2: band * (index + 0.86),
    low: bar.isTotal ? Math.max(bar.low, base) : bar.low,
  }));
  const names = bars.map((bar) => wrap(bar.name, nameWidth(bars, width), size, 2));
  const bottom = 11 + lineHeight * Math.max(...names.map((lines) => lines.length));
  return renderChart(
    {
      width,
      height,
      marginLeft: 0,
      marginRight: 0,
      marginTop: 24,
      marginBottom: bottom,
      axis: null,
      x: { type: "identity" },
      y: { domain: [base, top] },
      marks: [
        Plot.rect(places, { x1: "x1", x2: "x2", y1: "low", y2: "high", fill: "fill" }),
        isCut ? null : Plot.ruleY([0], { stroke: paint("rule") }),
        overlay((pen) => {
          for (const [index, place] of places.entries()) {
            const { x1, x2 } = place;
            const middle = (x1 + x2) / 2;
            const next = places[index + 1];
            if (next) connect(pen, x1, pen.y(place.after), next.x2, pen.y(place.after));
            if (isCut && place.isTotal) {
              const y = height - bottom - 16;
              cut(pen, `M${x1 - 2},${y + 4}L${x2 + 2},${y - 4}`);
            }
            pen.text(
              within(middle, place.value, size, 0, width),
              pen.y(place.high) - 11,
              place.value,
              { bold: true, fill: textColour(place) },
            );
            for (const [line, part] of (names[index] ?? []).entries()) {
              const y = height - bottom + 14 + line * lineHeight;
              pen.text(middle, y, part, { fill: paint("ink") });
            }
          }
        }),
      ],
    },
    options,
    {
      guide: "column",
      at: (pen) =>
        places.map(({ x1, x2, high, name, value }) => ({
          x: (x1 + x2) / 2,
          y: pen.y(high),
          lines: [name, value],
        })),
    },
  );
}
