import { defineMart } from "../mart.ts";

export const cohortAccounts = defineMart({
  name: "cohort_accounts",
  title: "Accounts of the cohorts",
  definition:
    "Every account of a cohort: its start, when it first left, its MRR at start and at its last completed month of age, the ages at which it is live, and its segments.",
  unit: "money",
  caveat:
    "live_ages are runs of completed months: 0-12 is from 0 to 11, and runs that touch differ in MRR. left_age is of the first time an account left; who came back is live again.",
  columns: {
    account_id: "text",
    cohort: "day",
    started_on: "day",
    churned_on: "day?",
    left_age: "count?",
    last_age: "count",
    start_mrr: "money",
    mrr: "money",
    live_ages: "text",
    tier: "text",
    industry: "text",
    region: "text",
    fit: "text",
    plan: "text",
    channel: "text",
    owner: "text",
  },
});

const cells = {
  unit: "text",
  cohort: "day",
  age: "count",
  size: "count",
  reached: "count",
  live: "count",
  live_before: "count?",
  live_month_before: "count?",
  start_mrr: "money",
  mrr: "money",
  mrr_before: "money?",
  mrr_month_before: "money?",
  capped_mrr: "money",
  logo_retention: "ratio?",
  revenue_retention: "ratio?",
  gross_retention: "ratio?",
  is_complete: "flag",
} as const;

const complete =
  "A cell is complete only when every account of the cohort has reached the age; its shares are of the accounts that have, and start_mrr is theirs. live_before and mrr_before are those of three months before, live_month_before and mrr_month_before of one, of complete cells only.";

export const cohortRetention = defineMart({
  name: "cohort_retention",
  title: "Cohort triangle",
  definition:
    "Of the accounts that started in a month or quarter: how many are live, and how much they pay, each k months after its own start.",
  unit: "share of the cohort",
  caveat: complete,
  columns: cells,
});

export const cohortRetentionBySegment = defineMart({
  name: "cohort_retention_by_segment",
  title: "Cohort triangles of the segments",
  definition:
    "Of the accounts of a segment that started in a month or quarter: how many are live, and how much they pay, each k months after its own start.",
  unit: "share of the cohort",
  caveat: `${complete} By success manager there are quarters only: one manager wins too few customers in a month for a cohort of them.`,
  // What the triangles draw and metrics are read from; of 50,000 accounts all are 400,000 rows.
  reported: "unit = 'quarter' and age % 3 = 0",
  columns: {
    dimension: "text",
    segment: "text",
    ...cells,
  },
});
