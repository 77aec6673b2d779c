import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { paint } from "../theme.ts";
import { type GaugePlace, type GaugeRow, gauges } from "./gauges.ts";

/** A target with what there is of it; value and forecast in its own unit, null where not known. */
export interface TargetBullet extends GaugeRow {
  target: number;
  value: number | null;
  forecast: { value: number; low: number; high: number } | null;
}

export interface TargetBulletsOptions extends ChartOptions {
  text: { head: string };
}

/** Of the target: shorter and longer bars end at the edge, their numbers stand beside them. */
const widestShare = 1.6;
const thickness = 12;

/**
 * Every value on a scale of its own on which all targets stand under one another, with the range of its forecast. A
 * target of 0 or less has no scale: it is written out only.
 */
export function targetBullets(rows: readonly TargetBullet[], options: TargetBulletsOptions): Chart {
  requireRows(rows, "targetBullets", "goal_forecasts");
  const shareOf = ({ target }: TargetBullet, value: number) =>
    Math.max(0, Math.min(widestShare, value / target));
  const shares = rows.flatMap((row) =>
    row.target > 0
      ? [row.value, row.forecast?.high].flatMap((value) =>
          value == null ? [] : shareOf(row, value),
        )
      : [],
  );
  const reach = Math.max(1.1, ...shares);
  const pixel = (share: number, { left, right }: GaugePlace) =>
    left + (share / reach) * (right - left);
  return gauges(
    rows,
    {
      head: options.text.head,
      draw: (pen, row, place) => {
        const { left, right, middle } = place;
        const y = middle - thickness / 2;
        pen.shape("rect", {
          x: left,
          y,
          width: right - left,
          height: thickness,
          fill: paint("grid"),
        });
        if (row.target <= 0) return;
        if (row.value !== null) {
          const width = pixel(shareOf(row, row.value), place) - left;
          pen.shape("rect", { x: left, y, width, height: thickness, fill: paint(row.tone) });
        }
        const x = pixel(1, place);
        const tick = { x1: x, x2: x, y1: y - 4, y2: y + thickness + 4 };
        pen.shape("line", { ...tick, stroke: paint("paper"), "stroke-width": 5 });
        pen.shape("line", { ...tick, stroke: paint("ink"), "stroke-width": 2 });
        if (row.forecast) {
          const { value, low, high } = row.forecast;
          const [cx, x1, x2] = [value, low, high].map((end) => pixel(shareOf(row, end), place));
          const level = { y1: middle, y2: middle };
          pen.shape("line", { x1, x2, ...level, stroke: paint("paper"), "stroke-width": 6 });
          pen.shape("line", { x1, x2, ...level, stroke: paint("ink"), "stroke-width": 2 });
          const point = { cx, cy: middle, r: 4, fill: paint("ink"), stroke: paint("paper") };
          pen.shape("circle", { ...point, "stroke-width": 1.5 });
        }
      },
      at: (row, place) =>
        pixel(row.target > 0 && row.value !== null ? shareOf(row, row.value) : 0, place),
    },
    options,
  );
}
