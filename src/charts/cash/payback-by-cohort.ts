import type { Catalogue, RowOf } from "../../metrics/index.ts";
import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { type RowBar, rowBars } from "../row-bars.ts";

/** What the chart reads of the mart. */
export type CohortPayback = Pick<
  RowOf<Catalogue["cohortPayback"]>,
  "cohort" | "reached_age" | "payback_age" | "recovered_share"
>;

export interface PaybackByCohortOptions extends ChartOptions {
  text: {
    /** Over the bars, such as "months to pay back". */
    axis: string;
    /** Such as "13 months". */
    paidBack: (months: number) => string;
    /** Of a cohort that has not paid back yet, such as "64% back after 9". */
    back: (share: string, months: number) => string;
    /** No cost of the months is known. */
    unknown: string;
  };
}

/**
 * How long each quarter's customers took to pay back what they cost: a solid bar to the month of payback, a hatched one
 * to the age reached so far with the share recovered. The newest cohort is the last row.
 */
export function paybackByCohort(
  rows: readonly CohortPayback[],
  options: PaybackByCohortOptions,
): Chart {
  requireRows(rows, "paybackByCohort", "cohort_payback");
  const { format, text } = options;
  const bars = rows
    .toSorted((a, b) => a.cohort.localeCompare(b.cohort))
    .map(({ cohort, reached_age, payback_age, recovered_share }): RowBar => {
      const name = format.quarterLabel(cohort);
      if (payback_age !== null) {
        return { name, value: payback_age, text: text.paidBack(payback_age) };
      }
      if (recovered_share !== null) {
        const back = text.back(format.wholeShare(recovered_share), reached_age);
        return { name, value: reached_age, text: back, isQuiet: true, isOpen: true };
      }
      return { name, value: null, text: text.unknown, isQuiet: true };
    });
  return rowBars(bars, { reaches: 1, head: text.axis }, options);
}
