import type { Catalogue, RowOf } from "../../metrics/index.ts";
import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { rowBars } from "../row-bars.ts";

/** What the chart reads of the mart. */
export type UnitEconomics = Pick<
  RowOf<Catalogue["unitEconomics"]>,
  "segment" | "customers" | "ltv_cac"
>;

export interface LtvCacBarsOptions extends ChartOptions {
  /** LTV:CAC from which a segment is healthy. */
  threshold: number;
  /** Customers under which a segment is grey; 10 when absent. */
  greyBelow?: number;
  text: {
    /** Such as "healthy from 3.0x". */
    threshold: (value: string) => string;
    /** Such as "n 34". */
    customers: (count: number) => string;
    /** No cost of its own or of the company is known. */
    unknown: string;
  };
}

/** What customers of each segment are worth for each unit of money spent to win them, highest first, against a rule. */
export function ltvCacBars(rows: readonly UnitEconomics[], options: LtvCacBarsOptions): Chart {
  requireRows(rows, "ltvCacBars", "unit_economics");
  const { format, threshold, greyBelow = 10, text } = options;
  const bars = rows
    .toSorted((a, b) => (b.ltv_cac ?? -1) - (a.ltv_cac ?? -1))
    .map(({ segment, customers, ltv_cac }) => {
      const isSmall = customers < greyBelow;
      return {
        name: segment,
        note: text.customers(customers),
        value: ltv_cac ?? 0,
        text: ltv_cac === null ? text.unknown : format.ratio(ltv_cac),
        isSmall,
        isQuiet: isSmall || ltv_cac === null,
      };
    });
  return rowBars(
    bars,
    {
      reaches: threshold * 1.1,
      fill: ({ isSmall, value }) => (isSmall ? "grey" : value >= threshold ? "accent" : "lost"),
      rule: { value: threshold, label: text.threshold(format.ratio(threshold)) },
    },
    options,
  );
}
