import type { Chart, ChartOptions } from "../../charts/index.ts";
import type { PageFormats } from "../formats.ts";

/** Widths of the two drawings of every figure: a phone's, and the column of a laptop. */
const widths = { narrow: 328, wide: 720 } as const;

/** The same chart drawn for a phone and for a laptop. */
export type Drawings = Record<keyof typeof widths, Chart>;

/** Draws a chart anew for each width; the page shows the one that fits. */
export function draw(
  id: string,
  label: string,
  format: PageFormats,
  chart: (options: ChartOptions) => Chart,
): Drawings {
  const at = (size: keyof typeof widths) =>
    chart({ width: widths[size], label, format, id: `${id}-${size}` });
  return { narrow: at("narrow"), wide: at("wide") };
}
