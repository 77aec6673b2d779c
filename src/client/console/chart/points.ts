import { mostSeries, type PlainPoint } from "../../../charts/index.ts";
import { say } from "../../../text/index.ts";
import { millisecondsOf } from "../result/values/calendar.ts";
import type { Result, ResultColumn } from "../result/values/result.ts";
import { type Choice, scaleOf } from "./choice.ts";

/** More marks than this say no more, and take long to draw. */
const mostPoints = 5_000;
/** Bars that somebody reads, one under another. */
export const mostNames = 40;
const mostBars = 120;
/** Rows that are looked through for those names. */
const mostNamed = 20_000;
/** Sums beyond it would overflow. */
const largest = 1e300;

export interface Points {
  points: PlainPoint[];
  /** What is not drawn, in sentences. */
  notes: string[];
}

/**
 * The points of a choice. Nothing is summed: of too many rows every so many is drawn, of too many names
 * the first, of too many series the first; each is told.
 */
export function pointsOf(result: Result, choice: Choice): Points {
  const words = say.console.result.chart;
  const { rowCount } = result;
  const scale = scaleOf(choice.x);
  const isNamed = scale === "name";
  const areRows = isNamed && (choice.mark === "bar" || choice.mark === "dot");
  const most = areRows
    ? { names: mostNames, points: mostBars }
    : { names: mostPoints, points: mostPoints };
  const step = isNamed ? 1 : Math.max(1, Math.ceil(rowCount / mostPoints));
  const end = isNamed ? Math.min(rowCount, mostNamed) : rowCount;
  const names = new Set<number | string>();
  const series = new Set<string>();
  const places = new Set<string>();
  const points: PlainPoint[] = [];
  const counts = { unknown: 0, otherNames: rowCount - end, otherSeries: 0, twice: 0 };
  for (let row = 0; row < end; row += step) {
    const x = placeOf(choice.x, row);
    const y = numberOf(choice.y, row);
    if (y === undefined) counts.unknown++;
    // A value that is not known is a gap in a line, where its place is known.
    if (x === undefined || (y === undefined && choice.mark !== "line")) {
      if (y !== undefined) counts.unknown++;
      continue;
    }
    const own = choice.series ? (choice.series.text(row) ?? words.null) || words.empty : "";
    if (!series.has(own) && series.size === mostSeries) {
      counts.otherSeries++;
      continue;
    }
    const isFull = points.length >= most.points || (!names.has(x) && names.size === most.names);
    if (isNamed && isFull) {
      counts.otherNames++;
      continue;
    }
    series.add(own);
    names.add(x);
    const place = `${x}\n${own}`;
    if (places.has(place)) counts.twice++;
    places.add(place);
    points.push({ x, y: y ?? null, series: own });
  }
  const notes = [
    step > 1 && words.sampled(points.length, rowCount, step),
    counts.otherNames > 0 && words.firstNames(names.size, counts.otherNames),
    counts.otherSeries > 0 && words.firstSeries(mostSeries, counts.otherSeries),
    counts.unknown > 0 && words.unknown(counts.unknown, choice.x.name, choice.y.name),
    counts.twice > 0 && choice.mark !== "dot" && words.twice(counts.twice, choice.x.name),
  ].filter((note) => note !== false);
  return { points, notes };
}

function placeOf(column: ResultColumn, row: number): number | string | undefined {
  const { chart } = say.console.result;
  const text = column.text(row);
  switch (scaleOf(column)) {
    case "number":
      return text === null ? undefined : numberFrom(text);
    case "time":
      return text === null ? undefined : millisecondsOf(text);
    case "name":
      return (text ?? chart.null).slice(0, 200) || chart.empty;
  }
}

const numberOf = (column: ResultColumn, row: number): number | undefined => {
  const text = column.text(row);
  return text === null ? undefined : numberFrom(text);
};

/** A picture needs no digit beyond a double's. */
function numberFrom(text: string): number | undefined {
  const value = Number(text);
  return Math.abs(value) <= largest ? value : undefined;
}
