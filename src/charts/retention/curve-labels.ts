import { dodge, textWidth, truncate } from "../measure.ts";
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
      if (churn !== undefined) drawPoint(pen, x, pen.y(churn), colour);
    }
    const shown = truncate(isBeyond ? `${text} →` : text, plot.width, size, true);
    pen.text(within(x, shown, size, 0, plot.width), y, shown, {
      bold: true,
      rim: paint("paper"),
      fill: colour,
    });
  }
}

/** A point on each curve at its break-even month, and the month beside it where no other label stands. */
export function drawBreakEvenPoints(
  pen: Pen,
  marks: readonly BreakEvenLabel[],
  plot: { lastAge: number; right: number; width: number },
): void {
  const size = fontSize(plot.width);
  const taken: { left: number; right: number; y: number }[] = [];
  const points = marks.flatMap(({ month, churn, colour, text }) =>
    churn === undefined || month > plot.lastAge
      ? []
      : [{ x: pen.x(month), y: pen.y(churn), colour, text }],
  );
  for (const { x, y, colour, text } of points.sort((a, b) => a.y - b.y)) {
    drawPoint(pen, x, y, colour);
    const label = { left: x + 8, right: x + 8 + textWidth(text, size, true), y: y - 9 };
    const isFree =
      label.right <= plot.right &&
      taken.every(
        (other) =>
          Math.abs(other.y - label.y) >= lineHeight ||
          other.right < label.left ||
          label.right < other.left,
      );
    if (!isFree) continue;
    taken.push(label);
    const look = { anchor: "start", bold: true, rim: paint("paper"), fill: colour } as const;
    pen.text(label.left, label.y, text, look);
  }
}

function drawPoint(pen: Pen, cx: number, cy: number, fill: string): void {
  pen.shape("circle", { cx, cy, r: 4.5, fill, stroke: paint("paper"), "stroke-width": 1.5 });
}

/** How far a tick stands out of its curve on each side. */
const tickReach = 3;

/** A tick at every age up to which some customers are followed. */
export function drawTicks(pen: Pen, curve: Curve): void {
  const ticks = curve.drawn
    .filter(({ isCensored }) => isCensored)
    .map(({ age, churn }) => `M${pen.x(age)},${pen.y(churn) - tickReach}v${2 * tickReach}`);
  if (ticks.length === 0) return;
  pen.shape("path", { d: ticks.join(""), stroke: curve.look.colour, "stroke-opacity": 0.6 });
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
