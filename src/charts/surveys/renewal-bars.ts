import type { Catalogue, RowOf } from "../../metrics/index.ts";
import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { type RowBar, rowBars } from "../row-bars.ts";

/** What the chart reads of the mart. */
export type NpsRenewals = Pick<
  RowOf<Catalogue["npsRenewals"]>,
  "class" | "terms" | "renewed" | "renewal_rate" | "lower" | "upper"
>;

export interface RenewalBarsOptions extends ChartOptions {
  /** Terms under which a class is grey; 10 when absent. */
  greyBelow?: number;
  text: {
    /** Name of each class of accounts. */
    classes: Readonly<Record<string, string>>;
    /** Such as "93% · 124 of 134". */
    renewed: (rate: string, renewed: string, terms: string) => string;
  };
}

/** Share of the terms of each class of accounts that were renewed, in the order of the rows. */
export function renewalBars(rows: readonly NpsRenewals[], options: RenewalBarsOptions): Chart {
  requireRows(rows, "renewalBars", "nps_renewals");
  const { format, greyBelow = 10, text } = options;
  const bars = rows.map((row) => ({
    name: text.classes[row.class] ?? row.class,
    note: `95%: ${format.wholeShare(row.lower)} … ${format.wholeShare(row.upper)}`,
    value: row.renewal_rate,
    text: text.renewed(
      format.share(row.renewal_rate),
      format.number(row.renewed),
      format.number(row.terms),
    ),
    isQuiet: row.terms < greyBelow,
    isLost: row.class === "detractor",
  }));
  const fill = ({ isQuiet, isLost }: RowBar & { isLost: boolean }) =>
    isQuiet ? "grey" : isLost ? "lost" : "accent";
  return rowBars(bars, { reaches: 1, fill }, options);
}
