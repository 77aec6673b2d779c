import type { ChartOptions } from "../chart.ts";

export type PlainMark = "line" | "bar" | "dot" | "area";

/** A value of a series at a place; x is a number, milliseconds since 1970, or a name. */
export interface PlainPoint {
  x: number | string;
  /** null leaves a gap in a line; elsewhere it is not drawn. */
  y: number | null;
  /** "" where there is but one. */
  series: string;
}

export interface PlainOptions extends ChartOptions {
  mark: PlainMark;
  /** What x is; names stand in the order in which they come. */
  scale: "number" | "time" | "name";
  /** Names of the columns, written at the axes. */
  names: { x: string; y: string };
}

/** Colours tell no more series apart than this. */
export const mostSeries = 6;

export interface KnownPoint extends PlainPoint {
  y: number;
}

export const isKnown = (point: PlainPoint): point is KnownPoint => point.y !== null;

/** Series in the order in which they come. */
export const seriesOf = (points: readonly PlainPoint[]): string[] => [
  ...new Set(points.map(({ series }) => series)),
];

/** Numbers of any size in few signs: 1.23M, 0.0012; in thousands from `large` on. */
export function plainNumber(value: number, large = 10_000): string {
  const size = Math.abs(value);
  const isOdd = size >= 1e15 || (size !== 0 && size < 1e-6);
  return new Intl.NumberFormat("en-GB", {
    notation: isOdd ? "scientific" : size >= large ? "compact" : "standard",
    maximumSignificantDigits: 4,
  }).format(value);
}
