import { type CashSeries, customerCash } from "../../charts/index.ts";
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
import { type Assumptions, askInputs, type CustomerModel, modelCustomer } from "./model.ts";

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
  const facts = [
    cash.customerFacts(
      format.money(assumptions.cac),
      format.money(assumptions.price),
      format.share(assumptions.margin),
      format.day(report.asOf.day),
    ),
    members > 0 ? cash.measuredFacts(format.number(members), members) : cash.measuredNone,
    ...(cohorts.series.length > 0 ? [cash.cohortFacts] : []),
    ...(isCompany(view) ? [] : [cash.cohortsUntold]),
    yearlyFacts(yearly),
  ].join(" ");
  const measure = cash.customerMeasure(report.company.currency);
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
    native: {
      kind: "line",
      unit: "money",
      axis: cash.customerChart.age,
      categories: months.map(String),
      series: series.map(({ name, points }) => ({
        name,
        values: months.map((month) => points.find((point) => point.month === month)?.cash ?? null),
      })),
      marks: breakEven.map(({ series: name, month }) => ({
        name: cash.customerChart.breakEven(month),
        place: months.indexOf(month),
        series: series.findIndex((line) => line.name === name),
      })),
    },
    drawing: draw("one-customer", finding, format, (options) =>
      customerCash({ series, breakEven }, { ...options, text: cash.customerChart }),
    ),
    choice: {
      name: cash.pay,
      shown: cash.monthly,
      others: [
        {
          label: cash.yearly,
          drawing: draw("one-customer-yearly", finding, format, (options) =>
            customerCash(
              {
                series: upfront,
                breakEven: marksOf(upfront, [
                  { series: cash.stays, month: yearly.stays.breakEven },
                  { series: cash.leaves, month: yearly.leaves.breakEven },
                ]),
              },
              { ...options, text: cash.customerChart },
            ),
          ),
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
  months: readonly { series: string; month: number | null }[],
): { series: string; month: number }[] {
  return months.flatMap(({ series: name, month }) => {
    const curve = series.find((line) => line.name === name);
    const isDrawn = curve?.points.some((point) => point.month === month) ?? false;
    return month === null || !isDrawn ? [] : [{ series: name, month }];
  });
}

function yearlyFacts({ stays, leaves }: CustomerModel): string {
  const { cash } = say;
  if (leaves.breakEven !== null) return cash.yearlyBack(leaves.breakEven, leaves.forGood);
  return stays.breakEven === null ? cash.yearlyNever : cash.yearlyStays(stays.breakEven);
}
