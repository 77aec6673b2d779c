import * as Plot from "@observablehq/plot";
import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { type ChartEvent, eventsByPlace } from "../events.ts";
import { textWidth, truncate, widest } from "../measure.ts";
import { overlay } from "../overlay.ts";
import { renderChart } from "../render.ts";
import { layoutRows } from "../rows.ts";
import { fontSize, lineHeight, paint } from "../theme.ts";
import type { NpsByWave } from "./nps-waves.ts";

export interface NpsSharesOptions extends ChartOptions {
  events?: readonly ChartEvent[];
  text: {
    promoters: string;
    passives: string;
    detractors: string;
    /** Over the scores, such as "NPS". */
    nps: string;
    /** Such as "n 120". */
    answers: (count: number) => string;
  };
}

const parts = [
  { name: "promoters", mark: "accent", ink: "paper", title: "accent" },
  { name: "passives", mark: "passive", ink: "ink", title: "muted" },
  { name: "detractors", mark: "lost", ink: "paper", title: "lost" },
] as const;

/**
 * Of what a net promoter score is made: promoters, passives and detractors as shares of each wave, the score beside; what
 * happened in a half-year stands over its row.
 * @param rows one per wave, of one segment
 */
export function npsShares(rows: readonly NpsByWave[], options: NpsSharesOptions): Chart {
  const { width, format, text, events = [] } = options;
  const answered = rows
    .filter((row) => row.answers > 0)
    .toSorted((a, b) => a.wave.localeCompare(b.wave));
  const happened = eventsByPlace(
    events,
    answered.map(({ wave }) => wave),
  );
  const waves = answered.map((row, place) => ({
    ...row,
    events: happened.get(place) ?? [],
    before: happened.get(place)?.map(({ label }) => label) ?? [],
    name: row.wave_label,
    note: text.answers(row.answers),
    score: row.nps === null ? "" : format.points(row.nps),
  }));
  requireRows(waves, "npsShares", "nps_by_wave with answers");
  const size = fontSize(width);
  const layout = layoutRows(waves, width, lineHeight + 6);
  const scores = waves.map(({ score }) => score);
  const right = width - Math.ceil(widest([...scores, text.nps], size, true)) - 10;
  const boxes = layout.rows.flatMap(({ y1, y2, middle, ...wave }) => {
    let x2 = 0;
    return parts.map((part) => {
      const share = wave[part.name] / wave.answers;
      const x1 = x2;
      x2 += share;
      return { ...part, share, x1, x2, y1, y2, middle };
    });
  });

  return renderChart(
    {
      width,
      height: layout.bottom,
      marginLeft: layout.left,
      marginRight: width - right,
      marginTop: 0,
      marginBottom: 0,
      axis: null,
      x: { domain: [0, 1] },
      y: { type: "identity" },
      marks: [
        Plot.rect(boxes, {
          x1: "x1",
          x2: "x2",
          y1: "y1",
          y2: "y2",
          fill: (box: (typeof boxes)[number]) => paint(box.mark),
          stroke: paint("paper"),
        }),
        overlay((pen) => {
          layout.drawNames(pen);
          for (const box of boxes) {
            const share = format.wholeShare(box.share);
            const wide = pen.x(box.x2) - pen.x(box.x1);
            if (wide < textWidth(share, size) + 4) continue;
            pen.text(pen.x((box.x1 + box.x2) / 2), box.middle, share, { fill: paint(box.ink) });
          }
          for (const { middle, score } of layout.rows) {
            pen.text(width, middle, score, { anchor: "end", bold: true, fill: paint("ink") });
          }
          pen.text(width, lineHeight / 2, text.nps, { anchor: "end", fill: paint("muted") });
          const titles = parts.map((part) => text[part.name]);
          const [from, shown] = fitTitles(titles, layout.left, right, size);
          const wide = shown.map((title) => textWidth(title, size, true));
          const free = right - from - wide.reduce((sum, one) => sum + one, 0);
          let x = from;
          for (const [index, part] of parts.entries()) {
            const look = { anchor: "start", bold: true, fill: paint(part.title) } as const;
            pen.text(x, lineHeight / 2, shown[index] ?? "", look);
            x += (wide[index] ?? 0) + free / 2;
          }
        }),
      ],
    },
    options,
    {
      guide: "row",
      at: () =>
        layout.rows.map((wave) => ({
          x: right,
          y: wave.middle,
          lines: [
            `${wave.name}, ${wave.note}`,
            `${text.nps} ${wave.score}`,
            ...parts.map(({ name }) => {
              const share = format.share(wave[name] / wave.answers);
              return `${text[name]} ${share} (${format.number(wave[name])})`;
            }),
            ...wave.events.map(({ told }) => told),
          ],
        })),
    },
  );
}

/** Where the titles over the bars start, and the titles: cut only where the whole width does not hold them. */
function fitTitles(
  titles: readonly string[],
  left: number,
  right: number,
  size: number,
): [number, string[]] {
  const needed = titles.reduce((sum, title) => sum + textWidth(title, size, true), 0) + 20;
  if (needed <= right - left) return [left, [...titles]];
  if (needed <= right) return [0, [...titles]];
  return [0, titles.map((title) => truncate(title, (right - 20) / titles.length, size, true))];
}
