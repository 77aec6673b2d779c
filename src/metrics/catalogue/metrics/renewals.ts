import type { MetricSpec } from "../../metric.ts";
import type { MetricSettings } from "../../runner.ts";
import { pastGrace, withinGrace } from "./rules.ts";
import { sources } from "./vendors.ts";

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
];
