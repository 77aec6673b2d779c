import * as Plot from "@observablehq/plot";
import { valueScale } from "../axes.ts";
import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { textWidth, widest } from "../measure.ts";
import { overlay, within } from "../overlay.ts";
import { renderChart } from "../render.ts";
import { layoutRows } from "../rows.ts";
import { fontSize, isNarrow, lineHeight, paint } from "../theme.ts";
import { type NpsByWave, scoreLines } from "./nps-waves.ts";

/** What the chart reads of a row: its score, or a difference of scores in its place. */
export type NpsOfGroup = Pick<NpsByWave, "segment" | "answers" | "nps" | "lower" | "upper"> & {
  /** Grey whatever its number of answers. */
  isQuiet?: boolean;
};

export interface NpsBreakdownOptions extends ChartOptions {
  /** Score of the whole company in the same wave. */
  company?: number;
  /** Answers under which a segment is grey; 10 when absent. */
  greyBelow?: number;
  text: {
    /** Label of the rule, such as "company +34". */
    company: (score: string) => string;
    /** Such as "n 34". */
    answers: (count: number) => string;
  };
}

/**
 * Who is content and who is not: a point and its 95% interval for each segment, best first, against the company's score.
 * @param rows of one wave and one dimension
 */
export function npsBreakdown(rows: readonly NpsOfGroup[], options: NpsBreakdownOptions): Chart {
  const { width, format, company, greyBelow = 10, text } = options;
  const segments = rows
    .flatMap((row) => {
      const { nps, segment: name } = row;
      return nps === null ? [] : [{ ...row, nps, name, note: text.answers(row.answers) }];
    })
    .toSorted((a, b) => b.nps - a.nps || a.segment.localeCompare(b.segment));
  requireRows(segments, "npsBreakdown", "nps_by_wave with a score");
  const size = fontSize(width);
  const top = company === undefined ? 4 : lineHeight + 8;
  const layout = layoutRows(segments, width, top);
  const scores = segments.map((row) => format.points(row.nps));
  const marginRight = Math.ceil(widest(scores, size, true)) + 14;
  const ends = segments.flatMap((row) => [row.nps, row.lower ?? row.nps, row.upper ?? row.nps]);
  const scale = valueScale([0, company ?? 0, ...ends], isNarrow(width) ? 4 : 6);
  const firstTick = format.points(scale.ticks[0] ?? 0);
  const marginLeft = Math.max(layout.left + 12, Math.ceil(textWidth(firstTick, size) / 2));
  const dots = layout.rows.map((row) => {
    const isGrey = row.isQuiet === true || row.answers < greyBelow;
    return {
      nps: row.nps,
      lower: row.lower ?? row.nps,
      upper: row.upper ?? row.nps,
      y: row.middle,
      isGrey,
      fill: paint(isGrey ? "grey" : "accent"),
    };
  });

  return renderChart(
    {
      width,
      height: layout.bottom + lineHeight + 6,
      marginLeft,
      marginRight,
      marginTop: top,
      marginBottom: lineHeight + 6,
      axis: null,
      x: { domain: scale.domain },
      y: { type: "identity" },
      marks: [
        overlay((pen) => {
          for (const tick of scale.ticks) {
            const x = pen.x(tick);
            const isZero = tick === 0;
            const line = { x1: x, x2: x, y1: top, y2: layout.bottom };
            pen.shape("line", {
              ...line,
              stroke: paint(isZero ? "rule" : "grid"),
              "stroke-width": isZero ? 1.5 : 1,
            });
            const label = format.points(tick);
            const y = layout.bottom + lineHeight / 2 + 4;
            pen.text(within(x, label, size, 0, width), y, label, { fill: paint("muted") });
          }
          if (company === undefined) return;
          const x = pen.x(company);
          const rule = { stroke: paint("ink"), "stroke-dasharray": "5 4" };
          pen.shape("line", { x1: x, x2: x, y1: lineHeight + 2, y2: layout.bottom, ...rule });
          const label = text.company(format.points(company));
          pen.text(within(x, label, size, 0, width), lineHeight / 2, label, { fill: paint("ink") });
        }),
        Plot.ruleY(dots, {
          x1: "lower",
          x2: "upper",
          y: "y",
          stroke: "fill",
          strokeOpacity: 0.5,
          strokeWidth: 4,
        }),
        Plot.dot(dots, { x: "nps", y: "y", r: 5, fill: "fill", stroke: paint("paper") }),
        overlay((pen) => {
          layout.drawNames(pen);
          for (const dot of dots) {
            pen.text(width, dot.y, format.points(dot.nps), {
              anchor: "end",
              bold: !dot.isGrey,
              fill: paint(dot.isGrey ? "muted" : "ink"),
            });
          }
        }),
      ],
    },
    options,
    {
      guide: "row",
      at: (pen) =>
        layout.rows.map((row) => ({
          x: pen.x(row.nps),
          y: row.middle,
          lines: [row.name, ...scoreLines(row, format), row.note],
        })),
    },
  );
}
