import type { NativeChart } from "../../../charts/index.ts";
import type { Money } from "../../number-format.ts";
import type { Scale } from "../../scale.ts";
import type { Series } from "./series.ts";
import type { DataSheet } from "./sheet.ts";

/** A series with the layer it is drawn in: areas lie under columns, lines over both. */
export interface Drawn {
  layer: "area" | "bar" | "line";
  series: Series;
  /** Whether the legend names it. */
  isNamed: boolean;
}

/** A chart laid out: what is drawn, on which axis, with how much room around it. */
export interface Plot {
  sheet: DataSheet;
  drawn: readonly Drawn[];
  isStacked: boolean;
  /** Bars that lie, with their names on the left. */
  isLying: boolean;
  /** Whether points stand on the ends of the axis, as of a curve, or in the middle of their place. */
  isCurve: boolean;
  scale: Scale;
  ticks: { format: string; isShown: boolean };
  hasLegend: boolean;
  /** Points of room on the right, for names of lines, and over the plot. */
  right: number;
  top: number;
}

/** What a plot is made from; its room in points. */
export interface Drawing {
  chart: NativeChart;
  money: Money;
  /** A value of the chart in words. */
  write: (value: number) => string;
  width: number;
  height: number;
}

type Values = readonly (number | null)[];

export const knownOf = (...columns: readonly (Values | undefined)[]): number[] =>
  columns.flatMap((values = []) => values.filter((value) => value !== null));
