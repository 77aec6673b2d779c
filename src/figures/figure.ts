import type { Shown } from "./ask.ts";
import type { Drawings } from "./draw.ts";
import type { Table } from "./table.ts";

/** Everything that a figure says and shows, in words and pictures; where it stands is the page's. */
export interface FigureModel {
  id: string;
  /** What is measured, with its unit. */
  measure: string;
  /** The title: a sentence computed from the data. */
  finding: string;
  /** As-of date, n and whatever else the reader must know beside the chart. */
  facts: string;
  caveat?: string | undefined;
  /** The chart at each width; absent where the table is the figure. */
  drawing?: Drawings | undefined;
  table?: Table;
  /** The figure's own queries, in the order of its table's columns. */
  queries?: readonly Shown[] | undefined;
  /** What is made of the queries' rows outside SQL. */
  model?: string | undefined;
  /** A table of many columns takes the whole width of the page. */
  isWide?: boolean;
}

/** Stands where a figure would, if these datasets were there. */
export interface MissingFigure {
  /** What the reader would see here. */
  what: string;
  datasets: readonly string[];
}

/** Stands where a figure would, where it is no file that is missing: why, and what would bring one. */
export interface NoticeFigure {
  fact: string;
  remedy: string;
}
