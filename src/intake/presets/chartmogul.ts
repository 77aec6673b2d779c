import type { Preset } from "./preset.ts";

const otherPeriods = [
  "day",
  "1 day",
  "week",
  "1 week",
  "2 weeks",
  "2 months",
  "6 months",
  "2 years",
];

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
    "Amounts are read as cents. One line per subscription at its current MRR: past price changes are not known. Billing by the day, week, half-year or two years is left blank. A live subscription may name the end of its running period as its end.",
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
  // Every line has its MRR: a period that is none of ours may stay blank.
  values: {
    billing: {
      month: "monthly",
      "1 month": "monthly",
      "3 months": "quarterly",
      "12 months": "annual",
      year: "annual",
      "1 year": "annual",
      ...Object.fromEntries(otherPeriods.map((period) => [period, ""])),
    },
  },
  scale: { mrr: 0.01 },
  counts: { billing: "Interval Count" },
};
