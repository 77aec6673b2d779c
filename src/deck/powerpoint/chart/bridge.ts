import { say } from "../../../text/index.ts";
import { numberFormat, tickFormat } from "../../number-format.ts";
import { scaleOf } from "../../scale.ts";
import { fill, noFill, noLine, type Role } from "../theme.ts";
import { type Label, labelsXml, noMarker } from "./marks.ts";
import { type Drawing, type Drawn, largestOf, type Plot } from "./plot.ts";
import { barSeries, lineSeries } from "./series.ts";
import { makeSheet } from "./sheet.ts";

/**
 * Stocks at both ends and floating bars between them: stacked columns over an unseen one. What moved,
 * with its sign, stands in the first column of the sheet and in the labels over the bars.
 */
export function plotBridge({ chart, money, write }: Drawing): Plot {
  const { categories, series, unit } = chart;
  const { bridge } = say.deck.chart;
  const moved = series[0]?.values.map((value) => value ?? 0) ?? [];
  const last = moved.length - 1;
  const isStock = (place: number) => place === 0 || place === last;
  let level = 0;
  const steps = moved.map((by, place) => {
    const before = isStock(place) ? 0 : level;
    level = before + by;
    return { low: Math.min(before, level), high: Math.max(before, level) };
  });
  const scale = scaleOf(
    steps.flatMap(({ low, high }, place) => (isStock(place) ? [high] : [low, high])),
    { canCut: true },
  );
  const sheet = makeSheet(chart);
  const format = numberFormat(unit, largestOf(moved), money);
  const column = (name: string, value: (place: number) => number | null) =>
    sheet.add(
      name,
      categories.map((_, place) => value(place)),
      format,
    );
  column(series[0]?.name ?? "", (place) => moved[place] ?? null);
  const layer = (
    name: string,
    colour: Role | undefined,
    value: (place: number) => number | null,
  ) => {
    const look = (colour === undefined ? noFill : fill(colour)) + noLine;
    return {
      layer: "bar",
      isNamed: false,
      series: barSeries(sheet, column(name, value), { look }),
    } satisfies Drawn;
  };
  const size = (place: number, isShown: boolean) => (isShown ? Math.abs(moved[place] ?? 0) : null);
  const drawn: Drawn[] = [
    layer(bridge.base, undefined, (place) => (isStock(place) ? null : (steps[place]?.low ?? null))),
    layer(bridge.stock, "muted", (place) => size(place, isStock(place))),
    layer(bridge.up, "accent", (place) => size(place, !isStock(place) && (moved[place] ?? 0) > 0)),
    layer(bridge.down, "lost", (place) => size(place, !isStock(place) && (moved[place] ?? 0) < 0)),
  ];
  const labels = new Map(
    moved.map((by, place): [number, Label] => [
      place,
      {
        position: "t",
        colour: "ink",
        format,
        isBold: isStock(place),
        text: isStock(place) ? write(by) : signed(by, write),
      },
    ]),
  );
  const tops = column(bridge.top, (place) => steps[place]?.high ?? null);
  drawn.push({
    layer: "line",
    isNamed: false,
    series: lineSeries(sheet, tops, { look: noLine, marker: noMarker, labels: labelsXml(labels) }),
  });
  return {
    sheet,
    drawn,
    isStacked: true,
    isLying: false,
    isCurve: false,
    scale,
    ticks: { format: tickFormat(unit, scale.step, largestOf(moved), money), isShown: true },
    hasLegend: false,
    right: 24,
    top: 16,
  };
}

const signed = (by: number, write: (value: number) => string): string =>
  by > 0 ? `+${write(by)}` : write(by);
