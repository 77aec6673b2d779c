import { say } from "../../text/index.ts";
import type { View } from "../view.ts";
import { askInputs } from "./model.ts";

export function cashFinding(view: View): string {
  const { report, format } = view;
  const [row] = askInputs(view).economics.rows;
  if (!row || row.cac === null || row.ltv_cac === null) return say.cash.unknown;
  if (row.margin !== null && row.margin <= 0) return say.cash.loss(format.share(row.margin));
  const { threshold } = report.definitions.ltv;
  return say.cash.finding(
    format.money(row.cac),
    format.ratio(row.ltv_cac),
    row.ltv_cac >= threshold,
    format.ratio(threshold),
  );
}
