import type { Formats } from "../format.ts";
import { truncate } from "../measure.ts";
import type { Pen } from "../overlay.ts";
import { fontSize, isNarrow, lineHeight, paint } from "../theme.ts";
import { atRisk, type Curve } from "./curves.ts";

/** A line of title and one a segment; on a phone the names stand over their numbers. */
export function riskTableHeight(segments: number, width: number): number {
  const narrow = isNarrow(width);
  const lines = segments > 1 ? 1 + segments * (narrow ? 2 : 1) : narrow ? 2 : 1;
  return 10 + lineHeight * lines;
}

/** How many customers each curve still rests on, aligned with the ticks of the axis. */
export function drawRiskTable(
  pen: Pen,
  curves: readonly Curve[],
  table: {
    ticks: readonly number[];
    top: number;
    left: number;
    width: number;
    title: string;
    format: Formats;
  },
): void {
  const { ticks, left, width, format } = table;
  const size = fontSize(width);
  const narrow = isNarrow(width);
  let y = table.top + 10 + lineHeight / 2;
  const title = truncate(table.title, width, size);
  pen.text(0, y, title, { anchor: "start", fill: paint("muted") });
  for (const curve of curves) {
    if (curves.length > 1 || narrow) y += lineHeight;
    if (curves.length > 1) {
      const room = narrow ? width : left - 14;
      const name = truncate(curve.segment, room, size);
      pen.text(0, y, name, { anchor: "start", fill: curve.look.colour });
      if (narrow) y += lineHeight;
    }
    for (const age of ticks) {
      pen.text(pen.x(age), y, format.number(atRisk(curve, age)), { fill: paint("muted") });
    }
  }
}
