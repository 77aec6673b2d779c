import * as Plot from "@observablehq/plot";
import type { seriesLook } from "../theme.ts";
import type { KnownPoint, PlainOptions } from "./plain.ts";

/** A point where it is drawn: stacked series lie on the ones before. */
export interface Placed extends KnownPoint {
  at: number;
  from: number;
  to: number;
}

/** Series of an area lie one on another, so that its upper edge is their sum. */
export function placedOf(
  points: readonly KnownPoint[],
  series: readonly string[],
  mark: PlainOptions["mark"],
  atOf: (x: number | string) => number,
): Placed[] {
  const plain = points.map((point) => ({ ...point, at: atOf(point.x), from: 0, to: point.y }));
  if (mark !== "area" || series.length < 2) return plain;
  const heights = new Map<number, number>();
  const places = new Map(plain.map(({ at, x }) => [at, x]));
  const filled = series.flatMap((name) => {
    const own = new Map(
      plain.filter((point) => point.series === name).map((point) => [point.at, point]),
    );
    return Array.from(
      places,
      ([at, x]) => own.get(at) ?? { x, y: 0, series: name, at, from: 0, to: 0 },
    );
  });
  return filled.map((point) => {
    const from = heights.get(point.at) ?? 0;
    const to = from + point.y;
    heights.set(point.at, to);
    return { ...point, from, to };
  });
}

export interface Bars {
  /** Of all series at one place, in the units of x. */
  band: number;
  one: number;
}

export function barWidth(
  ats: readonly number[],
  series: number,
  scale: PlainOptions["scale"],
): Bars {
  const sorted = [...new Set(ats)].sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((at, index) => at - (sorted[index] ?? at));
  const whole = gaps.length > 0 ? Math.min(...gaps) : scale === "time" ? 86_400_000 : 1;
  return { band: whole * 0.8, one: (whole * 0.8) / series };
}

export function markOf(
  mark: Exclude<PlainOptions["mark"], "line">,
  points: readonly Placed[],
  { colour }: ReturnType<typeof seriesLook>,
  { band, one }: Bars,
  series: readonly string[],
): Plot.Markish {
  switch (mark) {
    case "bar":
      return Plot.rect(points, {
        x1: ({ at, series: own }: Placed) => at - band / 2 + one * series.indexOf(own),
        x2: ({ at, series: own }: Placed) => at - band / 2 + one * (series.indexOf(own) + 1),
        y1: "from",
        y2: "to",
        fill: colour,
      });
    case "dot":
      return Plot.dot(points, { x: "at", y: "to", r: 2.5, fill: colour, fillOpacity: 0.7 });
    case "area":
      return Plot.areaY(points, { x: "at", y1: "from", y2: "to", fill: colour, fillOpacity: 0.75 });
  }
}

/** A line with gaps where nothing is known; values between two gaps are dots. */
export function lineOf(
  points: readonly { at: number; to: number }[],
  { colour, dash }: ReturnType<typeof seriesLook>,
): Plot.Markish {
  const sorted = points.toSorted((a, b) => a.at - b.at);
  const isGap = (index: number) => Number.isNaN(sorted[index]?.to ?? Number.NaN);
  const alone = sorted.filter((_, at) => !isGap(at) && isGap(at - 1) && isGap(at + 1));
  return [
    Plot.lineY(sorted, {
      x: "at",
      y: "to",
      stroke: colour,
      strokeWidth: 2,
      ...(dash === undefined ? {} : { strokeDasharray: dash }),
    }),
    Plot.dot(alone, { x: "at", y: "to", r: 3, fill: colour }),
  ];
}
