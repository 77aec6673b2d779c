import { fleetCash } from "../../charts/index.ts";
import { neverBreaksEven } from "../../shared/cash.ts";
import { drawnCurves } from "../../shared/what-if.ts";
import { say } from "../../text/index.ts";
import { draw } from "../draw.ts";
import type { FigureModel } from "../figure.ts";
import type { PageFormats } from "../formats.ts";
import { withRules } from "../rules.ts";
import { sharedCost } from "../shared-cost.ts";
import { tabulate } from "../table.ts";
import type { View } from "../view.ts";
import { type Assumptions, askInputs, type FleetModel, modelFleets, paceOf } from "./model.ts";
import { nativeFleets } from "./native-fleets.ts";
import { findingOf, fleetUpfront } from "./upfront.ts";

/** How many times slower than the fastest a line can still be told from zero. */
const mostTimesSlower = 20;

/** Cash of a company that wins 2, 5 or 10 such customers a month, or as many as now; paid by the month or the year. */
export function fleetCashFigure(view: View, assumptions: Assumptions): FigureModel {
  const { report, format } = view;
  const { cash } = say;
  const { columns } = cash;
  const pace = paceOf(view);
  const monthly = modelFleets(assumptions, pace);
  const yearly = modelFleets(assumptions, pace, "yearly");
  const fastest = monthly.at(-1);
  const turns = monthly.every(({ breakEven }) => breakEven !== null);
  const finding = turns ? findingOf(monthly, format, cash.fleetFinding) : neverOf(assumptions);
  const asOf = format.day(report.asOf.day);
  const measure = cash.fleetMeasure(report.company.currency);
  const drawn = (fleets: readonly FleetModel[]) =>
    fleets.filter(
      ({ customersPerMonth: own, isNow }) =>
        isNow || own * mostTimesSlower >= (fastest?.customersPerMonth ?? 0),
    );
  const last = Math.max(...monthly.map(({ drawnTo }) => drawnTo));
  const seriesOf = (fleets: readonly FleetModel[]) =>
    drawnCurves(drawn(fleets).map((fleet) => ({ ...fleet, drawnTo: last }))).map((fleet) =>
      fleet.isNow ? { ...fleet, name: cash.asNow(format.pace(fleet.customersPerMonth)) } : fleet,
    );
  const show = (fleets: readonly FleetModel[], id: string, label: string) =>
    draw(id, label, format, (options) =>
      fleetCash({ series: seriesOf(fleets) }, { ...options, text: cash.fleetChart }),
    );
  const hidden = monthly.length > drawn(monthly).length ? [cash.fleetHidden] : [];
  const told = fleetUpfront(yearly, view, hidden);
  return {
    id: "fleet",
    measure,
    finding,
    facts: [
      turns
        ? cash.fleetFacts(fastest?.trough.month ?? 0, fastest?.breakEven ?? null, asOf)
        : cash.fleetNeverFacts(asOf),
      yearlyOf(yearly, format),
      ...(turns ? hidden : []),
    ].join(" "),
    caveat: withRules(
      report,
      ["lag", "margin"],
      turns ? cash.fleetCaveat : cash.fleetNeverCaveat,
      sharedCost(view),
    ),
    ...(turns && {
      native: nativeFleets(seriesOf(monthly), format),
      drawing: show(monthly, "fleet", finding),
      choice: {
        name: cash.pay,
        shown: cash.monthly,
        others: [
          {
            label: cash.yearly,
            drawing: show(yearly, "fleet-yearly", told.finding),
            told: { ...told, native: nativeFleets(seriesOf(yearly), format) },
          },
        ],
      },
    }),
    table: tabulate(
      format,
      [...monthly, ...yearly],
      { caption: measure, isStart: (fleet) => fleet === yearly[0] },
      [
        { label: columns.speed, unit: "pace", value: (fleet) => fleet.customersPerMonth },
        {
          label: cash.pay,
          value: (fleet) => (yearly.includes(fleet) ? cash.yearly : cash.monthly),
        },
        {
          label: columns.trough,
          unit: "number",
          value: ({ breakEven, trough }) => (breakEven === null ? null : trough.month),
          unknown: columns.never,
        },
        {
          label: columns.depth,
          unit: "cents",
          value: ({ breakEven, trough }) => (breakEven === null ? null : trough.depth),
          unknown: columns.endless,
        },
        {
          label: columns.breakEven,
          unit: "number",
          value: ({ breakEven }) => breakEven,
          unknown: columns.never,
        },
      ],
    ),
    queries: Object.values(askInputs(view)),
    model: cash.fleetModel,
  };
}

/** Never, or only not within the years that are searched. */
function neverOf({ cac, price, margin, monthlyChurn }: Assumptions): string {
  return neverBreaksEven({ cac, monthlyMargin: price * margin, monthlyChurn })
    ? say.cash.fleetNever
    : say.cash.fleetLate;
}

/** What growth as now takes where customers pay a year upfront. */
function yearlyOf(fleets: readonly FleetModel[], format: PageFormats): string {
  const { cash } = say;
  const now = fleets.find(({ isNow }) => isNow);
  if (!now || now.breakEven === null) return cash.fleetYearlyNever;
  return now.trough.depth === 0
    ? cash.fleetYearlyAtOnce
    : cash.fleetYearly(format.money(now.trough.depth), now.trough.month, now.breakEven);
}
