import type { PaybackCell } from "../../shared/levers.ts";
import { type Cell, cellBox, renderCells } from "../cells.ts";
import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { widest } from "../measure.ts";
import { cellLevel, fontSize, lineHeight, paint } from "../theme.ts";

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
  const boxes = rows.flatMap((row, line) =>
    row.map(
      ({ cac, monthlyChurn, month }, column): Cell => ({
        ...cellBox(left + column * cellWidth, top + line * cellHeight, cellWidth, cellHeight),
        level: month === null ? "around-3" : levelOf(month),
        text: month === null ? text.never : format.number(month),
        isFramed: cac === today.cac && monthlyChurn === today.monthlyChurn,
        lines: [
          month === null ? text.neverMeans : format.months(month),
          `${text.cac} ${format.money(cac)}`,
          `${text.churn} ${format.share(monthlyChurn)}`,
        ],
      }),
    ),
  );

  const muted = paint("muted");
  return renderCells(
    boxes,
    {
      heads: (pen) => {
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
      },
      bottom,
      note: notes.join("; "),
    },
    options,
  );
}

/** The sooner, the darker. */
const levelOf = (month: number) =>
  cellLevel("low", classes.length - classes.filter((end) => month > end).length);
