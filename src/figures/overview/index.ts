import type { FigureModel } from "../figure.ts";
import type { View } from "../view.ts";
import { arrOverTimeFigure } from "./arr-over-time.ts";
import { concentrationFigure } from "./concentration-figure.ts";
import { monthBridge } from "./month-bridge.ts";
import { quartersTable } from "./quarters-table.ts";

export { askChanges, changesOf } from "./changes.ts";
export { hasConcentration } from "./concentration.ts";
export { overviewFinding } from "./finding.ts";
export { type NorthStarModel, northStar } from "./north-star.ts";
export { type ScorecardModel, scorecard, type Tile } from "./scorecard.ts";

/** The figures of the overview in their order, without its north star, scorecard and sentences. */
export function overviewFigures(view: View): FigureModel[] {
  return [
    arrOverTimeFigure(view),
    monthBridge(view),
    quartersTable(view),
    concentrationFigure(view),
  ].filter((figure) => figure !== undefined);
}
