import * as Plot from "@observablehq/plot";
import type { Catalogue, RowOf } from "../../metrics/index.ts";
import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { hatched, hatching, overlay } from "../overlay.ts";
import { renderChart } from "../render.ts";
import { barReach, layoutRows } from "../rows.ts";
import { fontSize, lineHeight, paint } from "../theme.ts";

/** What the chart reads of the mart. */
export type CohortPayback = Pick<
  RowOf<Catalogue["cohortPayback"]>,
  "cohort" | "reached_age" | "payback_age" | "recovered_share"
>;

export interface PaybackByCohortOptions extends ChartOptions {
  text: {
    /** Over the bars, such as "months to pay back". */
    axis: string;
    /** Such as "13 months". */
    paidBack: (months: number) => string;
    /** Of a cohort that has not paid back yet, such as "64% back after 9". */
    back: (share: string, months: number) => string;
    /** No cost of the months is known. */
    unknown: string;
  };
}

/**
 * How long each quarter's customers took to pay back what they cost: a solid bar to the month of payback, a hatched one
 * to the age reached so far with the share recovered. The newest cohort is the last row.
 */
export function paybackByCohort(
  rows: readonly CohortPayback[],
  options: PaybackByCohortOptions,
): Chart {
  requireRows(rows, "paybackByCohort", "cohort_payback");
  const { width, format, text } = options;
  const size = fontSize(width);
  const sorted = rows.toSorted((a, b) => a.cohort.localeCompare(b.cohort));
  const layout = layoutRows(
    sorted.map((row) => ({ name: format.quarterLabel(row.cohort) })),
    width,
    lineHeight + 6,
  );
  const bars = sorted.map((row, index) => {
    const place = layout.places[index] ?? { top: 0, height: 0, middle: 0 };
    const box = {
      cohort: row.cohort,
      x1: 0,
      y1: place.top,
      y2: place.top + place.height,
      middle: place.middle,
    };
    if (row.payback_age !== null) {
      const paid = { value: row.payback_age, text: text.paidBack(row.payback_age) };
      return { ...box, ...paid, kind: "paid" };
    }
    if (row.recovered_share !== null) {
      const back = text.back(format.wholeShare(row.recovered_share), row.reached_age);
      return { ...box, value: row.reached_age, text: back, kind: "open" };
    }
    return { ...box, value: 0, text: text.unknown, kind: "unknown" };
  });
  const highest = Math.max(1, ...bars.map((bar) => bar.value));
  const reach = barReach(bars, highest, width - layout.left, size);
  const isOpen = (bar: (typeof bars)[number]) => bar.kind === "open";

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
        bars.some(isOpen) ? hatching("hatch", paint("accent")) : null,
        Plot.rect(
          bars.filter((bar) => bar.kind === "paid"),
          { x1: "x1", x2: "value", y1: "y1", y2: "y2", fill: paint("accent") },
        ),
        Plot.rect(bars.filter(isOpen), {
          x1: "x1",
          x2: "value",
          y1: "y1",
          y2: "y2",
          fill: hatched("hatch"),
          stroke: paint("accent"),
        }),
        overlay((pen) => {
          const head = { anchor: "start", fill: paint("muted") } as const;
          pen.text(layout.left, lineHeight / 2, text.axis, head);
          layout.drawNames(pen);
          for (const bar of bars) {
            pen.text(pen.x(bar.value) + 6, bar.middle, bar.text, {
              anchor: "start",
              bold: bar.kind === "paid",
              fill: paint(bar.kind === "paid" ? "ink" : "muted"),
            });
          }
        }),
      ],
    },
    options,
    {
      guide: "row",
      at: (pen) =>
        bars.map(({ value, middle, cohort, text: words }) => ({
          x: pen.x(value),
          y: middle,
          lines: [format.quarterLabel(cohort), words],
        })),
    },
  );
}
