import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { rowBars } from "../row-bars.ts";

/** What one lever moved alone does to the break-even. */
export interface LeverBar {
  /** Such as "price 10% higher". */
  name: string;
  /** Months sooner; null where today's curve or the moved one never crosses. */
  sooner: number | null;
  /** Months until break-even with the lever moved; null = never within what was searched. */
  months: number | null;
}

export interface LeverBarsOptions extends ChartOptions {
  text: {
    /** Over the bars, such as "months sooner". */
    axis: string;
    /** Such as "1.3 sooner, after 11.7". */
    sooner: (sooner: number, months: number) => string;
    /** Where only the moved curve crosses. */
    reaches: (months: number) => string;
    never: string;
  };
}

/** Which lever moves break-even most: the months each saves when it alone gets better. Rows come sorted. */
export function leverBars(rows: readonly LeverBar[], options: LeverBarsOptions): Chart {
  requireRows(rows, "leverBars", "the model");
  const { text } = options;
  const outcome = ({ sooner, months }: LeverBar) => {
    if (months === null) return text.never;
    return sooner === null ? text.reaches(months) : text.sooner(sooner, months);
  };
  const bars = rows.map((row) => ({
    name: row.name,
    value: Math.max(0, row.sooner ?? 0),
    text: outcome(row),
  }));
  return rowBars(bars, { reaches: 0.1, head: text.axis }, options);
}
