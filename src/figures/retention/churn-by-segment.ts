import { churnCurves } from "../../charts/index.ts";
import { total } from "../../shared/query/index.ts";
import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import { draw } from "../draw.ts";
import type { FigureModel } from "../figure.ts";
import type { PageFormats } from "../formats.ts";
import { withRules } from "../rules.ts";
import { askSegmentCount, listSegments } from "../segments.ts";
import { costOf } from "../shared-cost.ts";
import { isCompany, type View } from "../view.ts";
import {
  askCurves,
  askPairs,
  differencesOf,
  namedPoints,
  nativeCurves,
  tableOf,
} from "./curves.ts";
import { askPayback } from "./finding.ts";
import { segmentFinding } from "./segment-finding.ts";

/** The same curve for the segments that the pages compare; undefined where there are not two. */
export function churnBySegment(view: View): FigureModel | undefined {
  const { report, format } = view;
  const { retention } = say;
  const { grey_below: greyBelow, stop_below: stopBelow } = report.definitions.survival;
  const { dimension, names, hidden } = listSegments(report);
  const curves = askCurves(view, dimension, names);
  const points = namedPoints(curves, format);
  const measure = retention.segmentMeasure(say.site.dimensions[dimension] ?? dimension);
  const paybacks = askPayback(view, dimension, names);
  const breakEven = paybacks.rows.flatMap((row) =>
    row.break_even_month === null
      ? []
      : [{ segment: format.segment(row.segment), month: row.break_even_month }],
  );
  const finding = segmentFinding(view, { dimension, names }, points);
  const totals = ask(report, "survivalSummary", {
    computed: { customers: total("customers"), left_customers: total("events") },
    where: { dimension, segment: names },
  });
  const customers = totals.rows[0]?.customers ?? 0;
  const left = totals.rows[0]?.left_customers ?? 0;
  const canDraw = points.some((point) => point.at_risk >= stopBelow);
  if (!isCompany(view) || dimension === "all" || names.length < 2) return undefined;
  return {
    id: "churn-by-segment",
    measure,
    finding,
    facts: [
      retention.curveFacts(
        format.number(customers),
        customers,
        format.number(left),
        format.day(report.asOf.day),
      ),
      differencesOf(view, dimension, names),
      ...(paybacks.rows.length > 0 ? [moneyLost(paybacks.rows, format)] : []),
      ...(hidden > 0 ? [say.site.largest(names.length, names.length + hidden)] : []),
    ].join(" "),
    caveat: withRules(
      report,
      ["grace", "dated", "preset"],
      retention.curveCaveat(greyBelow, stopBelow),
      ...(breakEven.length > 0 ? [costOf(view, { dimension, names })] : []),
    ),
    native: canDraw ? nativeCurves(points, stopBelow, breakEven) : undefined,
    drawing: canDraw
      ? draw("churn-by-segment", finding, format, (options) =>
          churnCurves(points, {
            ...options,
            greyBelow,
            stopBelow,
            breakEven,
            text: retention.chart,
          }),
        )
      : undefined,
    table: tableOf(points, measure, format),
    queries: [
      curves,
      totals,
      askPairs(view, dimension, names),
      paybacks,
      ...(hidden > 0 ? [askSegmentCount(view, dimension)] : []),
    ],
  };
}

/** The acquisition cost that left with customers of each segment before they had paid it back. */
function moneyLost(
  rows: readonly { segment: string; unrecovered_cac: number }[],
  format: PageFormats,
): string {
  const lost = rows
    .filter((row) => row.unrecovered_cac > 0)
    .map((row) =>
      say.retention.lostOf(format.segment(row.segment), format.money(row.unrecovered_cac)),
    );
  return say.retention.moneyLost(lost);
}
