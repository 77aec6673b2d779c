import { fleetCash } from "../../charts/index.ts";
import { drawnCurves } from "../../shared/what-if.ts";
import { say } from "../../text/index.ts";
import { draw } from "../draw.ts";
import type { FigureModel } from "../figure.ts";
import { withRules } from "../rules.ts";
import type { View } from "../view.ts";
import { type Assumptions, askInputs, modelFleets } from "./model.ts";
import { sharedCost } from "./shared-cost.ts";

/** Cash of a company that wins 2, 5 or 10 such customers a month. */
export function fleetCashFigure(view: View, assumptions: Assumptions): FigureModel {
  const { report, format } = view;
  const { cash } = say;
  const { columns } = cash;
  const fleets = modelFleets(assumptions);
  const series = drawnCurves(fleets);
  const slowest = fleets[0];
  const fastest = fleets.at(-1);
  const finding =
    slowest && fastest && fastest.breakEven !== null
      ? cash.fleetFinding(
          fastest.customersPerMonth,
          format.money(fastest.trough.depth),
          slowest.customersPerMonth,
          format.money(slowest.trough.depth),
        )
      : cash.fleetNever;
  const turns = fleets.every(({ breakEven }) => breakEven !== null);
  const asOf = format.day(report.asOf.day);
  const measure = cash.fleetMeasure(report.company.currency);
  return {
    id: "fleet",
    measure,
    finding,
    facts: turns
      ? cash.fleetFacts(fastest?.trough.month ?? 0, fastest?.breakEven ?? null, asOf)
      : cash.fleetNeverFacts(asOf),
    caveat: withRules(
      report,
      ["lag", "margin"],
      turns ? cash.fleetCaveat : cash.fleetNeverCaveat,
      sharedCost(view),
    ),
    drawing: turns
      ? draw("fleet", finding, format, (options) =>
          fleetCash({ series }, { ...options, text: cash.fleetChart }),
        )
      : undefined,
    table: {
      caption: measure,
      columns: [
        { label: columns.speed, isNumber: true },
        { label: columns.trough, isNumber: true },
        { label: columns.depth, isNumber: true },
        { label: columns.breakEven, isNumber: true },
      ],
      rows: fleets.map((fleet) => [
        format.number(fleet.customersPerMonth),
        turns ? format.number(fleet.trough.month) : columns.never,
        turns ? format.cents(fleet.trough.depth) : columns.endless,
        fleet.breakEven === null ? columns.never : format.number(fleet.breakEven),
      ]),
    },
    queries: Object.values(askInputs(view)),
    model: cash.fleetModel,
  };
}
