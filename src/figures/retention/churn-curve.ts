import { churnCurves } from "../../charts/index.ts";
import { say } from "../../text/index.ts";
import { draw } from "../draw.ts";
import type { FigureModel } from "../figure.ts";
import { withRules } from "../rules.ts";
import { costOf } from "../shared-cost.ts";
import type { View } from "../view.ts";
import { canListAccounts, opensLeft } from "./accounts.ts";
import { askCurves, namedPoints, nativeCurves, tableOf } from "./curves.ts";
import { askPayback, askSummary, churnFinding } from "./finding.ts";

/** Who has left by which age, with the month in which a customer has paid back its cost. */
export function churnCurve(view: View): FigureModel {
  const { report, scope, format } = view;
  const { retention } = say;
  const { grey_below: greyBelow, stop_below: stopBelow } = report.definitions.survival;
  const curves = askCurves(view, scope.dimension, [scope.segment]);
  const points = namedPoints(curves, format);
  const summaries = askSummary(view);
  const [summary] = summaries.rows;
  const paybacks = askPayback(view, scope.dimension, [scope.segment]);
  const [payback] = paybacks.rows;
  const month = payback?.break_even_month ?? null;
  const finding = churnFinding(view);
  const customers = summary?.customers ?? 0;
  const median = summary?.median_months ?? null;
  const canDraw = points.some((point) => point.at_risk >= stopBelow);
  const opens = canListAccounts(view) ? opensLeft : undefined;
  const facts = [
    retention.curveFacts(
      format.number(customers),
      customers,
      format.number(summary?.events ?? 0),
      format.day(report.asOf.day),
    ),
    median === null ? retention.medianNotReached : retention.median(format.number(median)),
  ].join(" ");
  return {
    id: "churn",
    measure: retention.curveMeasure,
    finding,
    facts,
    caveat: withRules(
      report,
      ["grace", "dated", "preset"],
      canDraw ? retention.curveCaveat(greyBelow, stopBelow) : retention.curveTable,
      ...(month === null ? [] : [costOf(view)]),
      ...(report.definitions.publish.accounts === "none" ? [retention.opensNone] : []),
    ),
    hint: canDraw && opens ? retention.opensStep : undefined,
    native: canDraw
      ? nativeCurves(points, stopBelow, month === null ? [] : [{ month }])
      : undefined,
    drawing: canDraw
      ? draw("churn", finding, format, (options) =>
          churnCurves(points, {
            ...options,
            greyBelow,
            stopBelow,
            opens,
            text: retention.chart,
            ...(month === null ? {} : { breakEven: { month } }),
          }),
        )
      : undefined,
    table: tableOf(points, retention.curveMeasure, format),
    queries: [curves, summaries, paybacks],
  };
}
