import { stepAxis, valueAxis, valueMargin, valueScale } from "../axes.ts";
import { type Chart, requireRows } from "../chart.ts";
import { dodge, textWidth, truncate, widest } from "../measure.ts";
import { overlay, type Pen } from "../overlay.ts";
import { renderChart } from "../render.ts";
import { fontSize, isNarrow, lineHeight, paint, plotHeight, seriesLook } from "../theme.ts";
import { isKnown, type PlainOptions, type PlainPoint, plainNumber, seriesOf } from "./plain.ts";
import { barWidth, lineOf, markOf, placedOf } from "./plain-marks.ts";
import { plainRows } from "./plain-rows.ts";
import { type Tick, timeLabel, timeTicks } from "./time-axis.ts";

/**
 * Rows of any query as a line, bars, dots or an area, one series each colour.
 * @param all at most as many as can be drawn, in the order of the query
 * @throws without points, and of more series than colours tell apart
 */
export function plainChart(all: readonly PlainPoint[], options: PlainOptions): Chart {
  const points = all.filter(isKnown);
  requireRows(points, "plainChart", "the query");
  const { mark, scale, width, names } = options;
  if (scale === "name" && (mark === "bar" || mark === "dot")) return plainRows(points, options);
  const series = seriesOf(points);
  const places = [...new Set(points.map(({ x }) => x))];
  const indexes = new Map(places.map((place, index) => [place, index]));
  const atOf = (x: number | string) => (typeof x === "number" ? x : (indexes.get(x) ?? 0));
  const placed = placedOf(points, series, mark, atOf);
  const size = fontSize(width);
  const height = plotHeight(options);
  const values = placed.flatMap(({ from, to }) =>
    mark === "bar" || mark === "area" ? [from, to] : [to],
  );
  const y = valueScale(values, isNarrow(width) ? 3 : 5);

  const isLarge = y.ticks.some((tick) => Math.abs(tick) >= 10_000);
  const write = (value: number) => plainNumber(value, isLarge ? 1_000 : undefined);

  const isNamedAtEnd = series.length > 1 && (mark === "line" || mark === "area");
  const key = series.length > 1 && !isNamedAtEnd ? series : [];
  const endWidth = isNamedAtEnd ? Math.min(width * 0.28, widest(series, size, true)) : 0;
  const marginLeft = valueMargin(y.ticks, write, width);
  const marginRight = Math.ceil(endWidth) + 16;
  const marginTop = 26 + (key.length > 0 ? lineHeight + 4 : 0);
  const marginBottom = 44;
  const pixels = width - marginLeft - marginRight;
  const ats = placed.map(({ at }) => at);
  const half = mark === "bar" ? barWidth(ats, series.length, scale).band / 2 : 0;
  const reach = spread(Math.min(...ats) - half, Math.max(...ats) + half);
  // Dots keep off the edges.
  const [low, high] =
    mark === "dot" && scale === "number" ? valueScale(reach, pixels / 70).domain : reach;
  const isInside = ({ at, label }: Tick) => {
    const x = marginLeft + ((at - low) / (high - low)) * pixels;
    const reach = textWidth(label, size) / 2;
    return x - reach >= 0 && x + reach <= width;
  };
  const ticks = ticksOf(scale, places, low, high, pixels, size).filter(isInside);
  const label = new Map(ticks.map((tick) => [tick.at, tick.label]));
  const lines = series.map((name, index) => ({
    look: seriesLook(index),
    points: placed.filter((point) => point.series === name).sort((a, b) => a.at - b.at),
    gaps: all
      .filter((point) => point.series === name && point.y === null)
      .map(({ x }) => ({ at: atOf(x), to: Number.NaN })),
  }));

  const drawKey = (pen: Pen) => {
    pen.text(0, 8, truncate(names.y, width, size), { anchor: "start", fill: paint("muted") });
    pen.text(width - marginRight, height - 8, truncate(names.x, pixels, size), {
      anchor: "end",
      fill: paint("muted"),
    });
    let x = 0;
    for (const [index, name] of key.entries()) {
      const text = truncate(name, width / key.length - 22, size);
      const fill = seriesLook(index).colour;
      pen.shape("circle", { cx: x + 5, cy: 26, r: 4, fill });
      pen.text(x + 14, 26, text, { anchor: "start", fill: paint("ink") });
      x += textWidth(text, size) + 30;
    }
    if (!isNamedAtEnd) return;
    const ends = lines.map(({ points: own }) => own.at(-1));
    const wanted = ends.map((end) =>
      pen.y(end ? (mark === "area" ? (end.from + end.to) / 2 : end.to) : 0),
    );
    const found = dodge(wanted, lineHeight, marginTop, height - marginBottom - 6);
    for (const [index, { look }] of lines.entries()) {
      pen.text(
        width - marginRight + 8,
        found[index] ?? 0,
        truncate(series[index] ?? "", endWidth, size, true),
        {
          anchor: "start",
          bold: true,
          fill: look.colour,
        },
      );
    }
  };

  return renderChart(
    {
      width,
      height,
      marginLeft,
      marginRight,
      marginTop,
      marginBottom,
      x: { type: "linear", domain: [low, high] },
      y: { domain: y.domain },
      marks: [
        valueAxis(y.ticks, write, { zero: mark === "bar" || mark === "area" }),
        stepAxis(
          ticks.map(({ at }) => at),
          (at) => label.get(at) ?? "",
        ),
        ...lines.map(({ look, points: own, gaps }) =>
          mark === "line"
            ? lineOf([...own, ...gaps], look)
            : markOf(mark, own, look, barWidth(ats, series.length, scale), series),
        ),
        overlay(drawKey),
      ],
    },
    options,
    {
      guide: mark === "dot" ? "cell" : "column",
      at: (pen) =>
        placed.map((point) => ({
          x: pen.x(point.at),
          y: pen.y(point.to),
          lines: [
            scale === "time" ? timeLabel(point.at) : String(point.x),
            `${point.series === "" ? names.y : point.series}: ${point.y.toLocaleString("en-GB", { maximumFractionDigits: 20 })}`,
          ],
        })),
    },
  );
}

const spread = (low: number, high: number): [number, number] =>
  low === high ? [low - 0.5, high + 0.5] : [low, high];

function ticksOf(
  scale: PlainOptions["scale"],
  places: readonly (number | string)[],
  low: number,
  high: number,
  pixels: number,
  size: number,
): Tick[] {
  if (scale === "time") return timeTicks(low, high, pixels);
  if (scale === "number") {
    const { ticks } = valueScale([low, high], Math.max(2, Math.floor(pixels / 70)));
    return ticks
      .filter((at) => at >= low && at <= high)
      .map((at) => ({ at, label: plainNumber(at) }));
  }
  const texts = places.map((place) => truncate(String(place), 110, size));
  const step = Math.max(1, Math.ceil(((widest(texts, size) + 12) * places.length) / pixels));
  return texts.flatMap((label, at) => (at % step === 0 ? [{ at, label }] : []));
}
