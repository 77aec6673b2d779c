import {
  type BreakEven,
  type CashSeries,
  customerCash,
  type NativeChart,
} from "../../charts/index.ts";
import { neverBreaksEven } from "../../shared/cash.ts";
import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import { draw } from "../draw.ts";
import type { FigureModel } from "../figure.ts";
import { withRules } from "../rules.ts";
import { measuredCost, sharedCost } from "../shared-cost.ts";
import { type Column, tabulate } from "../table.ts";
import { isCompany, rowsOf, type View } from "../view.ts";
import { cohortCurves } from "./cohort-curves.ts";
import {
  type Assumptions,
  askInputs,
  type CustomerLine,
  type CustomerModel,
  modelCustomer,
} from "./model.ts";
import { customerUpfront } from "./upfront.ts";

/** Cash from one customer by its age, modelled and measured. */
export function customerCashFigure(view: View, assumptions: Assumptions): FigureModel {
  const { report, scope, format } = view;
  const { cash } = say;
  const { stays, leaves } = modelCustomer(assumptions);
  const yearly = modelCustomer(assumptions, "yearly");
  const inputs = askInputs(view);
  const [economics] = inputs.economics.rows;
  const asked = ask(report, "customerCash", {
    columns: ["age", "customers", "cumulative_cash"],
    where: rowsOf(scope),
    order: ["age"],
  });
  const measured = asked.rows;
  const asPoints = (points: readonly { month: number; cumulative: number }[]) =>
    points.map(({ month, cumulative }) => ({ month, cash: cumulative }));
  const cohorts = cohortCurves(view);
  const upfront = [
    { name: cash.stays, kind: "stays" as const, points: asPoints(yearly.stays.points) },
    { name: cash.leaves, kind: "leaves" as const, points: asPoints(yearly.leaves.points) },
  ];
  const series: CashSeries[] = [
    { name: cash.stays, kind: "stays" as const, points: asPoints(stays.points) },
    { name: cash.leaves, kind: "leaves" as const, points: asPoints(leaves.points) },
    {
      name: cash.measured,
      kind: "measured" as const,
      points: measured.map((row) => ({ month: row.age, cash: row.cumulative_cash })),
    },
    ...cohorts.series,
  ].filter(({ points }) => points.length > 0);
  const measuredBreakEven = measured.find((row) => row.cumulative_cash > 0)?.age ?? null;
  const breakEven = marksOf(series, [
    { series: cash.stays, month: stays.breakEven },
    { series: cash.leaves, month: leaves.breakEven },
    { series: cash.measured, month: measuredBreakEven },
  ]);
  const monthlyChurn = economics?.monthly_churn ?? 0;
  const isHopeless = neverBreaksEven({
    cac: assumptions.cac,
    monthlyMargin: assumptions.price * assumptions.margin,
    monthlyChurn,
  });
  const finding =
    stays.breakEven === null
      ? cash.neverAtAll
      : leaves.breakEven === null
        ? (isHopeless ? cash.customerNeverEver : cash.customerNever)(stays.breakEven)
        : leaves.breakEven === stays.breakEven
          ? cash.customerFinding(stays.breakEven)
          : cash.customerBoth(stays.breakEven, leaves.breakEven);
  const members = measured[0]?.customers ?? 0;
  const inputFacts = cash.customerFacts(
    format.money(assumptions.cac),
    format.money(assumptions.price),
    format.share(assumptions.margin),
    format.day(report.asOf.day),
  );
  const facts = [
    inputFacts,
    members > 0 ? cash.measuredFacts(format.number(members), members) : cash.measuredNone,
    ...(cohorts.series.length > 0 ? [cash.cohortFacts] : []),
    ...(isCompany(view) ? [] : [cash.cohortsUntold]),
    yearlyFacts(yearly),
  ].join(" ");
  const measure = cash.customerMeasure(report.company.currency);
  const told = customerUpfront(yearly, view, inputFacts);
  const yearlyMarks = marksOf(upfront, [
    ...upfrontMarks(cash.stays, yearly.stays),
    ...upfrontMarks(cash.leaves, yearly.leaves),
  ]);
  const months = stays.points.map(({ month }) => month);
  const columnOf = (label: string, { points }: CashSeries): Column<number> => ({
    label,
    unit: "cents",
    value: (month) => points.find((point) => point.month === month)?.cash,
  });
  return {
    id: "one-customer",
    measure,
    finding,
    facts,
    caveat: withRules(
      report,
      ["lag", "margin"],
      cash.customerCaveat,
      sharedCost(view),
      measuredCost(view),
    ),
    native: nativeOf(series, breakEven, months),
    drawing: draw("one-customer", finding, format, (options) =>
      customerCash({ series, breakEven }, { ...options, text: cash.customerChart }),
    ),
    choice: {
      name: cash.pay,
      shown: cash.monthly,
      others: [
        {
          label: cash.yearly,
          drawing: draw("one-customer-yearly", told.finding, format, (options) =>
            customerCash(
              { series: upfront, breakEven: yearlyMarks },
              { ...options, text: cash.customerChart },
            ),
          ),
          told: { ...told, native: nativeOf(upfront, yearlyMarks, months) },
        },
      ],
    },
    table: tabulate(format, months, { caption: measure }, [
      { label: cash.columns.month, unit: "number", value: (month) => month },
      ...series.map((curve) => columnOf(curve.name, curve)),
      ...upfront.map((curve) => columnOf(cash.upfront(curve.name), curve)),
    ]),
    queries: [asked, ...cohorts.queries, inputs.economics, inputs.survival, ...cohorts.chosen],
    model: cash.customerModel,
  };
}

/** Break-even months that lie on the curves drawn. */
function marksOf(
  series: readonly CashSeries[],
  months: readonly (Omit<BreakEven, "month"> & { month: number | null })[],
): BreakEven[] {
  return months.flatMap(({ series: name, month, label }) => {
    const curve = series.find((line) => line.name === name);
    const isDrawn = curve?.points.some((point) => point.month === month) ?? false;
    return month === null || !isDrawn ? [] : [{ series: name, month, label }];
  });
}

/** A year upfront can bring a curve above zero, below it again, and there for good. */
const upfrontMarks = (series: string, { breakEven, forGood }: CustomerLine) => [
  { series, month: breakEven },
  ...(forGood !== breakEven && forGood !== null
    ? [{ series, month: forGood, label: say.cash.paidUpfront.forGood(forGood) }]
    : []),
];

function nativeOf(
  series: readonly CashSeries[],
  marks: readonly BreakEven[],
  months: readonly number[],
): NativeChart {
  const { customerChart } = say.cash;
  return {
    kind: "line",
    unit: "money",
    axis: customerChart.age,
    categories: months.map(String),
    series: series.map(({ name, points }) => ({
      name,
      values: months.map((month) => points.find((point) => point.month === month)?.cash ?? null),
    })),
    marks: marks.map(({ series: name, month, label }) => ({
      name: label ?? customerChart.breakEven(month),
      place: months.indexOf(month),
      series: series.findIndex((line) => line.name === name),
    })),
  };
}

function yearlyFacts({ stays, leaves }: CustomerModel): string {
  const { cash } = say;
  if (leaves.breakEven !== null) return cash.yearlyBack(leaves.breakEven, leaves.forGood);
  return stays.breakEven === null ? cash.yearlyNever : cash.yearlyStays(stays.breakEven);
}
