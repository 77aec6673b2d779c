import * as Plot from "@observablehq/plot";
import type { Chart, ChartOptions } from "../../chart.ts";
import { truncate, widest } from "../../measure.ts";
import { overlay } from "../../overlay.ts";
import { renderChart } from "../../render.ts";
import { fontSize, paint } from "../../theme.ts";
import { type Bar, connect, cut, rangeOf, textColour } from "./bars.ts";

/** A waterfall of rows, with the name of each before it. */
export function bridgeRows(bars: readonly Bar[], options: ChartOptions): Chart {
  const { width } = options;
  const size = fontSize(width);
  const { base, top, isCut } = rangeOf(bars);
  const step = 30;
  const left =
    Math.ceil(
      Math.min(
        widest(
          bars.map((bar) => bar.name),
          size,
        ),
        width * 0.32,
      ),
    ) + 10;
  const right =
    Math.ceil(
      widest(
        bars.map((bar) => bar.value),
        size,
        true,
      ),
    ) + 8;
  const places = bars.map((bar, index) => ({
    ...bar,
    y1: step * index + 6,
    y2: step * (index + 1) - 6,
    low: bar.isTotal ? Math.max(bar.low, base) : bar.low,
  }));
  return renderChart(
    {
      width,
      height: step * bars.length,
      marginLeft: left,
      marginRight: right,
      marginTop: 0,
      marginBottom: 0,
      axis: null,
      x: { domain: [base, top] },
      y: { type: "identity" },
      marks: [
        Plot.rect(places, { x1: "low", x2: "high", y1: "y1", y2: "y2", fill: "fill" }),
        isCut ? null : Plot.ruleX([0], { stroke: paint("rule") }),
        overlay((pen) => {
          for (const [index, place] of places.entries()) {
            const middle = (place.y1 + place.y2) / 2;
            const next = places[index + 1];
            if (next) connect(pen, pen.x(place.after), place.y1, pen.x(place.after), next.y2);
            if (isCut && place.isTotal) {
              cut(pen, `M${left + 12},${place.y2 + 2}L${left + 18},${place.y1 - 2}`);
            }
            pen.text(pen.x(place.high) + 6, middle, place.value, {
              anchor: "start",
              bold: true,
              rim: paint("paper"),
              fill: textColour(place),
            });
            const name = truncate(place.name, left - 10, size);
            pen.text(0, middle, name, { anchor: "start", fill: paint("ink") });
          }
        }),
      ],
    },
    options,
    {
      guide: "row",
      at: (pen) =>
        places.map(({ y1, y2, high, name, value }) => ({
          x: pen.x(high),
          y: (y1 + y2) / 2,
          lines: [name, value],
        })),
    },
  );
}
