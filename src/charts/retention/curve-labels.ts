import { dodge, truncate } from "../measure.ts";
import { leader, type Pen, within } from "../overlay.ts";
import { fontSize, lineHeight, paint } from "../theme.ts";
import type { Curve } from "./curves.ts";

interface BreakEvenLabel {
  month: number;
  churn: number | undefined;
  colour: string;
  text: string;
}

/** A rule at each break-even month with its label over the plot, one line each, and a point where it meets its curve. */
export function drawBreakEvens(
  pen: Pen,
  marks: readonly BreakEvenLabel[],
  plot: { lastAge: number; left: number; right: number; plotBottom: number; width: number },
): void {
  const size = fontSize(plot.width);
  const top = lineHeight * marks.length + 2;
  for (const [line, { month, churn, colour, text }] of marks.entries()) {
    const isBeyond = month > plot.lastAge;
    const x = pen.x(Math.min(month, plot.lastAge));
    const y = lineHeight * (line + 0.5);
    if (!isBeyond) {
      const dash = { stroke: colour, "stroke-width": 1.25, "stroke-dasharray": "4 3" };
      pen.shape("line", { x1: x, x2: x, y1: top, y2: plot.plotBottom, ...dash });
      if (churn !== undefined) {
        const ring = { fill: colour, stroke: paint("paper"), "stroke-width": 1.5 };
        pen.shape("circle", { cx: x, cy: pen.y(churn), r: 4.5, ...ring });
      }
    }
    const shown = truncate(isBeyond ? `${text} →` : text, plot.width, size, true);
    pen.text(within(x, shown, size, 0, plot.width), y, shown, {
      bold: true,
      rim: paint("paper"),
      fill: colour,
    });
  }
}

/** Names at the right edge, stepping aside from each other, led to where their curves end. */
export function drawEndLabels(
  pen: Pen,
  curves: readonly Curve[],
  texts: readonly string[],
  room: { x: number; top: number; bottom: number },
): void {
  const ends = curves.map((curve) => curve.drawn.at(-1));
  const wanted = ends.map((end) => (end ? pen.y(end.churn) : room.bottom));
  const places = dodge(wanted, lineHeight, room.top, room.bottom - 6);
  for (const [index, curve] of curves.entries()) {
    const end = ends[index];
    const y = places[index] ?? room.top;
    if (end === undefined) continue;
    const endX = pen.x(end.age);
    const endY = pen.y(end.churn);
    if (room.x + 4 - endX > 6 || Math.abs(endY - y) > 4) leader(pen, endX + 2, endY, room.x + 6, y);
    pen.text(room.x + 9, y, texts[index] ?? "", {
      anchor: "start",
      bold: true,
      fill: curve.look.colour,
    });
  }
}
