import { listed, plural } from "./site.ts";

/** A forecast with the ends of its range. */
interface Expected {
  value: string;
  low: string;
  high: string;
}

/** What the board asks first: where the year leads, what moved, and how that compares. */
export const board = {
  summary: "In short",
  summaryMeasure: "What there is to know, each sentence computed",
  summarySentence: "Sentence",
  summaryFigure: "Its figure",
  summaryFacts: "Each sentence is the finding of a figure, under which its numbers stand.",
  bridgeMeasure: (span: string, currency: string) => `What moved ARR ${span}, ${currency}`,
  bridgeYear: (month: string) => `in the 12 months to ${month}`,
  bridgeSpan: (first: string, last: string) =>
    first === last ? `in ${last}` : `from ${first} to ${last}`,
  bridgeFinding: (move: string, span: string, gained: string, lost: string) =>
    `${move} ${span}: ${gained} came in and ${lost} went out`,
  bridgeMove: (by: string, isLoss: boolean) => `ARR ${isLoss ? "fell" : "grew"} by ${by}`,
  bridgeFacts: (fresh: string, lost: string, asOf: string) =>
    `New customers: ${fresh}; churned: ${lost}. As of ${asOf}.`,
  bridgeCaveat:
    "12 x the MRR movements of the months, so that a customer who came and went within the span is in both.",
  bridgeRates: "Exchange rates are in neither.",
  bridgeColumns: {
    movement: "Movement",
    year: (month: string) => `12 months to ${month}`,
    toDate: (first: string, last: string) => `${first} to ${last}`,
  },
  targetsWhat: "Targets",
  targetsMeasure: "Targets whose period is running or has just ended",
  targetsPace: (metric: string, { value, low, high }: Expected, day: string, share: string) =>
    `On the pace of the last six months ${metric} is expected at ${value} (${low} to ${high}) on ${day}, ${share} of its target`,
  targetsLevel: (metric: string, { value, low, high }: Expected, day: string, target: string) =>
    `If it stays as in the last six months ${metric} is expected at ${value} (${low} to ${high}) on ${day}; its target is ${target}`,
  targetsCount: (met: number, all: number) =>
    `${met} of ${all} ${plural(all, "target")} ${plural(all, "is", "are")} met so far`,
  targetsFacts: (month: string, asOf: string) =>
    `Now is the end of ${month}, the newest complete month; a limit (churn, CAC) is met from below. As of ${asOf}.`,
  targetsCaveat:
    "ARR is carried on at its mean monthly change of the last six months; other metrics are expected where they are. The range holds the end in 4 of 5 cases if the months left vary as the last six did, and numbers have the digits that it bears. No forecast of LTV, whose past is not kept, of NPS, which its next wave decides, nor before seven months are known.",
  targetsColumns: {
    metric: "Metric",
    period: "Period",
    target: "Target",
    now: "Now",
    attained: "Attained",
    outlook: "At the end",
    forecast: "Expected",
    low: "From",
    high: "To",
  },
  targetsHead: "bar: now; line: target; point: expected at the end, with its range",
  targetsNow: (now: string, target: string) => `${now}, target ${target}`,
  targetsExpected: (value: string, low: string, high: string) =>
    `expected ${value}, ${low} to ${high}`,
  outlook: { ahead: "on course", open: "within reach", behind: "off course" },
  met: (isMet: boolean, isOver: boolean) => {
    if (isOver) return isMet ? "met" : "missed";
    return isMet ? "met so far" : "not met so far";
  },
  alertsMeasure: (month: string) =>
    `Changes in ${month} against the usual range of monthly changes before it`,
  alertsNone: (month: string) => `Nothing moved beyond its usual month-to-month range in ${month}`,
  alertsFinding: (changes: readonly string[], month: string) =>
    `${listed(changes)} in ${month}, beyond the usual range`,
  alertsUnjudged: "Too few months are known to say what is a usual change",
  alertsMoved: (metric: string, isUp: boolean, value: string) =>
    `${metric} ${isUp ? "rose" : "fell"} to ${value}`,
  alertsFacts: (judged: number, most: number, asOf: string) =>
    `${judged} ${plural(judged, "metric")} judged by up to ${most} earlier monthly changes. As of ${asOf}.`,
  alertsCaveat:
    "A change is usual where it differs from the median of the earlier ones by 3 x 1.4826 x their median absolute deviation at most (Leys and others, 2013); told from 12 changes on. Some changes pass it by chance: about 1 in 90 where 36 are known, 1 in 25 where 12 are. A share moves by points, money by a share of the month before.",
  alertsColumns: {
    metric: "Metric",
    value: "Now",
    previous: "Month before",
    change: "Change",
    low: "Usual from",
    high: "to",
    verdict: "Verdict",
  },
  alertsHead: "band: usual range; point: the change; thin line: none",
  alertsChange: (change: string, value: string) => `${change}, now ${value}`,
  alertsUsual: (low: string, high: string) => `usual ${low} to ${high}`,
  verdicts: {
    usual: "usual",
    good: "beyond: better",
    bad: "beyond: worse",
    other: "beyond",
    few: "too few months",
    still: "hardly ever moves",
    unknown: "not known",
  },
} as const;
