import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { paint } from "../theme.ts";
import { type GaugePlace, type GaugeRow, gauges } from "./gauges.ts";

/** A change with the range that such changes usually lie in; null where too few are known. */
export interface UsualRange extends GaugeRow {
  change: number | null;
  usual: { low: number; high: number } | null;
}

export interface UsualRangesOptions extends ChartOptions {
  text: { head: string };
}

/** Half the gauge in halves of the usual range; a change further out ends at the edge. */
const reach = 2.4;
const thickness = 12;

/** Every change on a scale of its own on which all usual ranges stand under one another; a thin line is no change. */
export function usualRanges(rows: readonly UsualRange[], options: UsualRangesOptions): Chart {
  requireRows(rows, "usualRanges", "metric_alerts");
  const pixel = (
    value: number,
    { low, high }: { low: number; high: number },
    { left, right }: GaugePlace,
  ) => {
    const halves = high > low ? (value - (low + high) / 2) / ((high - low) / 2) : 0;
    const place = Math.max(-reach, Math.min(reach, halves));
    return left + ((place + reach) / (2 * reach)) * (right - left);
  };
  return gauges(
    rows,
    {
      head: options.text.head,
      draw: (pen, { change, usual, tone }, place) => {
        const { left, right, middle } = place;
        const line = { x1: left, x2: right, y1: middle, y2: middle };
        pen.shape("line", { ...line, stroke: paint("grid"), "stroke-width": 2 });
        if (!usual) return;
        const [x, end] = [pixel(usual.low, usual, place), pixel(usual.high, usual, place)];
        const band = { x, y: middle - thickness / 2, width: end - x, height: thickness };
        pen.shape("rect", { ...band, fill: paint("passive") });
        const none = pixel(0, usual, place);
        const rule = { x1: none, x2: none, y1: middle - thickness, y2: middle + thickness };
        pen.shape("line", { ...rule, stroke: paint("rule") });
        if (change === null) return;
        const cx = pixel(change, usual, place);
        const point = { cx, cy: middle, r: 6, fill: paint(tone), stroke: paint("paper") };
        pen.shape("circle", { ...point, "stroke-width": 2 });
      },
      at: ({ change, usual }, place) =>
        usual && change !== null ? pixel(change, usual, place) : (place.left + place.right) / 2,
    },
    options,
  );
}
