import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { rowBars } from "../row-bars.ts";

/** The largest customers, and what they pay of it all. */
export interface LargestCustomers {
  /** Such as "largest 5%". */
  name: string;
  customers: number;
  /** What they are of all customers: their share of revenue if all paid the same. */
  even: number;
  /** Share of ARR that they pay. */
  share: number;
}

export interface ConcentrationBarsOptions extends ChartOptions {
  text: {
    /** Such as "n 34". */
    customers: (count: number) => string;
    /** Over the bars, what the line across each means. */
    even: string;
  };
}

/** Share of revenue that the largest customers pay, a bar for each group with a line where it would end if all paid the same. */
export function concentrationBars(
  rows: readonly LargestCustomers[],
  options: ConcentrationBarsOptions,
): Chart {
  requireRows(rows, "concentrationBars", "revenue_concentration");
  const { format, text } = options;
  const bars = rows.map(({ name, customers, share, even }) => ({
    name,
    note: text.customers(customers),
    value: share,
    across: even,
    text: format.share(share),
  }));
  return rowBars(bars, { reaches: 0.01, head: text.even }, options);
}
