import { withMarks } from "../board/restated.ts";
import type { FigureModel } from "../figure.ts";
import type { View } from "../view.ts";
import { customerCashFigure } from "./customer-cash.ts";
import { fleetCashFigure } from "./fleet-cash.ts";
import { levers } from "./levers.ts";
import { ltvCac } from "./ltv-cac.ts";
import type { Assumptions } from "./model.ts";
import { payback } from "./payback.ts";
import { paybackMapFigure } from "./payback-map.ts";

export { cashFinding } from "./finding.ts";
export { type Assumptions, askInputs, assumptionsOf, mapPayback } from "./model.ts";
export { payback } from "./payback.ts";
export {
  type Evaluated,
  fieldsOf,
  type Start,
  startOf,
  todayOf,
  whatIfFigure,
  whatIfTable,
} from "./what-if.ts";

/** The figures that stand on the model of one customer, in their order. */
export function modelledFigures(view: View, assumptions: Assumptions): FigureModel[] {
  const figures = [customerCashFigure, fleetCashFigure, paybackMapFigure, levers];
  return withMarks(
    view,
    figures.map((figure) => figure(view, assumptions)),
  );
}

/** The figures of what cohorts and segments have really paid. */
export function measuredFigures(view: View): FigureModel[] {
  const figures = [payback(view), ltvCac(view)].filter((figure) => figure !== undefined);
  return withMarks(view, figures);
}
