import * as Plot from "@observablehq/plot";
import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { overlay } from "../overlay.ts";
import { renderChart } from "../render.ts";
import { barReach, layoutRows } from "../rows.ts";
import { fontSize, lineHeight, paint } from "../theme.ts";

/** The largest customers, and what they pay of it all. */
export interface LargestCustomers {
  /** Such as "largest 5%". */
  name: string;
  customers: number;
  /** What they are of all customers: their share of revenue if all paid the same. */
  even: number;
  /** Share of ARR that they pay. */
  share: number;
}

export interface ConcentrationBarsOptions extends ChartOptions {
  text: {
    /** Such as "n 34". */
    customers: (count: number) => string;
    /** Over the bars, what the line across each means. */
    even: string;
  };
}

/** Share of revenue that the largest customers pay, a bar for each group with a line where it would end if all paid the same. */
export function concentrationBars(
  rows: readonly LargestCustomers[],
  options: ConcentrationBarsOptions,
): Chart {
  requireRows(rows, "concentrationBars", "revenue_concentration");
  const { width, format, text } = options;
  const size = fontSize(width);
  const notes = rows.map(({ customers }) => text.customers(customers));
  const layout = layoutRows(
    rows.map(({ name }, index) => ({ name, note: notes[index] ?? "" })),
    width,
    lineHeight + 6,
  );
  const bars = rows.map((row, index) => {
    const place = layout.places[index] ?? { top: 0, height: 0, middle: 0 };
    return {
      ...row,
      x1: 0,
      value: row.share,
      y1: place.top,
      y2: place.top + place.height,
      middle: place.middle,
      text: format.share(row.share),
      note: notes[index] ?? "",
    };
  });
  const highest = Math.max(0.01, ...bars.map(({ share, even }) => Math.max(share, even)));
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
          pen.text(layout.left, lineHeight / 2, text.even, head);
          layout.drawNames(pen);
          for (const { even, share, y1, y2, middle, text: words } of bars) {
            const x = pen.x(even);
            const line = { x1: x, x2: x, y1: y1 - 3, y2: y2 + 3 };
            pen.shape("line", { ...line, stroke: paint("paper"), "stroke-width": 4 });
            pen.shape("line", { ...line, stroke: paint("ink"), "stroke-width": 1.5 });
            const look = { anchor: "start", bold: true, fill: paint("ink") } as const;
            pen.text(pen.x(Math.max(share, even)) + 6, middle, words, look);
          }
        }),
      ],
    },
    options,
    {
      guide: "row",
      at: (pen) =>
        bars.map(({ name, value, middle, text: words, note }) => ({
          x: pen.x(value),
          y: middle,
          lines: [name, words, note],
        })),
    },
  );
}
