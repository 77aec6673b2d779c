import * as Plot from "@observablehq/plot";
import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { overlay } from "../overlay.ts";
import { renderChart } from "../render.ts";
import { barReach, layoutRows } from "../rows.ts";
import { fontSize, lineHeight, paint } from "../theme.ts";

/** What one lever moved alone does to the break-even. */
export interface LeverBar {
  /** Such as "price 10% higher". */
  name: string;
  /** Months sooner; null where today's curve or the moved one never crosses. */
  sooner: number | null;
  /** Months until break-even with the lever moved; null = never within what was searched. */
  months: number | null;
}

export interface LeverBarsOptions extends ChartOptions {
  text: {
    /** Over the bars, such as "months sooner". */
    axis: string;
    /** Such as "1.3 sooner, after 11.7". */
    sooner: (sooner: number, months: number) => string;
    /** Where only the moved curve crosses. */
    reaches: (months: number) => string;
    never: string;
  };
}

/** Which lever moves break-even most: the months each saves when it alone gets better. Rows come sorted. */
export function leverBars(rows: readonly LeverBar[], options: LeverBarsOptions): Chart {
  requireRows(rows, "leverBars", "the model");
  const { width, text } = options;
  const size = fontSize(width);
  const layout = layoutRows(rows, width, lineHeight + 6);
  const bars = rows.map(({ name, sooner, months }, index) => {
    const place = layout.places[index] ?? { top: 0, height: 0, middle: 0 };
    return {
      name,
      value: Math.max(0, sooner ?? 0),
      x1: 0,
      y1: place.top,
      y2: place.top + place.height,
      middle: place.middle,
      text:
        months === null
          ? text.never
          : sooner === null
            ? text.reaches(months)
            : text.sooner(sooner, months),
    };
  });
  const highest = Math.max(0.1, ...bars.map((bar) => bar.value));
  const reach = barReach(bars, highest, width - layout.left, size);

  return renderChart(
    {
      width,
      height: layout.bottom,
      marginLeft: layout.left,
      marginRight: width - layout.left - reach,
      marginTop: 0,
      marginBottom: 0,
      axis: null,
      x: { domain: [0, highest] },
      y: { type: "identity" },
      marks: [
        Plot.rect(bars, { x1: "x1", x2: "value", y1: "y1", y2: "y2", fill: paint("accent") }),
        overlay((pen) => {
          const head = { anchor: "start", fill: paint("muted") } as const;
          pen.text(layout.left, lineHeight / 2, text.axis, head);
          layout.drawNames(pen);
          for (const bar of bars) {
            const look = { anchor: "start", bold: true, fill: paint("ink") } as const;
            pen.text(pen.x(bar.value) + 6, bar.middle, bar.text, look);
          }
        }),
      ],
    },
    options,
    {
      guide: "row",
      at: (pen) =>
        bars.map(({ name, value, middle, text: words }) => ({
          x: pen.x(value),
          y: middle,
          lines: [name, words],
        })),
    },
  );
}
