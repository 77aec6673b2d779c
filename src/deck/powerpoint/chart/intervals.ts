import type { NativeSeries } from "../../../charts/index.ts";
import { say } from "../../../text/index.ts";
import { fill, noFill, noLine } from "../theme.ts";
import { intervalXml } from "./marks.ts";
import type { Drawn } from "./plot.ts";
import { areaSeries } from "./series.ts";
import type { DataSheet } from "./sheet.ts";

/** The interval as an area between its ends, over an unseen one up to its lower end. */
export function bandOf(sheet: DataSheet, own: NativeSeries, format: string): Drawn[] {
  const { low = [], high = [], values } = own;
  // An area has no gaps: where no interval is known it is as narrow as the line.
  const ends = values.map((value, place) => {
    const [from, to] = [low[place] ?? null, high[place] ?? null];
    return from === null || to === null ? { from: value, size: 0 } : { from, size: to - from };
  });
  const { interval } = say.deck.chart;
  const base = sheet.add(
    interval.from,
    ends.map(({ from }) => from),
    format,
  );
  const size = sheet.add(
    interval.size,
    ends.map(({ from, size: own }) => (from === null ? null : own)),
    format,
  );
  return [
    { layer: "area", isNamed: false, series: areaSeries(sheet, base, { look: noFill + noLine }) },
    {
      layer: "area",
      isNamed: false,
      series: areaSeries(sheet, size, { look: fill("accent", 0.16) + noLine }),
    },
  ];
}

/** Bars about each point, to both ends of its interval. */
export function intervalOf(sheet: DataSheet, own: NativeSeries, format: string): string {
  const { low = [], high = [], values } = own;
  sheet.add(say.deck.chart.interval.from, low, format);
  sheet.add(say.deck.chart.interval.to, high, format);
  const distance = (ends: readonly (number | null)[], sign: 1 | -1) =>
    values.map((value, place) => {
      const end = ends[place] ?? null;
      return value === null || end === null ? null : sign * (end - value);
    });
  return intervalXml(
    sheet.add(say.deck.chart.interval.above, distance(high, 1), format),
    sheet.add(say.deck.chart.interval.below, distance(low, -1), format),
  );
}
