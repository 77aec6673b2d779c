import type { Preset } from "./preset.ts";

/**
 * Sure: `Canceled At (UTC)` is the request and `Ended At (UTC)` the end. Seen in public code that
 * reads these exports: id, Customer ID, Status, Created (UTC), Start Date (UTC), Start (UTC),
 * Amount. Likely: Plan, Product, Quantity, Currency, Interval. `Start (UTC)` comes last: the field
 * of that name in Stripe's older interface was the day of the last change, not of the start.
 */
export const stripeSubscriptions: Preset = {
  title: "Stripe subscriptions",
  dataset: "contracts",
  certainty: "likely",
  caveat:
    "One line per subscription at its current price: past price changes are not known. Amount is taken as what one interval costs. Trials and subscriptions that never began are left out. Lines billed by the week or the day are set aside: their months come by sql. Ended At is the moment of the end; contracts.end_is exclusive counts it so.",
  signature: [
    ["id"],
    ["Customer ID"],
    ["Ended At (UTC)", "Canceled At (UTC)"],
    ["Status", "Amount"],
  ],
  columns: {
    contract_id: ["id"],
    account_id: ["Customer ID"],
    starts_on: ["Start Date (UTC)", "Created (UTC)", "Start (UTC)"],
    ends_on: ["Ended At (UTC)"],
    cancelled_on: ["Canceled At (UTC)"],
    amount: ["Amount"],
    billing: ["Interval"],
    seats: ["Quantity"],
    currency: ["Currency"],
    product: ["Product", "Plan"],
  },
  values: {
    billing: {
      month: "monthly",
      "1 month": "monthly",
      "3 months": "quarterly",
      quarter: "quarterly",
      year: "annual",
      "12 months": "annual",
      "1 year": "annual",
    },
  },
  counts: { billing: "Interval Count" },
  leave_out: { Status: ["trialing", "incomplete", "incomplete_expired"] },
};

/** Likely: id, Name, Email, Description, Created (UTC), Plan, as in the dashboard's export. */
export const stripeCustomers: Preset = {
  title: "Stripe customers",
  dataset: "accounts",
  certainty: "likely",
  caveat: "Customers without a name are called (no name). Tier and industry are not in the export.",
  signature: [["id"], ["Email"], ["Created (UTC)"], ["Delinquent", "Card ID", "Total Spend"]],
  columns: {
    account_id: ["id"],
    name: ["Name", "Description", "Email"],
    first_contact_on: ["Created (UTC)"],
    plan: ["Plan"],
  },
  values: { name: { "": "(no name)" } },
};
