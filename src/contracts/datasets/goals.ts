import { defineDataset } from "../dataset.ts";
import { decimal, text } from "../fields.ts";

const periodForm = /^\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/;

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
  rules: [
    {
      check: "unknown_period",
      column: "period",
      holds: (row) => periodForm.test(row.period ?? ""),
      expected: "a year, half, quarter or month: 2025, 2025-H1, 2025-Q3 or 2025-09",
      remedy: "write the calendar period; years that do not start in January cannot be told yet",
      reason: "a target whose period is not known would never be shown",
    },
  ],
});
