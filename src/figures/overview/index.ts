import { alerts, arrBridge, comparison, targets } from "../board/index.ts";
import { withMarks } from "../board/restated.ts";
import type { FigureModel, MissingFigure } from "../figure.ts";
import type { View } from "../view.ts";
import { arrOverTimeFigure } from "./arr-over-time.ts";
import { concentrationFigure } from "./concentration-figure.ts";
import { monthBridge } from "./month-bridge.ts";
import { quartersTable } from "./quarters-table.ts";

export { hasConcentration } from "./concentration.ts";
export { overviewFinding } from "./finding.ts";
export { type NorthStarModel, northStar } from "./north-star.ts";
export { type ScorecardModel, scorecard, type Tile } from "./scorecard.ts";

/** The figures of the overview in their order, without its summary, north star and scorecard. */
export function overviewFigures(view: View): (FigureModel | MissingFigure)[] {
  const figures = [
    targets(view),
    alerts(view),
    arrOverTimeFigure(view),
    arrBridge(view),
    monthBridge(view),
    quartersTable(view),
    comparison(view),
    concentrationFigure(view),
  ].filter((figure) => figure !== undefined);
  return withMarks(view, figures);
}
