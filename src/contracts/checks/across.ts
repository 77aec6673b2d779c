import { type Check, firm, soft } from "./check.ts";

/** Checks that need other rows or other files, by what they say; their SQL stands in tables/. */
export const acrossChecks: readonly Check[] = [
  firm("table", "duplicate_key", {
    reason: "the row would count twice, or double every row that refers to it",
    remedy: "remove the second row, or give it an id of its own",
    isCountable: true,
  }),
  soft("account_set_aside", "error", {
    reason: "the row follows its account, which was set aside; the cause is there",
    remedy: "mend the account's row in accounts; this row is then good",
  }),
  soft("unknown_account", "error", {
    reason: "money and answers of nobody known fall out of every segment; a deal only warns",
    remedy: "add the customer to accounts, or correct the id",
  }),
  soft("unknown_referrer", "warning", {
    reason: "what the account's referral brought is credited to nobody",
    remedy: "add the customer to accounts, or correct the id",
  }),
  soft("ids_alike", "warning", {
    reason: "one customer under two ids counts as two, and as churned under one of them",
    remedy:
      "give them one id if they are one customer; two of Salesforce's 15 letters may differ so",
  }),
  soft("unknown_manager", "warning", {
    reason: "the manager's customers count for a load that has no capacity beside it",
    remedy: "add the manager to people, or correct the name; the load counts without capacity",
  }),
  soft("account_without_contract", "warning", {
    reason: "no line of it counts anywhere; a lead, or a customer whose id differs in contracts",
    remedy: "check the account_id in contracts; a lead needs no remedy",
  }),
  firm("table", "currency_without_rate", {
    reason: "the amount cannot be told in the site's currency",
    remedy: "add the currency's monthly rates to fx, or write it as fx does",
  }),
  firm("table", "rate_not_above_zero", {
    reason: "every amount in the currency would vanish or turn its sign",
    remedy: "correct the rate: units of the company's currency for one of the other",
  }),
  firm("table", "contract_starts_before_1901", {
    reason: "a year of two digits, or 1900-01-01 for no day, would make centuries of history",
    remedy: "write the year with four digits, or the day on which the line started",
  }),
  {
    ...soft("contract_ends_before_it_starts", "error", {
      reason: "the line is live on no day, so its money never counts",
      remedy: "correct the day in the source and export again",
    }),
    isCountable: false,
  },
  soft("contract_lasts_over_ten_years", "warning", {
    reason: "an end that stands for never spreads the amount over all its months",
    remedy: "leave ends_on blank where the line runs until it is cancelled",
  }),
  soft("identical_lines_overlap", "warning", {
    reason: "a line exported twice counts twice in MRR",
    remedy: "check that it is not the same line exported twice; it counts twice in MRR",
  }),
  soft("open_contract_with_notice", "warning", {
    reason: "notice was given, yet the customer stays live for ever",
    remedy: "give the line its ends_on; without it the customer stays live",
  }),
  {
    ...soft("fx_rate_reused", "warning", {
      reason: "amounts of those months are told at another month's rate",
      remedy: "add the months' rates to fx; until then an earlier rate is used, or else the first",
    }),
    isCountable: false,
  },
  soft("mrr_below_zero", "warning", {
    reason: "a credit larger than what it lowers takes money off other customers' MRR",
    remedy:
      "end the credit with the line it lowers, or set recurring to false where it is paid once",
  }),
  soft("day_beyond_the_rest", "error", {
    reason: "the newest day is as_of, and with it every number; a mistyped year moves them all",
    remedy: "correct the year, or set as_of in the configuration",
  }),
  soft("usage_before_first_contract", "warning", {
    reason: "the account_id may be another's, or the contract's start too late",
    remedy: "check the account_id and the contract's starts_on; trials need no remedy",
  }),
  firm("table", "score_below_the_scale", {
    reason: "a scale from 1 to 10 has no 0; the question was another, or the scale is",
    remedy: 'leave the score blank where nothing was answered, or set nps.scale to "0-10"',
    isCountable: true,
  }),
  soft("answer_from_churned_account", "warning", {
    reason: "who has left is not asked how the service is",
    remedy: "none needed: the answer is kept apart from the score",
  }),
  {
    ...soft("month_without_acquisition_cost", "warning", {
      reason: "customers who cost nothing make CAC read too low",
      remedy: "add the month's cost; without it the month's CAC is not known, or too low",
    }),
    isCountable: false,
  },
  soft("unknown_metric", "warning", {
    reason: "a target for nothing is never shown",
    remedy: "correct the id; the target is not shown",
  }),
];
