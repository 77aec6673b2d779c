import { defineMart } from "../mart.ts";

const segmentMonth = {
  dimension: "text",
  segment: "text",
  month: "day",
  is_complete: "flag",
} as const;

export const mrrMovements = defineMart({
  name: "mrr_movements",
  title: "MRR movements",
  definition:
    "What moved monthly recurring revenue between two month ends, judged per account: start + new + reactivation + expansion - contraction - churn +- fx = end.",
  unit: "money a month",
  caveat:
    "An account that signs up and leaves within one month counts as new and as churned, unless churn.same_month ignores it; opening_churn_mrr leaves it out. Awaiting renewal is known at the as-of day only; an account whose next line is known to start after the grace is not awaiting, it has churned and will come back. Whether an account with a discount in another currency still pays is judged at the rates of each month.",
  columns: {
    ...segmentMonth,
    opening_mrr: "money",
    new_mrr: "money",
    reactivation_mrr: "money",
    expansion_mrr: "money",
    contraction_mrr: "money",
    churn_mrr: "money",
    opening_churn_mrr: "money",
    fx_mrr: "money",
    closing_mrr: "money",
    opening_customers: "count",
    new_customers: "count",
    reactivated_customers: "count",
    churned_customers: "count",
    opening_churned_customers: "count",
    closing_customers: "count",
    awaiting_renewal_customers: "count",
    awaiting_renewal_mrr: "money",
  },
});

export const recurringRevenue = defineMart({
  name: "recurring_revenue",
  title: "Recurring revenue",
  definition:
    "MRR at the last day of the month, ARR = 12 x MRR, CARR = ARR + signed lines that have not started, ARPA = MRR / customers.",
  unit: "money",
  caveat:
    "The stock at month end decides: partial months do not prorate. In CARR a signed line replaces the live one it follows within the grace, so a signed renewal is not counted twice.",
  columns: {
    ...segmentMonth,
    mrr: "money",
    arr: "money",
    carr: "money",
    customers: "count",
    arpa: "money?",
  },
});

export const churnRates = defineMart({
  name: "churn_rates",
  title: "Monthly churn and quick ratio",
  definition:
    "Of the customers (and of the MRR) at the start of the month, the share lost in it; quick ratio = what came in / what went out.",
  unit: "share a month",
  caveat:
    "Newcomers of the month never enter the churn rates, even when they leave in it, unless churn.denominator is opening_and_new; the quick ratio counts them. Not annualised.",
  columns: {
    ...segmentMonth,
    opening_customers: "count",
    opening_churned_customers: "count",
    customers_at_risk: "count",
    customers_lost: "count",
    logo_churn: "ratio?",
    gross_mrr_churn: "ratio?",
    quick_ratio: "ratio?",
  },
});

export const netRevenueRetention = defineMart({
  name: "net_revenue_retention",
  title: "Net and gross revenue retention, 12 months",
  definition:
    "Of the accounts with MRR 12 months ago: their MRR now / then (NRR), the same capped per account at its MRR then (GRR), and the share that is gone (logo churn).",
  unit: "share of opening MRR",
  caveat:
    "Accounts that came back within the 12 months count as kept, unless retention.reactivation is lost. Each end is at its own month's rates, so movement by rates is inside.",
  columns: {
    ...segmentMonth,
    opening_accounts: "count",
    kept_accounts: "count",
    opening_mrr: "money",
    retained_mrr: "money",
    capped_mrr: "money",
    nrr: "ratio?",
    grr: "ratio?",
    annual_logo_churn: "ratio?",
  },
});

export const contractValue = defineMart({
  name: "contract_value",
  title: "Total contract value signed",
  definition:
    "Full value of the contracts signed in the month, and in the 12 months up to it, one-off lines included.",
  unit: "money",
  caveat:
    "Not income. Lines without a signature date count in the month they start; open lines at 12 months of their MRR. That of 12 months is known from the twelfth month with recurring lines on.",
  columns: { ...segmentMonth, contracts: "count", tcv: "money", tcv_12_months: "money?" },
});

export const awaitingRenewal = defineMart({
  name: "awaiting_renewal",
  title: "Awaiting renewal",
  definition:
    "Accounts whose last line ended fewer than the grace days before the as-of day, without notice: they keep their MRR until the grace is over.",
  unit: "money",
  caveat:
    "They count as churned from the day after their last line on, once churns_on has come without a new line.",
  columns: { account_id: "text", ended_on: "day", churns_on: "day", mrr: "money", arr: "money" },
});

export const awaitingRenewalBySegment = defineMart({
  name: "awaiting_renewal_by_segment",
  title: "Awaiting renewal by segment",
  definition:
    "Accounts that await renewal, their MRR and ARR, and the first day on which one of them churns unless it renews.",
  unit: "money",
  caveat:
    "At the as-of day only. The whole company always has its row; a segment only where one of its accounts awaits renewal.",
  columns: {
    dimension: "text",
    segment: "text",
    accounts: "count",
    first_churns_on: "day?",
    mrr: "money",
    arr: "money",
  },
});

export const revenueConcentration = defineMart({
  name: "revenue_concentration",
  title: "Concentration of revenue",
  definition:
    "Share of ARR that the largest 1%, 5% and 20% of customers pay, and the fewest customers that make 80% of it.",
  unit: "share of ARR",
  caveat:
    "The largest 1% is rounded up to whole customers. The whole company at the month ends of the newest two years; segments at the newest complete one only.",
  columns: {
    ...segmentMonth,
    customers: "count",
    arr: "money",
    share_of_1: "ratio",
    share_of_5: "ratio",
    share_of_20: "ratio",
    customers_of_80: "count",
    customers_of_80_share: "ratio",
  },
});
