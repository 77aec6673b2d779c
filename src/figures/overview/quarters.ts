import { yearlyTotal } from "../../shared/query/index.ts";
import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import type { PageFormats } from "../formats.ts";
import { rowsOf, type View } from "../view.ts";

/** Two years to compare, and the quarter that both are held against. */
const shownQuarters = 9;
const quartersOfYear = 4;

/** Movements of ARR in the newest quarters, up to the newest complete month; what stood at their ends. */
export function askQuarters({ report, scope }: View) {
  const { lastMonth } = report;
  const last = indexOf(lastMonth);
  const newest = Math.floor(last / 3) * 3;
  const first = newest - 3 * (shownQuarters - 1);
  const ends = Array.from({ length: shownQuarters }, (_, place) =>
    dayOf(Math.min(last, first + 3 * place + 2)),
  );
  const span = { ...rowsOf(scope), month: { above: dayOf(first - 1), atMost: lastMonth } };
  return {
    movements: ask(report, "mrrMovements", {
      quarters: { quarter: "month" },
      computed: {
        new_arr: yearlyTotal(["new_mrr"]),
        reactivation_arr: yearlyTotal(["reactivation_mrr"]),
        expansion_arr: yearlyTotal(["expansion_mrr"]),
        contraction_arr: yearlyTotal([], ["contraction_mrr"]),
        churn_arr: yearlyTotal([], ["churn_mrr"]),
        fx_arr: yearlyTotal(["fx_mrr"]),
        net_arr: yearlyTotal(
          ["new_mrr", "reactivation_mrr", "expansion_mrr", "fx_mrr"],
          ["contraction_mrr", "churn_mrr"],
        ),
      },
      where: span,
      order: ["quarter"],
    }),
    ends: ask(report, "recurringRevenue", {
      columns: ["month", "arr", "customers"],
      where: { ...rowsOf(scope), month: ends },
      order: ["month"],
    }),
    years: ask(report, "netRevenueRetention", {
      columns: ["month", "nrr", "grr", "annual_logo_churn"],
      where: { ...rowsOf(scope), month: ends, nrr: { isNull: false } },
      order: ["month"],
    }),
  };
}

type Asked = ReturnType<typeof askQuarters>;

export type Quarter = ReturnType<typeof quartersOf>[number];

/** One row a quarter; the shares of a year are unknown where no customer is a year old. */
export function quartersOf({ movements, ends, years }: Asked) {
  return movements.rows.flatMap((row) => {
    const end = ends.rows.find(({ month }) => isIn(month, row.quarter));
    const year = years.rows.find(({ month }) => isIn(month, row.quarter));
    return end ? [{ ...row, end, year, isComplete: indexOf(end.month) % 3 === 2 }] : [];
  });
}

/** How ARR moved in the newest complete quarter, and in the same quarter a year before. */
export function quartersFinding(quarters: readonly Quarter[], format: PageFormats): string {
  const { overview } = say;
  const place = quarters.findLastIndex(({ isComplete }) => isComplete);
  const newest = quarters[place];
  if (!newest) return overview.quartersYoung;
  const before = quarters[place - quartersOfYear];
  return overview.quartersFinding(
    { label: format.quarterLabel(newest.quarter), ...changeOf(newest, format) },
    before && { label: format.quarterLabel(before.quarter), ...changeOf(before, format) },
  );
}

function changeOf({ net_arr: net }: Quarter, format: PageFormats) {
  return { by: format.money(Math.abs(net ?? 0)), isLoss: (net ?? 0) < 0 };
}

const isIn = (month: string, quarter: string) =>
  Math.floor(indexOf(month) / 3) === Math.floor(indexOf(quarter) / 3);

/** Months since the year 0. */
function indexOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function dayOf(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01`;
}
