import * as Plot from "@observablehq/plot";
import type { Catalogue, RowOf } from "../../metrics/index.ts";
import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { truncate, widest } from "../measure.ts";
import { overlay } from "../overlay.ts";
import { renderChart } from "../render.ts";
import { fontSize, isNarrow, lineHeight, paint } from "../theme.ts";

/** What the chart reads of the mart. */
export type NpsDistribution = Pick<
  RowOf<Catalogue["npsDistribution"]>,
  "score" | "answers" | "share"
>;

export interface ScoreDistributionOptions extends ChartOptions {
  text: { detractors: string; passives: string; promoters: string };
}

const groups = [
  { name: "detractors", from: 0, to: 6, mark: "lost", ink: "lost" },
  { name: "passives", from: 7, to: 8, mark: "passive", ink: "muted" },
  { name: "promoters", from: 9, to: 10, mark: "accent", ink: "accent" },
] as const;

/** How many gave each score from 0 to 10, the three groups of the score named under their columns with their shares. */
export function scoreDistribution(
  rows: readonly NpsDistribution[],
  options: ScoreDistributionOptions,
): Chart {
  requireRows(rows, "scoreDistribution", "nps_distribution");
  const { width, format, text } = options;
  const size = fontSize(width);
  const band = width / 11;
  const answersOf = (from: number, to: number) =>
    rows
      .filter((row) => row.score >= from && row.score <= to)
      .reduce((sum, row) => sum + row.answers, 0);
  const total = answersOf(0, 10);
  const columns = Array.from({ length: 11 }, (_, score) => ({
    score,
    answers: answersOf(score, score),
    x1: band * (score + 0.1),
    x2: band * (score + 0.9),
    fill: paint(groups.find((group) => score <= group.to)?.mark ?? "grey"),
  }));
  const exact = columns.map((column) => format.number(column.answers));
  const count = widest(exact, size, true) <= band ? format.number : format.compactNumber;
  const plotBottom = isNarrow(width) ? 180 : 230;
  const bracketY = plotBottom + lineHeight + 8;

  return renderChart(
    {
      width,
      height: bracketY + 2 * lineHeight + 8,
      marginLeft: 0,
      marginRight: 0,
      marginTop: 20,
      marginBottom: bracketY + 2 * lineHeight + 8 - plotBottom,
      axis: null,
      x: { type: "identity" },
      y: { domain: [0, Math.max(1, ...columns.map((column) => column.answers))] },
      marks: [
        Plot.rect(columns, { x1: "x1", x2: "x2", y1: () => 0, y2: "answers", fill: "fill" }),
        Plot.ruleY([0], { stroke: paint("rule") }),
        overlay((pen) => {
          for (const { score, answers, x1, x2 } of columns) {
            const middle = (x1 + x2) / 2;
            const look = { bold: true, fill: paint("ink") } as const;
            pen.text(middle, pen.y(answers) - 10, count(answers), look);
            pen.text(middle, plotBottom + 11, format.number(score), { fill: paint("muted") });
          }
          let end = width;
          for (const { name, from, to, mark, ink } of groups.toReversed()) {
            const x1 = band * (from + 0.1);
            const x2 = band * (to + 0.9);
            const bracket = { x1, x2, y1: bracketY, y2: bracketY };
            pen.shape("line", { ...bracket, stroke: paint(mark), "stroke-width": 3 });
            const answers = answersOf(from, to);
            const share = total === 0 ? 0 : answers / total;
            const counts = `${format.number(answers)} · ${format.wholeShare(share)}`;
            const title = truncate(text[name], band * (name === "detractors" ? 5 : 3), size, true);
            const wide = widest([title, counts], size, true);
            const x = Math.min((x1 + x2) / 2, end - wide / 2);
            pen.text(x, bracketY + 12, title, { bold: true, fill: paint(ink) });
            pen.text(x, bracketY + 12 + lineHeight, counts, { fill: paint(ink) });
            end = x - wide / 2 - 6;
          }
        }),
      ],
    },
    options,
    {
      guide: "column",
      at: (pen) =>
        columns.map(({ score, answers, x1, x2 }) => ({
          x: (x1 + x2) / 2,
          y: pen.y(answers),
          lines: [
            format.number(score),
            `${format.number(answers)} · ${format.share(total === 0 ? 0 : answers / total)}`,
          ],
        })),
    },
  );
}
