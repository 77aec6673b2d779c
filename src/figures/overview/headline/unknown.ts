import { say } from "../../../text/index.ts";
import { isCompany, type View } from "../../view.ts";

const monthsBack = 12;

/** Why a headline metric has no value, in words. */
export function unknownReason(view: View, metric: string): string {
  const { report, scope } = view;
  const { unknownWhy } = say.overview;
  const isAbsent = (name: string) =>
    !report.datasets.some(({ dataset, isPresent }) => dataset === name && isPresent);
  if (metric === "nps" && isAbsent("surveys")) return unknownWhy.surveys;
  if (["ltv", "cac", "ltv_cac"].includes(metric) && isAbsent("costs")) return unknownWhy.costs;
  if (report.isCombination && ["ltv", "cac", "ltv_cac"].includes(metric)) return unknownWhy.shared;
  if (["cac", "ltv_cac"].includes(metric) && !isCompany(view)) return unknownWhy.shared;
  if (metric === "nps") return unknownWhy.answers;
  const months = report.marts.recurringRevenue.filter(
    (row) => row.dimension === scope.dimension && row.segment === scope.segment && row.is_complete,
  );
  return months.length > monthsBack && ["nrr", "grr", "churn"].includes(metric)
    ? unknownWhy.customers
    : unknownWhy.history;
}
