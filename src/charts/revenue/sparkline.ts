import * as Plot from "@observablehq/plot";
import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { type MonthValue, toPoints } from "../months.ts";
import { renderChart } from "../render.ts";
import { paint } from "../theme.ts";

export interface SparklineOptions extends ChartOptions {
  /** Pixels; 32 when absent. */
  height?: number;
}

/** The shape of a metric's last months beside its figure: a line without axes, ending in a point. */
export function sparkline(rows: readonly MonthValue[], options: SparklineOptions): Chart {
  const { width, height = 32 } = options;
  const points = toPoints(rows);
  const known = points.flatMap(({ x, y }) => (y === null ? [] : [{ x, y }]));
  requireRows(known, "sparkline", "the metric");
  const values = known.map((point) => point.y);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const first = points[0]?.x ?? 0;
  const last = points.at(-1)?.x ?? first;
  return renderChart(
    {
      width,
      height,
      margin: 4,
      axis: null,
      x: { type: "linear", domain: [Math.min(first, last - 1), last] },
      y: { domain: low === high ? [low - 1, high + 1] : [low, high] },
      marks: [
        Plot.lineY(points, { x: "x", y: "y", stroke: paint("accent"), strokeWidth: 1.5 }),
        Plot.dot(known.slice(-1), { x: "x", y: "y", r: 2.5, fill: paint("accent") }),
      ],
    },
    options,
  );
}
