import * as Plot from "@observablehq/plot";
import type { PaybackCell } from "../../shared/levers.ts";
import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { widest, wrap } from "../measure.ts";
import { overlay } from "../overlay.ts";
import { renderChart } from "../render.ts";
import { fontSize, lineHeight, paint } from "../theme.ts";

export interface PaybackMapOptions extends ChartOptions {
  text: {
    /** Over the columns, such as "acquisition cost". */
    cac: string;
    /** Over the rows, such as "churn a month". */
    churn: string;
    /** In a cell without a break-even, such as "–". */
    never: string;
    /** What such a cell means. */
    neverMeans: string;
    /** What the frame means, such as "framed: today". */
    today: string;
  };
}

/** Upper ends of the classes of colour, in months: fixed, so that two builds or two companies compare. */
const classes = [6, 12, 18, 24, 36, 60] as const;
const levels = ["low-7", "low-6", "low-5", "low-4", "low-3", "low-2", "low-1"] as const;

/**
 * The month in which a customer has paid back, over the cost of winning it and the churn: the sooner, the darker. The
 * company's own cell is framed.
 * @param rows by churn, each of the same costs
 */
export function paybackMap(
  rows: readonly (readonly PaybackCell[])[],
  today: { cac: number; monthlyChurn: number },
  options: PaybackMapOptions,
): Chart {
  const { width, format, text } = options;
  const cells = rows.flat();
  requireRows(cells, "paybackMap", "the model");
  const size = fontSize(width);
  const cacs = (rows[0] ?? []).map(({ cac }) => cac);
  const churns = rows.map((row) => format.share(row[0]?.monthlyChurn ?? 0));
  const left = Math.ceil(widest([...churns, text.churn], size)) + 10;
  const cellWidth = Math.min((width - left) / cacs.length, 64);
  const cellHeight = 26;
  const top = 2 * lineHeight + 8;
  const bottom = top + rows.length * cellHeight + 10;
  const heads = cacs.map(format.money);
  const own = Math.max(0, cacs.indexOf(today.cac));
  const step = Math.max(1, Math.ceil((widest(heads, size) + 6) / cellWidth));
  const isNever = cells.some(({ month }) => month === null);
  const notes = [text.today, ...(isNever ? [`${text.never} ${text.neverMeans}`] : [])];
  const note = wrap(notes.join("; "), width, size, 3);
  const boxes = rows.flatMap((row, line) =>
    row.map((cell, column) => {
      const x1 = left + column * cellWidth + 1;
      const y1 = top + line * cellHeight + 1;
      const words = cell.month === null ? text.never : format.number(cell.month);
      const isToday = cell.cac === today.cac && cell.monthlyChurn === today.monthlyChurn;
      const box = { x1, x2: x1 + cellWidth - 2, y1, y2: y1 + cellHeight - 2 };
      return { ...cell, ...box, ...look(cell.month), words, isToday };
    }),
  );

  return renderChart(
    {
      width,
      height: bottom + note.length * lineHeight,
      margin: 0,
      axis: null,
      x: { type: "identity" },
      y: { type: "identity" },
      marks: [
        Plot.rect(boxes, { x1: "x1", x2: "x2", y1: "y1", y2: "y2", rx: 2, fill: "fill" }),
        overlay((pen) => {
          const muted = paint("muted");
          pen.text(left + 1, lineHeight / 2, text.cac, { anchor: "start", fill: muted });
          pen.text(0, top - 10, text.churn, { anchor: "start", fill: muted });
          for (const [column, head] of heads.entries()) {
            if ((column - own) % step !== 0) continue;
            pen.text(left + (column + 0.5) * cellWidth, top - 10, head, { fill: muted });
          }
          for (const [line, churn] of churns.entries()) {
            const y = top + (line + 0.5) * cellHeight;
            pen.text(left - 8, y, churn, { anchor: "end", fill: paint("ink") });
          }
          for (const { x1, x2, y1, y2, words, ink, isToday } of boxes) {
            pen.text((x1 + x2) / 2, (y1 + y2) / 2, words, { fill: ink, bold: isToday });
            if (!isToday) continue;
            const frame = { x: x1 - 1, y: y1 - 1, width: x2 - x1 + 2, height: y2 - y1 + 2, rx: 3 };
            pen.shape("rect", {
              ...frame,
              fill: "none",
              stroke: paint("ink"),
              "stroke-width": 2.5,
            });
          }
          for (const [line, part] of note.entries()) {
            const y = bottom + (line + 0.5) * lineHeight;
            pen.text(0, y, part, { anchor: "start", fill: muted });
          }
        }),
      ],
    },
    options,
    {
      guide: "cell",
      at: () =>
        boxes.map(({ x1, x2, y1, y2, cac, monthlyChurn, month }) => ({
          x: (x1 + x2) / 2,
          y: (y1 + y2) / 2,
          lines: [
            month === null ? text.neverMeans : format.months(month),
            `${text.cac} ${format.money(cac)}`,
            `${text.churn} ${format.share(monthlyChurn)}`,
          ],
        })),
    },
  );
}

function look(month: number | null): { fill: string; ink: string } {
  if (month === null) return { fill: paint("around-3"), ink: paint("around-3-ink") };
  const level = levels[classes.filter((end) => month > end).length] ?? "low-1";
  return { fill: paint(level), ink: paint(`${level}-ink`) };
}
