import * as Plot from "@observablehq/plot";
import type { Catalogue, RowOf } from "../../metrics/index.ts";
import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { overlay, within } from "../overlay.ts";
import { renderChart } from "../render.ts";
import { barReach, layoutRows } from "../rows.ts";
import { fontSize, lineHeight, paint } from "../theme.ts";

/** What the chart reads of the mart. */
export type UnitEconomics = Pick<
  RowOf<Catalogue["unitEconomics"]>,
  "segment" | "customers" | "ltv_cac"
>;

export interface LtvCacBarsOptions extends ChartOptions {
  /** LTV:CAC from which a segment is healthy. */
  threshold: number;
  /** Customers under which a segment is grey; 10 when absent. */
  greyBelow?: number;
  text: {
    /** Such as "healthy from 3.0x". */
    threshold: (value: string) => string;
    /** Such as "n 34". */
    customers: (count: number) => string;
    /** No cost of its own or of the company is known. */
    unknown: string;
  };
}

/** What customers of each segment are worth for each unit of money spent to win them, highest first, against a rule. */
export function ltvCacBars(rows: readonly UnitEconomics[], options: LtvCacBarsOptions): Chart {
  requireRows(rows, "ltvCacBars", "unit_economics");
  const { width, format, threshold, greyBelow = 10, text } = options;
  const size = fontSize(width);
  const sorted = rows.toSorted((a, b) => (b.ltv_cac ?? -1) - (a.ltv_cac ?? -1));
  const names = sorted.map((row) => ({ name: row.segment, note: text.customers(row.customers) }));
  const layout = layoutRows(names, width, lineHeight + 8);
  const bars = sorted.map((row, index) => {
    const place = layout.places[index] ?? { top: 0, height: 0, middle: 0 };
    const isSmall = row.customers < greyBelow;
    const isHealthy = row.ltv_cac !== null && row.ltv_cac >= threshold;
    return {
      segment: row.segment,
      note: text.customers(row.customers),
      x1: 0,
      value: row.ltv_cac ?? 0,
      y1: place.top,
      y2: place.top + place.height,
      middle: place.middle,
      text: row.ltv_cac === null ? text.unknown : format.ratio(row.ltv_cac),
      isKnown: row.ltv_cac !== null && !isSmall,
      fill: paint(isSmall ? "grey" : isHealthy ? "accent" : "lost"),
    };
  });
  const low = Math.min(0, ...bars.map((bar) => bar.value));
  const highest = Math.max(threshold * 1.1, ...bars.map((bar) => bar.value));
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
      x: { domain: [low, highest] },
      y: { type: "identity" },
      marks: [
        Plot.rect(bars, { x1: "x1", x2: "value", y1: "y1", y2: "y2", fill: "fill" }),
        overlay((pen) => {
          const x = pen.x(threshold);
          const rule = { stroke: paint("ink"), "stroke-dasharray": "5 4" };
          pen.shape("line", { x1: x, x2: x, y1: lineHeight + 2, y2: layout.bottom, ...rule });
          const label = text.threshold(format.ratio(threshold));
          pen.text(within(x, label, size, 0, width), lineHeight / 2, label, { fill: paint("ink") });
          layout.drawNames(pen);
          for (const bar of bars) {
            pen.text(Math.max(pen.x(bar.value), pen.x(0)) + 6, bar.middle, bar.text, {
              anchor: "start",
              bold: bar.isKnown,
              rim: paint("paper"),
              fill: paint(bar.isKnown ? "ink" : "muted"),
            });
          }
        }),
      ],
    },
    options,
    {
      guide: "row",
      at: (pen) =>
        bars.map(({ value, middle, segment, note, text: words }) => ({
          x: pen.x(Math.max(0, value)),
          y: middle,
          lines: [segment, words, note],
        })),
    },
  );
}
