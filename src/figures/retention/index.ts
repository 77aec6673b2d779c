import { say } from "../../text/index.ts";
import { withMarks } from "../board/restated.ts";
import type { FigureModel, MissingFigure } from "../figure.ts";
import type { View } from "../view.ts";
import { churnBySegment } from "./churn-by-segment.ts";
import { churnCurve } from "./churn-curve.ts";
import { cohorts } from "./cohorts.ts";
import { hazard } from "./hazard.ts";
import { horizonsTable } from "./horizons-table.ts";
import { leftBefore } from "./left-before.ts";

export {
  type AccountList,
  type AccountSegments,
  type AccountsReport,
  listAccounts,
  openShippedAccounts,
  type ShippedAccounts,
  shipAccounts,
} from "./accounts.ts";
export { retentionFinding } from "./finding.ts";

/** The figures of the page on retention, in their order. */
export function retentionFigures(view: View): (FigureModel | MissingFigure)[] {
  const figures = [
    churnCurve(view),
    churnBySegment(view),
    horizonsTable(view),
    hazard(view),
    view.report.marts.leftBeforePayback.length > 0
      ? leftBefore(view)
      : { what: say.retention.leftWhat, datasets: ["costs"] },
    cohorts(view, "logo_retention"),
    cohorts(view, "revenue_retention"),
  ].filter((figure) => figure !== undefined);
  return withMarks(view, figures);
}
