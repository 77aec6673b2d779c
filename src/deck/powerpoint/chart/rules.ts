import { type NativeChart, textWidth } from "../../../charts/index.ts";
import type { Scale } from "../../scale.ts";
import { line, noLine } from "../theme.ts";
import { chartText, dropXml, type Label, labelsXml, noMarker } from "./marks.ts";
import type { Drawn } from "./plot.ts";
import { lineSeries } from "./series.ts";
import type { DataSheet } from "./sheet.ts";

/** What all values are held against: a dashed line, named by the legend. */
export function levelLine(
  sheet: DataSheet,
  { name, value }: { name: string; value: number },
  format: string,
): Drawn {
  const column = sheet.add(
    name,
    sheet.categories.map(() => value),
    format,
  );
  return {
    layer: "line",
    isNamed: true,
    series: lineSeries(sheet, column, { look: line("ink", 1.5, "dash"), marker: noMarker }),
  };
}

/** A category that is named, on which line of names over the plot. */
export interface Rule {
  name: string;
  place: number;
  line: number;
}

/** Of the axis, between two lines of names. */
const ruleStep = 0.075;

/** Names that would lie over each other go one line down. */
export function rulesOf({ marks = [], categories }: NativeChart, width: number): Rule[] {
  const ends: number[] = [];
  const between = width / Math.max(1, categories.length);
  return marks
    .filter((mark) => mark.series === undefined)
    .map(({ name, place }) => {
      const half = textWidth(name, chartText) / 2 + 4;
      const start = place * between - half;
      const free = ends.findIndex((end) => end <= start);
      const line = free === -1 ? ends.length : free;
      ends[line] = place * between + half;
      return { name, place, line };
    });
}

/** The scale with a step more at its upper end, where lines of names under the first would lie over the values. */
export function withRoomFor(rules: readonly Rule[], scale: Scale, highest: number): Scale {
  const lines = Math.max(0, ...rules.map(({ line }) => line));
  const { low, high, step } = scale;
  const isClear = highest <= high - (lines + 1) * ruleStep * (high - low);
  return lines === 0 || isClear ? scale : { low, high: high + step, step };
}

/** The scale with its upper end where names go down to its old one, and over no column. */
export function above(rules: readonly Rule[], { low, high, step }: Scale): Scale {
  const share = ruleStep * Math.max(0, ...rules.map(({ line }) => line));
  return share === 0
    ? { low, high, step }
    : { low, high: Number(((high - share * low) / (1 - share)).toPrecision(6)), step };
}

/** A category that is named: a dashed rule down to the axis; over a column, whose values stand there, the name alone. */
export function ruleAt(
  sheet: DataSheet,
  { name, place: at, line: row }: Rule,
  { low, high }: Scale,
  format: string,
  isOverColumn = false,
): Drawn {
  const top = high - row * ruleStep * (high - low);
  const column = sheet.add(
    name,
    sheet.categories.map((_, place) => (place === at ? top : null)),
    format,
  );
  const label: Label = { position: "t", colour: "muted", format, hasName: true, hasValue: false };
  return {
    layer: "line",
    isNamed: false,
    series: lineSeries(sheet, column, {
      look: noLine,
      marker: noMarker,
      labels: labelsXml(new Map([[at, label]])),
      intervals: isOverColumn ? "" : dropXml(),
    }),
  };
}
