import type { LargestCustomers } from "../../charts/index.ts";
import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import { rowsOf, type View } from "../view.ts";
import { yearBefore } from "./year.ts";

/** Whether anybody paid at the end of the newest complete month. */
export function hasConcentration(view: View): boolean {
  return askConcentration(view, view.report.lastMonth).rows.length > 0;
}

/** What the largest customers pay of the ARR at a month's end, and how many make most of it. */
function askConcentration({ report, scope }: View, month: string) {
  return ask(report, "revenueConcentration", {
    columns: [
      "month",
      "customers",
      "share_of_1",
      "share_of_5",
      "share_of_20",
      "customers_of_80",
      "customers_of_80_share",
    ],
    where: { ...rowsOf(scope), month },
  });
}

/** The newest complete month and the one a year before. */
export function askConcentrations(view: View) {
  const { lastMonth } = view.report;
  return {
    now: askConcentration(view, lastMonth),
    before: askConcentration(view, yearBefore(lastMonth)),
  };
}

export type Concentration = ReturnType<typeof askConcentration>["rows"][number];

/** The groups that are drawn, rounded up to whole customers as the mart does. */
export function largestOf(row: Concentration): LargestCustomers[] {
  const names = say.overview.concentrationRows;
  const group = (name: string, percent: number, share: number) => {
    const customers = Math.ceil((row.customers * percent) / 100);
    return { name, customers, even: customers / row.customers, share };
  };
  return [
    group(names.share_of_1, 1, row.share_of_1),
    group(names.share_of_5, 5, row.share_of_5),
    group(names.share_of_20, 20, row.share_of_20),
  ];
}
