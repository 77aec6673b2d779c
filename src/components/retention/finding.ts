import type { Report } from "../../report.ts";
import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import type { PageFormats } from "../formats.ts";
import { askCurves, yearOfAge } from "./curves.ts";

/** Customers of the whole company, those who left, and their median lifetime. */
export function askSummary(report: Report) {
  return ask(report, "survivalSummary", {
    columns: ["customers", "events", "median_months"],
    where: { dimension: "all" },
  });
}

/** Break-even of some segments and who had left before paying back, in the order of the names given. */
export function askPayback(report: Report, dimension: string, segments: readonly string[]) {
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
export function retentionFinding(report: Report, format: PageFormats): string {
  const [payback] = askPayback(report, "all", ["all"]).rows;
  if (payback?.break_even_month && payback.lost_by_break_even) {
    const share = format.share(payback.lost_by_break_even);
    return say.retention.curveBreakEven(share, payback.break_even_month);
  }
  return churnFinding(report, format);
}

/** The curve's own finding: who has left within one year and two. */
export function churnFinding(report: Report, format: PageFormats): string {
  const { retention } = say;
  const curve = askCurves(report, "all", ["all"]).rows.filter(
    (row) => row.at_risk >= report.definitions.survival.stop_below,
  );
  const [all] = askSummary(report).rows;
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
