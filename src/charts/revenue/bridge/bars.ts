import type { Pen } from "../../overlay.ts";
import { paint } from "../../theme.ts";

/** A step of a waterfall, or a total at its end. */
export interface Bar {
  name: string;
  value: string;
  low: number;
  high: number;
  /** Level at which the next bar starts. */
  after: number;
  fill: string;
  isTotal: boolean;
}

/** Values between which the bars are drawn; totals are cut when the steps would be lost beside them. */
export function rangeOf(bars: readonly Bar[]): { base: number; top: number; isCut: boolean } {
  const levels = bars.map((bar) => bar.after);
  const low = Math.min(...levels);
  const top = Math.max(...levels);
  const isCut = low > top * 0.6 && low < top;
  if (isCut) return { base: low - (top - low) * 0.5, top, isCut };
  return { base: Math.min(0, low), top: top > Math.min(0, low) ? top : 1, isCut };
}

export const textColour = (bar: Bar): string =>
  bar.isTotal || bar.fill === paint("grey") ? paint("ink") : bar.fill;

/** A thin line from a bar to the next, at the level that both have. */
export const connect = (pen: Pen, x1: number, y1: number, x2: number, y2: number) =>
  pen.shape("line", { x1, y1, x2, y2, stroke: paint("rule"), "stroke-width": 0.75 });

/** The gap in a total that does not begin at zero. */
export const cut = (pen: Pen, d: string) =>
  pen.shape("path", { d, stroke: paint("paper"), "stroke-width": 4 });
