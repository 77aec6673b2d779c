import type { Chart, ChartOptions } from "../charts/index.ts";
import type { PageFormats } from "./formats.ts";

/** Widths of the two drawings of every figure: a phone's, and the column of a laptop. */
export const widths = { narrow: 328, wide: 720 } as const;

export type Size = keyof typeof widths;

/** Room that a chart is drawn for. */
export type Room = Pick<ChartOptions, "width" | "plot">;

/** Draws the same chart for a phone, for a laptop, or for any other room. */
export type Drawings = (size: Size | Room) => Chart;

/** A chart that is drawn anew for each width, once it is wanted; the page shows the one that fits. */
export function draw(
  id: string,
  label: string,
  format: PageFormats,
  chart: (options: ChartOptions) => Chart,
): Drawings {
  return (size) =>
    typeof size === "string"
      ? chart({ width: widths[size], label, format, id: `${id}-${size}` })
      : chart({ ...size, label, format, id });
}
