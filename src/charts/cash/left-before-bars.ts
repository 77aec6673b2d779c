import type { Catalogue, RowOf } from "../../metrics/index.ts";
import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { type RowBar, rowBars } from "../row-bars.ts";
import { isNarrow } from "../theme.ts";

/** What the chart reads of the mart. */
export type LeftBeforePayback = Pick<
  RowOf<Catalogue["leftBeforePayback"]>,
  "dimension" | "segment" | "customers" | "left_before_share" | "unrecovered_cac"
>;

export interface LeftBeforeBarsOptions extends ChartOptions {
  /** Customers under which a segment is grey; 10 when absent. */
  greyBelow?: number;
  text: {
    /** Heading of a group where the rows are of several dimensions. */
    dimension: (dimension: string) => string;
    /** Such as "n 34". */
    customers: (count: number) => string;
    /** Such as "$120K not recovered"; a phone has room for the money alone. */
    unrecovered: (amount: string) => string;
  };
}

/** Share of each segment's customers that left before paying back, highest first, and the money they left unrecovered. */
export function leftBeforeBars(
  rows: readonly LeftBeforePayback[],
  options: LeftBeforeBarsOptions,
): Chart {
  requireRows(rows, "leftBeforeBars", "left_before_payback");
  const { width, format, greyBelow = 10, text } = options;
  const groups = [...Map.groupBy(rows, (row) => row.dimension)];
  const bars = groups.flatMap(([dimension, members]) =>
    members
      .toSorted((a, b) => b.left_before_share - a.left_before_share)
      .map(({ segment, customers, left_before_share, unrecovered_cac }, index) => {
        const share = format.wholeShare(left_before_share);
        const money = format.money(unrecovered_cac);
        const lost = isNarrow(width) ? money : text.unrecovered(money);
        return {
          name: segment,
          note: text.customers(customers),
          ...(groups.length > 1 && index === 0 && { heading: text.dimension(dimension) }),
          value: left_before_share,
          text: unrecovered_cac === 0 ? share : `${share} · ${lost}`,
          isQuiet: customers < greyBelow,
        };
      }),
  );
  const fill = ({ isQuiet }: RowBar) => (isQuiet ? "grey" : "lost");
  return rowBars(bars, { reaches: 0.01, fill }, options);
}
