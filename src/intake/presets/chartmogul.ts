import type { Preset } from "./preset.ts";

/**
 * Sure: amounts are in cents (ChartMogul's documentation of the subscriptions dataset), and the
 * names in capitals, which are its fields. Likely: the names with hyphens, those of its interface.
 * Unsure: START_DATE and END_DATE.
 */
export const chartmogulSubscriptions: Preset = {
  title: "ChartMogul subscriptions",
  dataset: "contracts",
  certainty: "likely",
  caveat:
    "Amounts are read as cents. One line per subscription at its current MRR: past price changes are not known. A live subscription may name the end of its running period as its end.",
  signature: [
    ["MRR"],
    ["ARR"],
    ["Customer Subscription ID", "Subscription External ID", "Plan UUID", "Billing Connector Name"],
    ["Start Date"],
  ],
  columns: {
    contract_id: ["Customer Subscription ID", "Subscription External ID", "External ID", "UUID"],
    account_id: ["Customer External IDs", "Customer External ID", "Customer UUID"],
    starts_on: ["Start Date"],
    ends_on: ["End Date"],
    mrr: ["MRR"],
    billing: ["Interval Unit", "Billing Cycle"],
    seats: ["Quantity"],
    currency: ["Currency"],
    product: ["Plan Name", "Plan"],
  },
  values: { billing: { month: "monthly", year: "annual", day: "" } },
  scale: { mrr: 0.01 },
};
