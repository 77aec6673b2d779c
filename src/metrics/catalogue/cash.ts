import { defineMart } from "../mart.ts";

export const acquisitionCost = defineMart({
  name: "acquisition_cost",
  title: "Customer acquisition cost",
  definition:
    "Marketing and sales cost of a month (lagged by cac.lag_months) / new customers of the month; months without new customers pool into the next.",
  unit: "money per new customer",
  caveat:
    "By tier or channel only where every marketing and sales cost carries it, since the parts would else not add up. Unknown, not 0, where no cost is recorded in the months pooled; of the customers won before data_from only those who stayed are known, so the cost that won them is left out.",
  columns: {
    dimension: "text",
    segment: "text",
    month: "day",
    is_complete: "flag",
    cost: "money",
    pooled_cost: "money",
    new_customers: "count",
    cac: "money?",
  },
});

export const grossMargin = defineMart({
  name: "gross_margin",
  title: "Gross margin",
  definition:
    "1 - cost of service / recurring revenue of the month, and of the 12 months up to it; or the configured figure.",
  unit: "share of revenue",
  caveat:
    "A month without a service cost has no margin and is left out of the 12 months; without any, margin and all that needs it are unknown. By tier or channel only where every service cost carries it; a configured margin is the company's.",
  columns: {
    dimension: "text",
    segment: "text",
    month: "day",
    is_complete: "flag",
    mrr: "money",
    service_cost: "money",
    margin: "ratio?",
    margin_12_months: "ratio?",
    is_configured: "flag",
  },
});

export const unitEconomics = defineMart({
  name: "unit_economics",
  title: "Unit economics",
  definition:
    "Per segment over the last 12 complete months: CAC, ARPA, margin, payback = CAC / (ARPA of new customers x margin), LTV paid to date and expected, LTV:CAC = LTV expected / CAC.",
  unit: "money, months",
  caveat:
    "LTV expected = ARPA x margin x area under the survival curve within the horizon, or by ltv.formula ARPA / churn without margin; after the curve's last age the last survival is held, which flatters. LTV paid = what customers ever won have paid on average, before any cost. Margin is the company's; so is the CAC of a segment without costs of its own.",
  columns: {
    dimension: "text",
    segment: "text",
    customers: "count",
    new_customers: "count",
    cac: "money?",
    is_cac_own: "flag",
    arpa: "money?",
    arpa_new: "money?",
    margin: "ratio?",
    monthly_churn: "ratio?",
    payback_months: "ratio?",
    expected_months: "ratio?",
    is_extrapolated: "flag",
    ltv_expected: "money?",
    ltv_paid: "money?",
    ltv_paid_with_referrals: "money?",
    ltv_simple: "money?",
    ltv_cac: "ratio?",
  },
});

export const customerCash = defineMart({
  name: "customer_cash",
  title: "Cash from one customer, measured",
  definition:
    "Average over customers of cumulative margin - CAC of their start month, by completed months of age; those who left stay in the average.",
  unit: "money per customer",
  caveat:
    "Segments: customers who started 24 months and more before the as-of day, ages 0 to 24. Cohorts (quarters such as 2025-Q1): only ages that every member has reached. A month's MRR is paid at its start, or with cash.basis cash each payment of recurring lines counts when it is billed; margin of the newest 12 complete months throughout. Customers whose CAC is unknown are left out.",
  columns: {
    dimension: "text",
    segment: "text",
    age: "count",
    customers: "count",
    cac: "money",
    cumulative_cash: "money",
  },
});

export const fleetCash = defineMart({
  name: "fleet_cash",
  title: "Cash from all customers, measured",
  definition:
    "Cumulative margin of all customers - marketing and sales cost, by month; its lowest point is the cash that growth needed.",
  unit: "money",
  caveat:
    "From the first month with recurring revenue, or that of data_from where it is later: what came and went before is left out. MRR at the month's end x margin of the newest 12 complete months throughout; cost in the month in which it is spent, whatever cac.lag_months; cost before the first month counts in it. By tier or channel only where every marketing and sales cost carries it. A month without a cost row counts as one without spending.",
  columns: {
    dimension: "text",
    segment: "text",
    month: "day",
    new_customers: "count",
    customers: "count",
    margin_paid: "money",
    cost: "money",
    cumulative_cash: "money",
    is_trough: "flag",
  },
});

export const cohortPayback = defineMart({
  name: "cohort_payback",
  title: "Payback by cohort",
  definition:
    "First month of age in which the cohort's average cumulative margin is above its CAC, and the share of its customers who left before paying back their own CAC.",
  unit: "months",
  caveat:
    "Recovered share = average margin / CAC at the age that every member has reached. Customers whose CAC is unknown are left out.",
  columns: {
    cohort: "day",
    customers: "count",
    reached_age: "count",
    cac: "money?",
    payback_age: "count?",
    recovered_share: "ratio?",
    left_before: "count",
    left_before_share: "ratio",
    unrecovered_cac: "money",
  },
});

export const cohortPaybackBySegment = defineMart({
  name: "cohort_payback_by_segment",
  title: "Payback by cohort of the segments",
  definition:
    "First month of age in which the average cumulative margin of a cohort's customers of a segment is above their CAC.",
  unit: "months",
  caveat:
    "CAC is that of each customer's tier, or else channel, or else the company's, in the month of its start; margin is the company's. Recovered share = average margin / CAC at the age that every one of them has reached. Customers whose CAC is unknown are left out.",
  columns: {
    dimension: "text",
    segment: "text",
    cohort: "day",
    customers: "count",
    reached_age: "count",
    cac: "money?",
    payback_age: "count?",
    recovered_share: "ratio?",
  },
});

export const leftBeforePayback = defineMart({
  name: "left_before_payback",
  title: "Left before paying back",
  definition:
    "Customers who churned for the first time before their cumulative margin covered their CAC, and the CAC they left unrecovered.",
  unit: "share of customers",
  caveat:
    "Share of all customers ever won whose CAC is known, the young ones included, so it can only rise with age. Those who came back later had left all the same. Break-even = first month above 0 of the modelled curve of a customer who stays, within 120 months; lost by break-even = gone before the payment of that month, 1 - S(month - 1); unknown where the churn curve ends before.",
  columns: {
    dimension: "text",
    segment: "text",
    customers: "count",
    churned: "count",
    left_before: "count",
    left_before_share: "ratio",
    unrecovered_cac: "money",
    break_even_month: "count?",
    lost_by_break_even: "ratio?",
  },
});
