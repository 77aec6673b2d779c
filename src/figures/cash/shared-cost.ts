import { say } from "../../text/index.ts";
import { isCompany, type View } from "../view.ts";

/** Says so where the cost of winning a segment's customers is the company's. */
export function sharedCost(view: View): string | undefined {
  if (isCompany(view)) return undefined;
  const { dimension, segment } = view.scope;
  const row = view.report.marts.unitEconomics.find(
    (entry) => entry.dimension === dimension && entry.segment === segment,
  );
  return row && !row.is_cac_own ? say.filter.sharedCost : undefined;
}
