import * as Plot from "@observablehq/plot";
import { widest } from "./measure.ts";
import { ageTicks, monthDay, monthTicks } from "./months.ts";
import { fontSize, paint } from "./theme.ts";

export interface ValueScale {
  domain: [number, number];
  ticks: number[];
}

/** Round ticks around the values, about `count` of them; all-zero values get the one tick 0. */
export function valueScale(values: readonly number[], count: number): ValueScale {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (!Number.isFinite(low) || !Number.isFinite(high)) {
    throw new Error(`values reach from ${low} to ${high}; a chart needs finite numbers`);
  }
  if (low === high) {
    if (low === 0) return { domain: [0, 1], ticks: [0] };
    const around = Math.abs(low) * 0.05;
    return valueScale([low - around, low + around], count);
  }
  const raw = (high - low) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * ([1, 2, 2.5, 5, 10].find((factor) => power * factor >= raw * 0.999) ?? 10);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
  return { domain: [ticks[0] ?? low, ticks.at(-1) ?? high], ticks };
}

/** Room that the labels of a value axis take at the left. */
export const valueMargin = (
  ticks: readonly number[],
  label: (value: number) => string,
  width: number,
) => Math.ceil(widest(ticks.map(label), fontSize(width))) + 10;

/** Horizontal grid lines with their labels at the left; zero stands out when `zero` is set. */
export function valueAxis(
  ticks: readonly number[],
  label: (value: number) => string,
  { zero = false } = {},
): Plot.Markish[] {
  const marks: Plot.Markish[] = [
    Plot.gridY([...ticks], { stroke: paint("grid"), strokeOpacity: 1 }),
    Plot.axisY([...ticks], {
      tickFormat: label,
      tickSize: 0,
      tickPadding: 8,
      label: null,
      fill: paint("muted"),
    }),
  ];
  if (zero) marks.push(Plot.ruleY([0], { stroke: paint("rule"), strokeWidth: 1.5 }));
  return marks;
}

interface Span {
  /** Pixels of the axis. */
  pixels: number;
  /** Width of the chart, which decides the size of its text. */
  width: number;
}

/** Months of the calendar under the plot, on a linear axis of month indexes. */
export function monthAxis(
  first: number,
  last: number,
  label: (day: string) => string,
  { pixels, width }: Span,
): Plot.Markish {
  const write = (index: number) => label(monthDay(index));
  const labelWidth = widest([write(first), write(last)], fontSize(width));
  return stepAxis(monthTicks(first, last, { pixels, labelWidth }), write);
}

/** Months of age that an axis of so many pixels can label, each at least as wide as `labels`. */
export function ageAxisTicks(
  last: number,
  labels: readonly string[],
  { pixels, width }: Span,
): number[] {
  const labelWidth = Math.max(18, widest(labels, fontSize(width)));
  return ageTicks(last, { pixels, labelWidth });
}

/** Labels under the plot at the given places of a linear axis. */
export function stepAxis(ticks: readonly number[], label: (value: number) => string): Plot.Markish {
  return Plot.axisX([...ticks], {
    tickFormat: label,
    tickSize: 4,
    tickPadding: 6,
    label: null,
    fill: paint("muted"),
    stroke: paint("rule"),
  });
}
