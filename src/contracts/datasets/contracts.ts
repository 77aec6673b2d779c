import { defineDataset, type Row } from "../dataset.ts";
import { choice, count, currency, day, flag, money, text } from "../fields.ts";

const perPeriod = ["monthly", "quarterly", "annual"];

const byMonth = (monthly: string, words: readonly string[]) => ({
  words,
  remedy: `make the dataset by sql with ${monthly} as mrr, and leave the line's billing blank`,
});

/** Periods that are none of ours: only the amount of a month, which a select can tell, is the same. */
const otherPeriods = [
  byMonth("amount * 365 / 12", ["day", "1 day", "daily"]),
  byMonth("amount * 52 / 12", ["week", "1 week", "weekly", "7 days"]),
  byMonth("amount * 26 / 12", ["2 weeks", "14 days", "biweekly", "bi-weekly", "fortnightly"]),
  byMonth("amount / 6", ["6 months", "semiannual", "semi-annual", "semi-annually", "half-yearly"]),
  byMonth("amount / 24", ["2 years", "24 months", "biennial"]),
];

function hasMonthlyValue(row: Row): boolean {
  const isOpen = row.ends_on === undefined;
  const isOneOff = row.recurring === "false";
  if (isOneOff || row.mrr !== undefined || row.amount === undefined) return true;
  return !isOpen || row.term_months !== undefined || perPeriod.includes(row.billing ?? "");
}

export const contracts = defineDataset({
  name: "contracts",
  grain: "contract line",
  required: true,
  key: ["contract_id"],
  lights: "every page",
  fields: {
    contract_id: text("Id of the contract line", { identifies: "record" }),
    account_id: text("Id of the customer, as in accounts", { identifies: "account" }),
    starts_on: day("First day of the line"),
    ends_on: day("Last day of the line (see contracts.end_is); blank = open").optional(),
    amount: money(
      "Per billing period where billing is monthly, quarterly or annual; else for the whole term",
    ).optional(),
    mrr: money("Monthly recurring revenue of the line; wins over amount").optional(),
    term_months: count("Length of the term in months, at most 1,200", 1_200).optional(),
    billing: choice(
      "When the customer pays",
      ["monthly", "quarterly", "annual", "upfront"],
      otherPeriods,
    ).optional(),
    kind: choice("What the line is", [
      "new",
      "renewal",
      "expansion",
      "cross_sell",
      "service",
    ]).optional(),
    recurring: flag("false for one-off lines such as training; blank = true").optional(),
    seats: count("Seats bought").optional(),
    currency: currency("Currency of the amounts; blank = the company's").optional(),
    signed_on: day("Day of signature").optional(),
    cancelled_on: day("Day on which notice was given").optional(),
    product: text("Product the line is for").optional(),
  },
  rules: [
    {
      check: "contract_without_amount",
      column: "amount",
      holds: (row) => row.amount !== undefined || row.mrr !== undefined,
      expected: "an amount or an mrr",
      reason: "a line without a price would make its customer free of charge",
      remedy: "give the line an amount or an mrr; 0 for a trial",
    },
    {
      check: "open_contract_without_billing",
      column: "billing",
      holds: hasMonthlyValue,
      expected:
        "billing monthly, quarterly or annual, or a term_months, on an open line without mrr",
      reason: "an amount says nothing of a month where neither period nor end is known",
      remedy: "say how often the amount is paid, or map the monthly price to mrr",
    },
    {
      check: "term_of_zero_months",
      column: "term_months",
      holds: (row) => row.term_months === undefined || Number(row.term_months) > 0,
      expected: "a term of 1 month or more",
      reason: "an amount cannot be spread over no months",
      remedy: "leave term_months blank to count the months from starts_on to ends_on",
    },
  ],
});
