import type { ChartEvent, NativeChart } from "../charts/index.ts";
import type { Row } from "../shared/query/index.ts";
import type { Shown } from "./ask.ts";
import type { RestatedMark } from "./board/restated.ts";
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
  /** What a reader of the page can do with it; goes nowhere else. */
  hint?: string | undefined;
  /** The chart at each width; absent where the table is the figure. */
  drawing?: Drawings | undefined;
  /** What happened in the time that it shows, marked on its chart; told in the caveat too. */
  events?: readonly ChartEvent[] | undefined;
  /** The chart as plain data, for programs that draw it themselves; of figures that a deck can hold. */
  native?: NativeChart | undefined;
  /** Numbers side by side, where they are the figure. */
  tiles?: readonly NumberTile[] | undefined;
  /** Sentences, where they are the figure, each with the figure that it stands on, in words. */
  sentences?: readonly { text: string; of: string }[] | undefined;
  /** Other drawings of the same, for a reader to choose. */
  choice?: Choice | undefined;
  /** The same in finer steps, for a reader to choose. */
  finer?: Finer | undefined;
  table?: Table;
  /** The figure's own queries, in the order of its table's columns. */
  queries?: readonly Shown[] | undefined;
  /** What is made of the queries' rows outside SQL. */
  model?: string | undefined;
  /** Where numbers of it were presented otherwise: what travels with it must say so. */
  restated?: readonly RestatedMark[] | undefined;
  /** A table of many columns takes the whole width of the page. */
  isWide?: boolean;
}

/** A headline number in words, with what there is to say of it. */
export interface NumberTile {
  name: string;
  value: string;
  lines: readonly { text: string; tone?: "good" | "bad" | undefined }[];
}

/** A choice between drawings: `drawing` of the figure, which is shown first, and others. */
export interface Choice {
  /** What is chosen, such as what the cells show. */
  name: string;
  /** Name of the first drawing. */
  shown: string;
  others: readonly OtherDrawing[];
}

export interface OtherDrawing {
  label: string;
  drawing: Drawings;
  /** Where the words of the figure are not true of it. */
  told?: ToldOtherwise | undefined;
}

/** What is said of a drawing instead of what the figure says. */
export type ToldOtherwise = Pick<FigureModel, "finding" | "facts" | "caveat" | "native">;

/** A figure as one of its drawings shows it. @param place of the drawing; its own is 0 */
export function asChosen(figure: FigureModel, place: number): FigureModel {
  const other = figure.choice?.others[place - 1];
  return other ? { ...figure, ...other.told, drawing: other.drawing } : figure;
}

/**
 * A choice between a figure and the same in finer steps: another drawing, table and SQL under the same
 * words, with the same choice of drawings.
 */
export interface Finer {
  /** What is chosen, such as which columns. */
  name: string;
  /** Name of the steps that are shown first. */
  shown: string;
  label: string;
  /** The rows that did not come with the page, as a table of the published database and what they must be. */
  needs?: { mart: string; where: string };
  /** @param rows those that it needs */
  figure: (rows: readonly Row[]) => FigureModel;
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
