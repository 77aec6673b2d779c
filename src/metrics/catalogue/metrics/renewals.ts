import type { MetricSpec } from "../../metric.ts";
import type { MetricSettings } from "../../runner.ts";
import { ofMonthEnds, pastGrace, withinGrace } from "./rules.ts";
import { houseRule, sources, vendorRules } from "./vendors.ts";

/** By quarter: a month of a small company has too few terms that end. */
const quarterly = {
  theme: "retention",
  unit: "share",
  direction: "up",
  mart: "renewalRates",
  where: { unit: "quarter", is_complete: true },
  time: { column: "period", every: "quarter" },
  vendors: [],
  unknown: (rules) => `No quarter has terms that have all been ${pastGrace(rules)}.`,
} as const satisfies Partial<MetricSpec>;

const event = (rules: MetricSettings) =>
  rules.graceDays === 0
    ? "A renewal is of an account and the end of a term: its recurring lines that end on one day."
    : `A renewal is of an account and the end of a term: its recurring lines that end ${withinGrace(rules)} of each other.`;
const open = (rules: MetricSettings) =>
  `Of the newest quarter in which every term has been ${pastGrace(rules)}; lines that run on are in neither side.`;

const thatAwait = ({ graceDays }: MetricSettings) =>
  graceDays === 0
    ? "that await renewal: none, since there is no grace after a term"
    : `whose last term ended fewer than ${graceDays} ${graceDays === 1 ? "day" : "days"} before the newest day and that neither renewed nor gave notice`;

const awaiting = {
  theme: "retention",
  direction: "down",
  mart: "awaitingRenewalBySegment",
  notInputs: ofMonthEnds,
  vendors: vendorRules.gap,
  source: houseRule,
  caveats: [
    "They are customers still, and their MRR counts: it is lost on the day after their last term once the grace is over without another.",
    "Accounts listed one by one, each with its last day, are in the table awaiting_renewal.",
  ],
  unknown: "The company has no account.",
} as const satisfies Partial<MetricSpec>;

export const renewals: readonly MetricSpec[] = [
  {
    ...quarterly,
    id: "renewal_rate",
    title: "Renewal rate by count",
    short: "Renewal rate",
    definition: (rules) =>
      `Of the terms that ended in the quarter, the share followed by another ${withinGrace(rules)}; at most 100%.`,
    formula: "Renewal rate = terms renewed / terms that ended",
    column: "renewal_rate",
    caveats: [event, open],
    source: sources.murray("contracts renewed / contracts that were up for renewal"),
  },
  {
    ...quarterly,
    id: "renewal_rate_amount",
    title: "Renewal rate by amount, pure",
    short: "Renewal rate, pure",
    definition:
      "Of the ARR that ended in the quarter, the share renewed, what was bought more left out.",
    formula: "Renewal rate = sum of min(renewed ARR, expiring ARR) / expiring ARR",
    column: "pure_rate",
    caveats: [event, open],
    source: `House rule, after ${sources.murray("the amount renewed / the amount up for renewal")}`,
  },
  {
    ...quarterly,
    id: "renewal_rate_expanded",
    title: "Renewal rate by amount, with expansion",
    short: "Renewal rate, expanded",
    definition: "ARR renewed with all that was bought more, as a share of the ARR that ended.",
    formula: "Renewal rate = renewed ARR / expiring ARR",
    column: "expanded_rate",
    caveats: ["Can pass 100% when customers buy more.", event, open],
    source: sources.murray("the amount renewed / the amount up for renewal"),
  },
  {
    ...awaiting,
    id: "awaiting_arr",
    title: "ARR awaiting renewal",
    short: "Awaiting renewal",
    definition: (rules) => `ARR of the accounts ${thatAwait(rules)}.`,
    formula: "ARR awaiting renewal = 12 x MRR of the last terms of the accounts that await renewal",
    unit: "money",
    column: "arr",
  },
  {
    ...awaiting,
    id: "awaiting_accounts",
    title: "Accounts awaiting renewal",
    short: "Accounts awaiting",
    definition: (rules) => `Accounts ${thatAwait(rules)}.`,
    formula:
      "Accounts awaiting renewal = number of accounts past their last term, within the grace, without notice",
    unit: "count",
    column: "accounts",
  },
];
