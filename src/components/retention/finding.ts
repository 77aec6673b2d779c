import type { Report } from "../../report.ts";
import { say } from "../../text/index.ts";
import type { PageFormats } from "../formats.ts";
import { yearOfAge } from "./curves.ts";

/** The page's warning: who has left before break-even, or within a year where costs are unknown. */
export function retentionFinding(report: Report, format: PageFormats): string {
  const payback = report.marts.leftBeforePayback.find((row) => row.dimension === "all");
  if (payback?.break_even_month && payback.lost_by_break_even) {
    const share = format.share(payback.lost_by_break_even);
    return say.retention.curveBreakEven(share, payback.break_even_month);
  }
  return churnFinding(report, format);
}

/** The curve's own finding: who has left within one year and two. */
export function churnFinding(report: Report, format: PageFormats): string {
  const { retention } = say;
  const curve = report.marts.survivalCurve.filter(
    (row) => row.dimension === "all" && row.at_risk >= report.definitions.survival.stop_below,
  );
  const all = report.marts.survivalSummary.find((row) => row.dimension === "all");
  if (!all || all.customers === 0) return retention.curveEmpty;
  if (all.events === 0) return retention.curveNone;
  const year = curve.findLast((row) => row.age <= yearOfAge);
  const later = curve.find((row) => row.age === 2 * yearOfAge);
  if (!year || year.age === 0) {
    return retention.curveFew(format.number(all.events), format.number(all.customers));
  }
  const churned = (row: { survival: number }) => format.share(1 - row.survival);
  return later
    ? retention.curveTwo(churned(year), year.age, churned(later), later.age)
    : retention.curveFinding(churned(year), year.age);
}
