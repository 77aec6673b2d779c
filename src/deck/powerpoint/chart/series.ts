import { type Column, categoriesXml, type DataSheet, nameXml, numbersXml } from "./sheet.ts";

/** How a series looks; its XML in the order that the schema wants. */
export interface SeriesLook {
  /** Fill and line. */
  look: string;
  /** Of lines. */
  marker?: string;
  points?: readonly string[];
  labels?: string;
  intervals?: string;
  /** What programs before Office 2013 pass over. */
  extension?: string;
}

/** XML of a series once its place among all of the chart is known. */
export type Series = (place: number) => string;

const head = (place: number, column: Column, look: string): string =>
  `<c:idx val="${place}"/><c:order val="${place}"/>${nameXml(column)}<c:spPr>${look}</c:spPr>`;

const tail = (sheet: DataSheet, column: Column): string =>
  categoriesXml(sheet) + numbersXml("val", column);

const pieces = ({ points = [], labels = "", intervals = "" }: SeriesLook): string =>
  points.join("") + labels + intervals;

export const lineSeries =
  (sheet: DataSheet, column: Column, own: SeriesLook): Series =>
  (place) =>
    `<c:ser>${head(place, column, own.look)}${own.marker ?? ""}${pieces(own)}${tail(sheet, column)}<c:smooth val="0"/>${own.extension ?? ""}</c:ser>`;

export const barSeries =
  (sheet: DataSheet, column: Column, own: SeriesLook): Series =>
  (place) =>
    `<c:ser>${head(place, column, own.look)}<c:invertIfNegative val="0"/>${pieces(own)}${tail(sheet, column)}</c:ser>`;

export const areaSeries =
  (sheet: DataSheet, column: Column, own: SeriesLook): Series =>
  (place) =>
    `<c:ser>${head(place, column, own.look)}${pieces(own)}${tail(sheet, column)}</c:ser>`;
