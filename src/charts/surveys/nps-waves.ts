import * as Plot from "@observablehq/plot";
import type { Catalogue, RowOf } from "../../metrics/index.ts";
import { valueAxis, valueMargin, valueScale } from "../axes.ts";
import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { type ChartEvent, drawEvents, eventsFrom, monthOf, placeEvents } from "../events.ts";
import type { Formats } from "../format.ts";
import { textWidth, truncate, widest } from "../measure.ts";
import { monthIndex } from "../months.ts";
import { overlay, type Pen } from "../overlay.ts";
import { renderChart } from "../render.ts";
import { fontSize, isNarrow, lineHeight, paint, plotHeight } from "../theme.ts";

/** What the chart reads of the mart. */
export type NpsByWave = Pick<
  RowOf<Catalogue["npsByWave"]>,
  | "segment"
  | "wave"
  | "wave_label"
  | "answers"
  | "promoters"
  | "passives"
  | "detractors"
  | "nps"
  | "lower"
  | "upper"
  | "change"
  | "is_change"
>;

export interface NpsWavesOptions extends ChartOptions {
  events?: readonly ChartEvent[];
  text: {
    /** Before the numbers of answers, such as "n". */
    answers: string;
  };
}

/**
 * Net promoter score by half-year, each a point with its 95% interval and the number of answers under it. Only a change
 * whose interval excludes 0 is drawn as one: a bold arrow with its points; all others are a thin line.
 * @param rows one per wave, of one segment
 */
export function npsWaves(rows: readonly NpsByWave[], options: NpsWavesOptions): Chart {
  const { width, format, text, events = [] } = options;
  const waves = rows
    .toSorted((a, b) => a.wave.localeCompare(b.wave))
    .flatMap((row) => (row.nps === null ? [] : [{ ...row, nps: row.nps }]))
    .map((row, index) => ({ ...row, index }));
  requireRows(waves, "npsWaves", "nps_by_wave with a score");
  const size = fontSize(width);
  const narrow = isNarrow(width);
  const scale = valueScale(
    [0, ...waves.flatMap((wave) => [wave.nps, wave.lower ?? wave.nps, wave.upper ?? wave.nps])],
    narrow ? 4 : 6,
  );
  const answersRoom = narrow ? 70 : 120;
  const answers = truncate(text.answers, answersRoom, size);
  const marginLeft = Math.max(
    valueMargin(scale.ticks, format.points, width),
    textWidth(answers, size) + 4,
  );
  const labelWidth = widest(
    waves.map((wave) => wave.wave_label),
    size,
  );
  const even = (width - marginLeft) / waves.length;
  const marginRight = Math.max(4, Math.ceil(labelWidth / 2 - even / 2) + 4);
  const band = (width - marginLeft - marginRight) / waves.length;
  const thinned = (texts: readonly string[]) =>
    Math.max(1, Math.ceil((widest(texts, size) + 6) / band));
  const labelStep = thinned(waves.map((wave) => wave.wave_label));
  const countStep = thinned(waves.map((wave) => format.number(wave.answers)));
  const valueStep = thinned(waves.map((wave) => `${format.points(wave.nps)}0`));
  const starts = waves.map((wave) => monthIndex(wave.wave));
  const room = { left: marginLeft, right: width - marginRight, width };
  const marked = placeEvents(events, wavePlace(starts), room);
  const happened = eventsFrom(events, starts);
  const marginTop = 22 + marked.height;
  const plotBottom = plotHeight(options) + marked.height;

  return renderChart(
    {
      width,
      height: plotBottom + 10 + 2 * lineHeight,
      marginLeft,
      marginRight,
      marginTop,
      marginBottom: 10 + 2 * lineHeight,
      x: { type: "linear", domain: [-0.5, waves.length - 0.5], axis: null },
      y: { domain: scale.domain },
      marks: [
        valueAxis(scale.ticks, format.points, { zero: true }),
        overlay((pen) => drawEvents(pen, marked, marginTop - 8, plotBottom)),
        Plot.ruleX(waves, {
          x: "index",
          y1: (wave: (typeof waves)[number]) => wave.lower ?? wave.nps,
          y2: (wave: (typeof waves)[number]) => wave.upper ?? wave.nps,
          stroke: paint("accent"),
          strokeOpacity: 0.45,
          strokeWidth: 4,
        }),
        overlay((pen) => {
          for (const [index, wave] of waves.entries()) {
            const before = waves[index - 1];
            if (before === undefined) continue;
            const from = { x: pen.x(index - 1), y: pen.y(before.nps) };
            const to = { x: pen.x(index), y: pen.y(wave.nps) };
            if (wave.is_change && wave.change !== null) {
              const colour = paint(wave.change < 0 ? "lost" : "accent");
              arrow(pen, from, to, colour);
              const label = format.points(wave.change);
              if (band > textWidth(label, size, true) + 34) {
                const look = { bold: true, rim: paint("paper"), fill: colour } as const;
                const y = (from.y + to.y) / 2 + (wave.change < 0 ? -12 : 14);
                pen.text((from.x + to.x) / 2 + 4, y, label, look);
              }
            } else {
              const line = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
              pen.shape("line", { ...line, stroke: paint("rule"), "stroke-width": 1 });
            }
          }
        }),
        Plot.dot(waves, {
          x: "index",
          y: "nps",
          r: 5,
          fill: paint("accent"),
          stroke: paint("paper"),
        }),
        overlay((pen) => {
          pen.text(0, plotBottom + 10 + 1.5 * lineHeight, answers, {
            anchor: "start",
            fill: paint("muted"),
          });
          for (const [index, wave] of waves.entries()) {
            const x = pen.x(index);
            const fromEnd = waves.length - 1 - index;
            const isNewest = fromEnd === 0;
            if (fromEnd % valueStep === 0) {
              const y = Math.min(pen.y(wave.upper ?? wave.nps), pen.y(wave.nps) - 5) - 10;
              pen.text(x, y, format.points(wave.nps), {
                bold: true,
                rim: paint("paper"),
                fill: paint("ink"),
              });
            }
            const look = { fill: paint(isNewest ? "ink" : "muted") };
            if (fromEnd % labelStep === 0) {
              pen.text(x, plotBottom + 10 + 0.5 * lineHeight, wave.wave_label, look);
            }
            if (fromEnd % countStep === 0) {
              const y = plotBottom + 10 + 1.5 * lineHeight;
              pen.text(x, y, format.number(wave.answers), { fill: paint("muted") });
            }
          }
        }),
      ],
    },
    options,
    {
      guide: "column",
      at: (pen) =>
        waves.map((wave) => ({
          x: pen.x(wave.index),
          y: pen.y(wave.nps),
          lines: [
            wave.wave_label,
            ...scoreLines(wave, format),
            `${text.answers} ${format.number(wave.answers)}`,
            ...happened(wave.index),
          ],
        })),
    },
  );
}

