import { mrrBridge, nativeBridge } from "../../charts/index.ts";
import { distance, onDay, rowCount, times, total, yearlyTotal } from "../../shared/query/index.ts";
import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import { draw } from "../draw.ts";
import type { FigureModel } from "../figure.ts";
import type { PageFormats } from "../formats.ts";
import { withRules } from "../rules.ts";
import { tabulate } from "../table.ts";
import { rowsOf, type View } from "../view.ts";

/** What moved ARR over the newest 12 complete months, with the year to date in its table. */
export function arrBridge(view: View): FigureModel | undefined {
  const { report, format } = view;
  const { board, overview } = say;
  const { lastMonth } = report;
  const first = fromOn(view, shifted(lastMonth, -11));
  const year = askBridge(view, first);
  const [moved] = year.rows;
  if (!moved || moved.months === 0) return undefined;
  const january = fromOn(view, `${lastMonth.slice(0, 4)}-01-01`);
  const toDate = first < january ? askBridge(view, january) : undefined;
  const month = format.monthLabel(lastMonth);
  const isYear = moved.months === 12;
  const span = isYear ? board.bridgeYear(month) : board.bridgeSpan(format.monthLabel(first), month);
  const measure = board.bridgeMeasure(span, report.company.currency);
  const finding = findingOf(moved, span, format);
  const steps = stepsOf(moved);
  const columns = [
    {
      label: isYear
        ? board.bridgeColumns.year(month)
        : board.bridgeColumns.toDate(format.monthLabel(first), month),
      steps,
    },
    ...(toDate?.rows[0]
      ? [
          {
            label: board.bridgeColumns.toDate(format.monthLabel(january), month),
            steps: stepsOf(toDate.rows[0]),
          },
        ]
      : []),
  ];
  return {
    id: "arr-bridge",
    measure,
    finding,
    facts: board.bridgeFacts(
      format.number(moved.new_customers ?? 0),
      format.number(moved.churned_customers ?? 0),
      format.day(report.asOf.day),
    ),
    caveat: withRules(
      report,
      ["grace", "dated", "sameMonth", "preset"],
      board.bridgeCaveat,
      moved.fx_arr ? board.bridgeRates : undefined,
    ),
    native: nativeBridge(steps, overview.steps, measure),
    drawing: draw("arr-bridge", finding, format, (options) =>
      mrrBridge(
        {
          opening_mrr: steps.start,
          new_mrr: steps.new,
          reactivation_mrr: steps.reactivation,
          expansion_mrr: steps.expansion,
          contraction_mrr: -steps.contraction,
          churn_mrr: -steps.churn,
          fx_mrr: steps.fx,
          closing_mrr: steps.end,
        },
        { ...options, text: overview.steps },
      ),
    ),
    table: tabulate(format, Object.keys(steps) as (keyof typeof steps)[], { caption: measure }, [
      { label: board.bridgeColumns.movement, value: (step) => overview.steps[step] },
      ...columns.map((column) => ({
        label: column.label,
        unit: "cents" as const,
        value: (step: keyof typeof steps) => column.steps[step],
      })),
    ]),
    queries: [year, ...(toDate ? [toDate] : [])],
  };
}

/** Movements from one month to the newest complete one, and what stood before and after them. */
export function askBridge({ report, scope }: View, first: string) {
  const { lastMonth } = report;
  return ask(report, "mrrMovements", {
    computed: {
      months: rowCount(),
      opening: onDay("opening_mrr", "month", first),
      closing: onDay("closing_mrr", "month", lastMonth),
      start_arr: times(12, "opening"),
      new_arr: yearlyTotal(["new_mrr"]),
      reactivation_arr: yearlyTotal(["reactivation_mrr"]),
      expansion_arr: yearlyTotal(["expansion_mrr"]),
      contraction_arr: yearlyTotal([], ["contraction_mrr"]),
      churn_arr: yearlyTotal([], ["churn_mrr"]),
      fx_arr: yearlyTotal(["fx_mrr"]),
      end_arr: times(12, "closing"),
      net_arr: distance("end_arr", "start_arr"),
      gained_arr: yearlyTotal(["new_mrr", "reactivation_mrr", "expansion_mrr"]),
      lost_arr: yearlyTotal(["contraction_mrr", "churn_mrr"]),
      new_customers: total("new_customers"),
      churned_customers: total("churned_customers"),
    },
    where: { ...rowsOf(scope), month: { above: monthBefore(first), atMost: lastMonth } },
  });
}

type Moved = ReturnType<typeof askBridge>["rows"][number];

export function stepsOf(moved: Moved) {
  return {
    start: moved.start_arr ?? 0,
    new: moved.new_arr ?? 0,
    reactivation: moved.reactivation_arr ?? 0,
    expansion: moved.expansion_arr ?? 0,
    contraction: moved.contraction_arr ?? 0,
    churn: moved.churn_arr ?? 0,
    fx: moved.fx_arr ?? 0,
    end: moved.end_arr ?? 0,
  };
}

function findingOf(moved: Moved, span: string, { money }: PageFormats): string {
  const { start, end } = stepsOf(moved);
  const move = say.board.bridgeMove(money(moved.net_arr ?? 0), end < start);
  return say.board.bridgeFinding(
    move,
    span,
    money(moved.gained_arr ?? 0),
    money(moved.lost_arr ?? 0),
  );
}

/** The month, or the first that the company has. */
function fromOn(view: View, month: string): string {
  const { dimension, segment } = { segment: "all", ...rowsOf(view.scope) };
  const first = view.report.marts.mrrMovements.find(
    (row) => row.dimension === dimension && row.segment === segment,
  );
  return first && first.month > month ? first.month : month;
}

const monthBefore = (month: string) => shifted(month, -1);

/** A first day of a month, so many months later. */
function shifted(month: string, by: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 10);
}
