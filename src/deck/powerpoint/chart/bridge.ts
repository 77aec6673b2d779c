import { say } from "../../../text/index.ts";
import { largestOf, numberFormat, tickFormat } from "../../number-format.ts";
import { scaleOf } from "../../scale.ts";
import { fill, noFill, noLine, type Role } from "../theme.ts";
import { type Label, labelCells, labelsXml, noMarker } from "./marks.ts";
import type { Drawing, Drawn, Plot } from "./plot.ts";
import { barSeries, lineSeries } from "./series.ts";
import { makeSheet } from "./sheet.ts";

/**
 * Stocks at both ends and floating bars between them: stacked columns over an unseen one. What moved,
 * with its sign, stands in the first column of the sheet; the bars and the labels over them follow from
 * it, so that whoever edits a number there has the bridge drawn anew.
 */
export function plotBridge({ chart, money, write }: Drawing): Plot {
  const { categories, series, unit } = chart;
  const { bridge } = say.deck.chart;
  const moved = series[0]?.values.map((value) => value ?? 0) ?? [];
  const last = moved.length - 1;
  const by = (place: number) => moved[place] ?? 0;
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
  const format = numberFormat(unit, moved, money);
  const own = moved.map((by, place) => {
    const written = numberFormat(unit, [by], money);
    return isStock(place) ? written : `+${written};-${written};${written}`;
  });
  const all = moved.slice(0, -1).reduce((sum, by) => sum + by, 0);
  const isWhole = last > 0 && Math.abs(all - by(last)) <= noise * Math.abs(all);
  const what = sheet.add(series[0]?.name ?? "", moved, format, {
    formats: own,
    formulas: moved.map((_, place) =>
      place === last && isWhole ? cellsOf("B", place).before : null,
    ),
  });
  const column = (name: string, cell: (place: number) => Reckoned) => {
    const cells = categories.map((_, place) => cell(place));
    const formulas = cells.map(({ formula }) => formula);
    return sheet.add(
      name,
      cells.map(({ value }) => value),
      format,
      { formulas },
    );
  };
  const layer = (name: string, colour: Role | undefined, cell: (place: number) => Reckoned) => {
    const look = (colour === undefined ? noFill : fill(colour)) + noLine;
    return {
      layer: "bar",
      isNamed: false,
      series: barSeries(sheet, column(name, cell), { look }),
    } satisfies Drawn;
  };
  const at = (place: number) => cellsOf(what.letter, place);
  const inside = (cell: (place: number) => Reckoned) => (place: number) =>
    isStock(place) ? none : cell(place);
  const drawn: Drawn[] = [
    layer(
      bridge.base,
      undefined,
      inside((place) => ({
        value: steps[place]?.low ?? null,
        formula: `MIN(${at(place).before},${at(place).after})`,
      })),
    ),
    layer(bridge.stock, "muted", (place) =>
      isStock(place) ? { value: Math.abs(by(place)), formula: `ABS(${at(place).own})` } : none,
    ),
    layer(
      bridge.up,
      "accent",
      inside((place) => ({ value: Math.max(0, by(place)), formula: `MAX(0,${at(place).own})` })),
    ),
    layer(
      bridge.down,
      "lost",
      inside((place) => ({ value: Math.max(0, -by(place)), formula: `MAX(0,-${at(place).own})` })),
    ),
  ];
  const words = moved.map((value, place) => (isStock(place) ? write(value) : signed(value, write)));
  const labels = new Map(
    words.map((text, place): [number, Label] => [
      place,
      { position: "t", colour: "ink", format, isBold: isStock(place), text, isOfCell: true },
    ]),
  );
  const tops = column(bridge.top, (place) => ({
    value: steps[place]?.high ?? null,
    formula: isStock(place)
      ? `MAX(0,${at(place).own})`
      : `MAX(${at(place).before},${at(place).after})`,
  }));
  drawn.push({
    layer: "line",
    isNamed: false,
    series: lineSeries(sheet, tops, {
      look: noLine,
      marker: noMarker,
      labels: labelsXml(labels),
      extension: labelCells(what, words),
    }),
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

/** Of a sum, as a share of it. */
const noise = 1e-9;

/** A cell that follows from others. */
interface Reckoned {
  value: number | null;
  formula: string | null;
}

const none: Reckoned = { value: null, formula: null };

/** What moved at a place of the bridge, and what had come together before it and with it. */
function cellsOf(letter: string, place: number) {
  const row = place + 2;
  const sumTo = (end: number) => `SUM(${letter}$2:${letter}${end})`;
  return { own: `${letter}${row}`, before: sumTo(row - 1), after: sumTo(row) };
}

const signed = (by: number, write: (value: number) => string): string =>
  by > 0 ? `+${write(by)}` : write(by);
