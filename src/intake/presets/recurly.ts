import type { Preset } from "./preset.ts";

/**
 * Sure: the names, from Recurly's documentation of the export, and that total_recurring_amount is
 * unit_amount x quantity + add_on_amount. The export does not say how often that is paid; the
 * plan's code mostly does, so each code is asked for in values of billing.
 */
export const recurlySubscriptions: Preset = {
  title: "Recurly subscriptions",
  dataset: "contracts",
  certainty: "sure",
  caveat:
    "One line per subscription at its current price: past price changes are not known. How often it is paid follows from plan_code: give each code in values of billing. Subscriptions of state future, which have not begun, are left out. expires_at is the moment of the end.",
  signature: [["uuid"], ["account_code"], ["plan_code"], ["activated_at"]],
  columns: {
    contract_id: ["uuid"],
    account_id: ["account_code"],
    starts_on: ["activated_at"],
    ends_on: ["expires_at"],
    cancelled_on: ["canceled_at"],
    amount: ["total_recurring_amount", "unit_amount"],
    billing: ["plan_code"],
    seats: ["quantity"],
    currency: ["currency"],
    product: ["plan_name", "plan_code"],
  },
  leave_out: { state: ["future"] },
  values: { billing: { month: "monthly", year: "annual", yearly: "annual", annually: "annual" } },
};
