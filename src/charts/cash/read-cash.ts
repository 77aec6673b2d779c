import type { Reading } from "../../shared/readings.ts";
import type { Formats } from "../format.ts";
import type { Pen } from "../overlay.ts";

interface CashLine {
  name: string;
  points: readonly { month: number; cash: number }[];
}

/** At every month, the cumulative cash of each line that reaches it. */
export function readCash(
  pen: Pen,
  lines: readonly CashLine[],
  { format, month: title }: { format: Formats; month: string },
): Reading[] {
  const months = [...new Set(lines.flatMap(({ points }) => points.map(({ month }) => month)))];
  return months
    .sort((a, b) => a - b)
    .map((month) => {
      const points = lines.flatMap(({ name, points }) => {
        const point = points.find((other) => other.month === month);
        return point ? [{ name, cash: point.cash }] : [];
      });
      return {
        x: pen.x(month),
        y: pen.y(points[0]?.cash ?? 0),
        lines: [
          `${format.number(month)} ${title}`,
          ...points.map(({ name, cash }) => `${name} ${format.moneyFull(cash)}`),
        ],
      };
    });
}
