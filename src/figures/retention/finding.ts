import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import { rowsOf, type View } from "../view.ts";
import { askCurves, yearOfAge } from "./curves.ts";

/** Customers of the whole company, those who left, and their median lifetime. */
export function askSummary({ report, scope }: View) {
  return ask(report, "survivalSummary", {
    columns: ["customers", "events", "median_months"],
    where: rowsOf(scope),
  });
}

/** Break-even of some segments and who had left before paying back, in the order of the names given. */
export function askPayback({ report }: View, dimension: string, segments: readonly string[]) {
  return ask(report, "leftBeforePayback", {
    columns: [
      "dimension",
      "segment",
      "customers",
      "left_before",
      "left_before_share",
      "unrecovered_cac",
      "break_even_month",
      "lost_by_break_even",
    ],
    where: { dimension, segment: segments },
    order: [{ by: "segment", as: segments }],
  });
}

/** The page's warning: who has left before break-even, or within a year where costs are unknown. */
export function retentionFinding(view: View): string {
  const { scope, format } = view;
  const [payback] = askPayback(view, scope.dimension, [scope.segment]).rows;
  if (payback?.break_even_month && payback.lost_by_break_even) {
    const share = format.share(payback.lost_by_break_even);
    return say.retention.curveBreakEven(share, payback.break_even_month);
  }
  return churnFinding(view);
}

/** The curve's own finding: who has left within one year and two. */
export function churnFinding(view: View): string {
  const { report, scope, format } = view;
  const { retention } = say;
  const curve = askCurves(view, scope.dimension, [scope.segment]).rows.filter(
    (row) => row.at_risk >= report.definitions.survival.stop_below,
  );
  const [all] = askSummary(view).rows;
  if (!all || all.customers === 0) return retention.curveEmpty;
  if (all.events === 0) return retention.curveNone;
  const year = curve.findLast((row) => row.age <= yearOfAge);
  const later = curve.find((row) => row.age === 2 * yearOfAge);
  if (!year || year.age === 0) {
    return retention.curveFew(format.number(all.events), format.number(all.customers));
  }
  const churned = (row: { left_by: number | null }) => format.share(row.left_by ?? 0);
  return later
    ? retention.curveTwo(churned(year), year.age, churned(later), later.age)
    : retention.curveFinding(churned(year), year.age);
}
