import { say } from "../text/index.ts";
import { isEveryone, type View } from "./view.ts";

/** Says so where the cost of winning a segment's customers, or their margin, is that of more than them. */
export function sharedCost(view: View): string | undefined {
  if (isEveryone(view)) return undefined;
  return [costOf(view), say.filter.sharedMargin].filter(Boolean).join(" ");
}

/** Whose cost of winning a customer it is where not these segments' own; undefined where it is theirs. */
export function costOf(view: View, { dimension, names } = ownSegment(view)): string | undefined {
  const { report, scope, format } = view;
  const { filter } = say;
  const isWhole = dimension === "all";
  const isShared = report.marts.unitEconomics.some(
    (row) => row.dimension === dimension && names.includes(row.segment) && !row.is_cac_own,
  );
  if (!report.isCombination) {
    return isShared && !isWhole ? filter.sharedCost([dimension]) : undefined;
  }
  if (!isShared && !isWhole) return undefined;
  const nearest = report.costOf ?? scope;
  return nearest.dimension === "all"
    ? filter.sharedCost(report.dimensions ?? [])
    : filter.sharedCostOf({ ...nearest, segment: format.segment(nearest.segment) });
}

const ownSegment = ({ scope: { dimension, segment } }: View) => ({ dimension, names: [segment] });

/** Whose cost measured lines take, where the modelled ones may take another. */
export const measuredCost = (view: View): string | undefined =>
  costOf(view) !== undefined && view.report.costOf?.dimension !== "tier"
    ? say.filter.nearestCost
    : undefined;
