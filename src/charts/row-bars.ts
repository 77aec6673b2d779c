import * as Plot from "@observablehq/plot";
import type { Chart, ChartOptions } from "./chart.ts";
import { hatched, hatching, overlay, within } from "./overlay.ts";
import { renderChart } from "./render.ts";
import { barReach, layoutRows, type RowName } from "./rows.ts";
import { type Colour, fontSize, lineHeight, paint } from "./theme.ts";

export interface RowBar extends RowName {
  /** null: unknown, no bar. */
  value: number | null;
  /** Behind the bar. */
  text: string;
  /** Its text is muted: few customers, or a value that is not final. */
  isQuiet?: boolean;
  /** Hatched: still growing. */
  isOpen?: boolean;
  /** A line across this bar alone, at what its value is held against. */
  across?: number;
  /** Further lines of its reading. */
  told?: readonly string[];
}

export interface RowBarsPlan<Bar> {
  fill?: Colour | ((bar: Bar) => Colour);
  /** Value that the scale shows at the least. */
  reaches: number;
  /** Over the bars, what their lengths or the lines across them are. */
  head?: string;
  /** A dashed line across all rows with its label on top. */
  rule?: { value: number; label: string };
}

/** Bars one under another, each with its name before it and its value in words behind it; a reading for each. */
export function rowBars<Bar extends RowBar>(
  rows: readonly Bar[],
  { fill = "accent", reaches, head, rule }: RowBarsPlan<Bar>,
  options: ChartOptions,
): Chart {
  const { width } = options;
  const size = fontSize(width);
  const top = rule ? lineHeight + 8 : head === undefined ? 0 : lineHeight + 6;
  const layout = layoutRows(
    rows.map((row) => ({ ...row, x1: 0, end: Math.max(0, row.value ?? 0, row.across ?? 0) })),
    width,
    top,
  );
  const bars = layout.rows;
  const [open, solid] = [bars.filter((bar) => bar.isOpen), bars.filter((bar) => !bar.isOpen)];
  const highest = Math.max(reaches, ...bars.map((bar) => bar.end));
  const reach = barReach(bars, highest, width - layout.left, size);
  const box = { x1: "x1", x2: "value", y1: "y1", y2: "y2" };

  return renderChart(
    {
      width,
      height: layout.bottom,
      marginLeft: layout.left,
      marginRight: width - layout.left - reach,
      marginTop: 0,
      marginBottom: 0,
      axis: null,
      x: { domain: [Math.min(0, ...bars.map(({ value }) => value ?? 0)), highest] },
      y: { type: "identity" },
      marks: [
        open.length > 0 ? hatching("hatch", paint("accent")) : null,
        Plot.rect(solid, {
          ...box,
          fill: typeof fill === "string" ? paint(fill) : (bar: Bar) => paint(fill(bar)),
        }),
        Plot.rect(open, { ...box, fill: hatched("hatch"), stroke: paint("accent") }),
        overlay((pen) => {
          if (head !== undefined) {
            const look = { anchor: "start", fill: paint("muted") } as const;
            pen.text(layout.left, lineHeight / 2, head, look);
          }
          if (rule) {
            const x = pen.x(rule.value);
            const dashed = { stroke: paint("ink"), "stroke-dasharray": "5 4" };
            pen.shape("line", { x1: x, x2: x, y1: lineHeight + 2, y2: layout.bottom, ...dashed });
            const labelX = within(x, rule.label, size, 0, width);
            pen.text(labelX, lineHeight / 2, rule.label, { fill: paint("ink") });
          }
          layout.drawNames(pen);
          for (const { across, end, y1, y2, middle, text, isQuiet = false } of bars) {
            if (across !== undefined) {
              const x = pen.x(across);
              const line = { x1: x, x2: x, y1: y1 - 3, y2: y2 + 3 };
              pen.shape("line", { ...line, stroke: paint("paper"), "stroke-width": 4 });
              pen.shape("line", { ...line, stroke: paint("ink"), "stroke-width": 1.5 });
            }
            pen.text(pen.x(end) + 6, middle, text, {
              anchor: "start",
              bold: !isQuiet,
              fill: paint(isQuiet ? "muted" : "ink"),
              ...(rule && { rim: paint("paper") }),
            });
          }
        }),
      ],
    },
    options,
    {
      guide: "row",
      at: (pen) =>
        bars.map(({ name, value, middle, text, note, told = [] }) => ({
          x: pen.x(Math.max(0, value ?? 0)),
          y: middle,
          lines: [name, text, ...(note === undefined ? [] : [note]), ...told],
        })),
    },
  );
}
