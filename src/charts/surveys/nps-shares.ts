import * as Plot from "@observablehq/plot";
import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { textWidth, truncate, widest } from "../measure.ts";
import { overlay } from "../overlay.ts";
import { renderChart } from "../render.ts";
import { layoutRows } from "../rows.ts";
import { fontSize, lineHeight, paint } from "../theme.ts";
import type { NpsByWave } from "./nps-waves.ts";

export interface NpsSharesOptions extends ChartOptions {
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
 * Of what a net promoter score is made: promoters, passives and detractors as shares of each wave, the score beside.
 * @param rows one per wave, of one segment
 */
export function npsShares(rows: readonly NpsByWave[], options: NpsSharesOptions): Chart {
  const { width, format, text } = options;
  const waves = rows
    .filter((row) => row.answers > 0)
    .toSorted((a, b) => a.wave.localeCompare(b.wave));
  requireRows(waves, "npsShares", "nps_by_wave with answers");
  const size = fontSize(width);
  const names = waves.map((wave) => ({ name: wave.wave_label, note: text.answers(wave.answers) }));
  const layout = layoutRows(names, width, lineHeight + 6);
  const scores = waves.map((wave) => (wave.nps === null ? "" : format.points(wave.nps)));
  const right = width - Math.ceil(widest([...scores, text.nps], size, true)) - 10;
  const boxes = waves.flatMap((wave, line) => {
    const place = layout.places[line] ?? { top: 0, height: 0, middle: 0 };
    let from = 0;
    return parts.map((part) => {
      const share = wave[part.name] / wave.answers;
      const box = { ...part, line, share, x1: from, x2: from + share };
      from += share;
      return { ...box, y1: place.top, y2: place.top + place.height, middle: place.middle };
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
          for (const [line, score] of scores.entries()) {
            const y = layout.places[line]?.middle ?? 0;
            pen.text(width, y, score, { anchor: "end", bold: true, fill: paint("ink") });
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
        waves.map((wave, line) => ({
          x: right,
          y: layout.places[line]?.middle ?? 0,
          lines: [
            `${wave.wave_label}, ${text.answers(wave.answers)}`,
            `${text.nps} ${scores[line]}`,
            ...parts.map(({ name }) => {
              const share = format.share(wave[name] / wave.answers);
              return `${text[name]} ${share} (${format.number(wave[name])})`;
            }),
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
