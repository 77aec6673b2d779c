import { say } from "../../text/index.ts";
import { costOf } from "../shared-cost.ts";
import { type FigureReport, isEveryone, type View } from "../view.ts";

interface Reckoned {
  /** With the cost of a year's customers, that of each customer at its start, or all that was spent. */
  cost?: "year" | "each" | "spent";
  margin?: true;
  /** Whether a value with the cost of more than these customers is none of theirs, as the overview has it. */
  isOwnOnly?: true;
}

const ofYear = { cost: "year", margin: true } as const;
const ofEach = { cost: "each", margin: true } as const;

/** Metrics that are reckoned with money that costs tell of. */
const reckoned: Readonly<Record<string, Reckoned>> = {
  cac: { cost: "year", isOwnOnly: true },
  ltv_cac: { ...ofYear, isOwnOnly: true },
  cac_payback: ofYear,
  break_even_month: ofYear,
  lost_by_break_even: ofYear,
  left_before_payback: ofEach,
  unrecovered_cac: ofEach,
  customer_cash_24: ofEach,
  ltv: { margin: true },
  ltv_simple: { margin: true },
  cohort_payback: ofEach,
  fleet_cash: { cost: "spent", margin: true },
  cac_month: { cost: "spent" },
  gross_margin: { cost: "spent" },
};

/** Whether a metric's page needs to know whose cost of winning a customer a segment has. */
export const isOfCost = (id: string): boolean =>
  ["year", "each"].includes(reckoned[id]?.cost ?? "");

/** Whether a metric is told only where the cost of winning a customer is these customers' own. */
export const needsOwnCost = (id: string): boolean => reckoned[id]?.isOwnOnly === true;

/** Whose money the value of some customers is reckoned with; undefined where it is their own. */
export function reckonedWith(id: string, view: View): string | undefined {
  const { cost, margin } = reckoned[id] ?? {};
  if (isEveryone(view)) return undefined;
  const { filter } = say;
  const shared = cost && cost !== "spent" ? costOf(view) : undefined;
  const told = [
    shared && cost === "each" ? filter.nearestCost : shared,
    margin && filter.sharedMargin,
  ];
  return told.filter(Boolean).join(" ") || undefined;
}

/** Which of the dimensions have segments with the company's cost of winning a customer, in a sentence. */
export function costsShared(
  id: string,
  { marts }: Pick<FigureReport, "marts">,
  dimensions: readonly string[],
): string | undefined {
  if (reckoned[id]?.cost !== "year") return undefined;
  const shared = dimensions.filter((own) =>
    marts.unitEconomics.some(({ dimension, is_cac_own: isOwn }) => dimension === own && !isOwn),
  );
  return shared.length > 0 ? say.metrics.costsShared(shared) : undefined;
}

/** Why a metric of costs has no value for some customers; undefined where costs are not the reason. */
export function unknownForCost(id: string, view: View): string | undefined {
  const { metrics } = say;
  const { scope, report } = view;
  const { cost, margin } = reckoned[id] ?? {};
  if (isEveryone(view) || (!cost && !margin)) return undefined;
  if (cost === "spent") return metrics.costsNotBy(report.dimensions ?? [scope.dimension]);
  if (report.isCombination) return metrics.costsOfWhom;
  return cost && costOf(view) !== undefined ? metrics.costsOfWhom : undefined;
}
