import type { Guide, Reading } from "../shared/readings.ts";
import type { Formats } from "./format.ts";

/** A finished picture; `svg` is one self-contained element that needs chart.css for its colours. */
export interface Chart {
  svg: string;
  /** The names of the rows alone, to stand still where a chart wider than its page is scrolled aside. */
  names?: string;
  /** The same in pictures of the page's width, for paper. */
  parts?: string[];
  width: number;
  height: number;
  /** What a pointer or the arrow keys can read, in the order of the keys; empty where all is written out. */
  readings: Reading[];
  guide: Guide;
}

export interface ChartOptions {
  /** Pixels; every chart is drawn anew for 328 (phone) as for 720 or 1040 (laptop), never scaled. */
  width: number;
  /** Pixels of the plot's height, for a slide; of charts of rows these decide it. */
  plot?: number | undefined;
  /** The finding, in a sentence: what a screen reader says instead of the picture. */
  label: string;
  format: Formats;
  /** Prefix of the ids inside; unique in its page. Taken from the content when absent. */
  id?: string;
}

/** @throws when there is nothing to draw: a page decides before whether a chart has its place. */
export function requireRows<Row>(rows: readonly Row[], chart: string, source: string): void {
  if (rows.length === 0) {
    throw new Error(`${chart} got no rows; draw it only where ${source} has some`);
  }
}
