import { defineDataset } from "../dataset.ts";
import { choice, money, month, text } from "../fields.ts";

export const costs = defineDataset({
  name: "costs",
  grain: "month, category (and channel, tier where known)",
  required: false,
  key: [],
  lights: "acquisition cost, margin and break-even on the cash-flow page",
  fields: {
    month: month("Month of the cost"),
    category: choice("What the money was spent on", [
      "marketing",
      "sales",
      "service",
      "success",
      "research",
      "overhead",
    ]),
    amount: money("Cost in the company's currency"),
    channel: text("Channel the cost belongs to").optional(),
    tier: choice("Tier the cost belongs to", ["strategic", "enterprise", "small"]).optional(),
  },
});
