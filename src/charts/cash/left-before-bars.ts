import * as Plot from "@observablehq/plot";
import type { Catalogue, RowOf } from "../../metrics/index.ts";
import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { overlay } from "../overlay.ts";
import { renderChart } from "../render.ts";
import { barReach, layoutRows, type RowName } from "../rows.ts";
import { fontSize, isNarrow, paint } from "../theme.ts";

/** What the chart reads of the mart. */
export type LeftBeforePayback = Pick<
  RowOf<Catalogue["leftBeforePayback"]>,
  "dimension" | "segment" | "customers" | "left_before_share" | "unrecovered_cac"
>;

export interface LeftBeforeBarsOptions extends ChartOptions {
  /** Customers under which a segment is grey; 10 when absent. */
  greyBelow?: number;
  text: {
    /** Heading of a group where the rows are of several dimensions. */
    dimension: (dimension: string) => string;
    /** Such as "n 34". */
    customers: (count: number) => string;
    /** Such as "$120K not recovered"; a phone has room for the money alone. */
    unrecovered: (amount: string) => string;
  };
}

/** Share of each segment's customers that left before paying back, highest first, and the money they left unrecovered. */
export function leftBeforeBars(
  rows: readonly LeftBeforePayback[],
  options: LeftBeforeBarsOptions,
): Chart {
  requireRows(rows, "leftBeforeBars", "left_before_payback");
  const { width, format, greyBelow = 10, text } = options;
  const size = fontSize(width);
  const groups = [...Map.groupBy(rows, (row) => row.dimension)];
  const sorted = groups.flatMap(([dimension, members]) =>
    members
      .toSorted((a, b) => b.left_before_share - a.left_before_share)
      .map((row, index) => ({
        row,
        heading: groups.length > 1 && index === 0 ? text.dimension(dimension) : undefined,
      })),
  );
  const layout = layoutRows(
    sorted.map(({ row, heading }): RowName => {
      const name = { name: row.segment, note: text.customers(row.customers) };
      return heading === undefined ? name : { ...name, heading };
    }),
    width,
    0,
  );
  const bars = sorted.map(({ row }, index) => {
    const place = layout.places[index] ?? { top: 0, height: 0, middle: 0 };
    const isSmall = row.customers < greyBelow;
    const share = format.wholeShare(row.left_before_share);
    const money = format.money(row.unrecovered_cac);
    const lost = isNarrow(width) ? money : text.unrecovered(money);
    return {
      segment: row.segment,
      note: text.customers(row.customers),
      x1: 0,
      value: row.left_before_share,
      y1: place.top,
      y2: place.top + place.height,
      middle: place.middle,
      text: row.unrecovered_cac === 0 ? share : `${share} · ${lost}`,
      isSmall,
      fill: paint(isSmall ? "grey" : "lost"),
    };
  });
  const highest = Math.max(0.01, ...bars.map((bar) => bar.value));
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
        Plot.rect(bars, { x1: "x1", x2: "value", y1: "y1", y2: "y2", fill: "fill" }),
        overlay((pen) => {
          layout.drawNames(pen);
          for (const bar of bars) {
            pen.text(pen.x(bar.value) + 6, bar.middle, bar.text, {
              anchor: "start",
              bold: !bar.isSmall,
              fill: paint(bar.isSmall ? "muted" : "ink"),
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
          x: pen.x(value),
          y: middle,
          lines: [segment, words, note],
        })),
    },
  );
}