const monthsOfWave = 6;

/** Share of the plot's width: what happened in a half-year stands between the point before and its own. */
const wavePlace = (starts: readonly number[]) => (day: string) => {
  const month = monthOf(day);
  const index = starts.findLastIndex((start) => start <= month);
  const gone = Math.min(1, (month - (starts[index] ?? month) + 0.5) / monthsOfWave);
  return index < 0 ? undefined : (index + gone / 2) / starts.length;
};

/** A score, and under it its interval where it has one. */
export function scoreLines(
  row: Pick<NpsByWave, "lower" | "upper"> & { nps: number },
  format: Formats,
): string[] {
  const { nps, lower, upper } = row;
  if (lower === null || upper === null) return [format.points(nps)];
  return [format.points(nps), `95%: ${format.points(lower)} … ${format.points(upper)}`];
}

interface Place {
  x: number;
  y: number;
}

function arrow(pen: Pen, from: Place, to: Place, colour: string): void {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const ux = (to.x - from.x) / length;
  const uy = (to.y - from.y) / length;
  const tip = { x: to.x - ux * 7, y: to.y - uy * 7 };
  const neck = { x: tip.x - ux * 9, y: tip.y - uy * 9 };
  const line = { x1: from.x + ux * 6, y1: from.y + uy * 6, x2: neck.x, y2: neck.y };
  pen.shape("line", { ...line, stroke: colour, "stroke-width": 3 });
  const d = `M${tip.x},${tip.y}L${neck.x - uy * 5},${neck.y + ux * 5}L${neck.x + uy * 5},${neck.y - ux * 5}Z`;
  pen.shape("path", { d, fill: colour });
}
