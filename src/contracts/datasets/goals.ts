import { defineDataset } from "../dataset.ts";
import { decimal, text } from "../fields.ts";

export const goals = defineDataset({
  name: "goals",
  grain: "metric and period",
  required: false,
  key: ["metric", "period"],
  lights: "targets on the overview",
  fields: {
    metric: text("Id of the metric, such as nrr, grr, arr, churn, nps, cac, ltv, ltv_cac, tcv"),
    period: text("Year, half, quarter or month: 2025, 2025-H1, 2025-Q3, 2025-09"),
    target: decimal("Target, in the metric's own unit: 1.05 for an NRR of 105%"),
  },
});
