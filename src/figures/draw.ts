import type { Chart, ChartOptions } from "../charts/index.ts";
import type { PageFormats } from "./formats.ts";

/** Widths of the two drawings of every figure: a phone's, and the column of a laptop. */
export const widths = { narrow: 328, wide: 720 } as const;

export type Size = keyof typeof widths;

/** Draws the same chart for a phone or for a laptop. */
export type Drawings = (size: Size) => Chart;

/** A chart that is drawn anew for each width, once it is wanted; the page shows the one that fits. */
export function draw(
  id: string,
  label: string,
  format: PageFormats,
  chart: (options: ChartOptions) => Chart,
): Drawings {
  return (size) => chart({ width: widths[size], label, format, id: `${id}-${size}` });
}
