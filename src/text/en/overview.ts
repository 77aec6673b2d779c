import { plural } from "./site.ts";

/** Names and one-line definitions of the headline metrics. */
interface HeadlineWords {
  name: string;
  short: string;
  what: string;
  note?: string;
}

export const headline = {
  nrr: {
    name: "Net revenue retention",
    short: "NRR",
    what: "what the customers of a year ago pay now, as a share of what they paid then",
  },
  grr: {
    name: "Gross revenue retention",
    short: "GRR",
    what: "the same with every customer capped at what it paid then",
  },
  arr: { name: "Annual recurring revenue", short: "ARR", what: "12 x MRR at month end" },
  tcv: {
    name: "Total contract value",
    short: "TCV, 12 months",
    what: "signed in the last 12 months; not income",
    note: "not income",
  },
  ltv: {
    name: "Lifetime value",
    short: "LTV, expected",
    what: "margin a customer is expected to bring within the horizon",
  },
  cac: {
    name: "Customer acquisition cost",
    short: "CAC, 12 months",
    what: "marketing and sales cost per new customer",
  },
  churn: {
    name: "Customer churn",
    short: "Churn, 12 months",
    what: "of the customers of a year ago, the share that is gone",
  },
  ltv_cac: {
    name: "LTV to CAC",
    short: "LTV:CAC",
    what: "expected lifetime value per unit of CAC",
  },
  nps: { name: "Net promoter score", short: "NPS", what: "latest wave" },
} satisfies Readonly<Record<string, HeadlineWords>>;

export interface Move {
  /** Formatted size of the change, without a sign. */
  by: string;
  direction: "up" | "down" | "flat";
}

/** "2025 target" where the target is of a period, "target" where the configuration gives one for all. */
const targetOf = (period: string) => (period === "" ? "target" : `${period} target`);
const limitOf = (period: string) => (period === "" ? "limit" : `${period} limit`);
const during = (period: string) => (period === "" ? "" : ` for ${period}`);

const moved = (move: Move) =>
  move.direction === "flat" ? "unchanged" : `${move.direction} ${move.by}`;

/** How far ARR moved in a quarter, without a sign. */
interface QuarterMove {
  label: string;
  by: string;
  isLoss: boolean;
}

const quarterMove = ({ by, isLoss }: QuarterMove) => `ARR ${isLoss ? "fell" : "grew"} by ${by}`;

export const overview = {
  name: "Overview",
  starMet: (name: string, value: string, target: string, period: string) =>
    `${name} is ${value}, on its ${targetOf(period)} of ${target}`,
  starMissed: (name: string, value: string, gap: string, target: string, period: string) =>
    `${name} is ${value}, ${gap} short of its ${targetOf(period)} of ${target}`,
  starOver: (name: string, value: string, gap: string, target: string, period: string) =>
    `${name} is ${value}, ${gap} above the ${limitOf(period)} of ${target}`,
  starMoved: (name: string, value: string, move: Move) =>
    `${name} is ${value}, ${moved(move)} in a year`,
  starPlain: (name: string, value: string) => `${name} is ${value}`,
  starUnknown: (name: string, reason: string) => `${name} cannot be told: ${reason}`,
  lead: (company: string, month: string, isComplete: boolean) =>
    isComplete
      ? `${company}, ${month}, the newest complete month.`
      : `${company}, ${month} so far.`,
  verdict: (isMet: boolean, target: string, period: string) =>
    isMet ? `On target: ${target}${during(period)}` : `Off target: ${target}${during(period)}`,
  change: (move: Move) => `${moved(move)} on a year ago`,
  newest: "newest month only",
  ltvWhat: {
    survival: headline.ltv.what,
    trailing_churn: "revenue a customer is expected to bring: ARPA / mean churn of six months",
    churn: "revenue a customer is expected to bring: ARPA / churn of the month",
  },
  target: (isMet: boolean, isOver: boolean, target: string, period: string) => {
    if (isMet) return `meets the ${targetOf(period)} of ${target}`;
    return isOver
      ? `missed the ${targetOf(period)} of ${target}`
      : `behind the ${targetOf(period)} of ${target} so far`;
  },
  healthy: (threshold: string) => `healthy above ${threshold}`,
  extrapolated: "survival beyond the data held flat",
  changeOfWave: (move: Move, before: string, isReal: boolean) =>
    isReal ? `${moved(move)} on ${before}` : `${moved(move)} on ${before}, within chance`,
  targetLabel: (target: string) => `target ${target}`,
  noValue: "not known",
  unknownWhy: {
    costs: "needs costs",
    shared: "the costs do not say for whom they are; Cash flow reckons with the nearest known",
    surveys: "needs surveys",
    answers: "needs eligible answers",
    history: "needs 12 complete months",
    customers: "no customer a year ago",
  },
  scorecard: "Scorecard",
  scoreFacts: (customers: string, count: number, month: string, asOf: string) =>
    `${customers} ${plural(count, "customer")} at the end of ${month}, the newest complete month; changes are against a year before. As of ${asOf}.`,
  scorecardTable: "Scorecard as a table",
  scorecardMeasure: "Headline metrics: newest value, a year before, and target",
  byMonth: (name: string) => `${name} by month`,
  arrMeasure: (currency: string) => `ARR at month end, ${currency}`,
  arrFinding: (arr: string, move: Move | undefined, month: string) =>
    move ? `ARR is ${arr} in ${month}, ${moved(move)} in a year` : `ARR is ${arr} in ${month}`,
  arrFacts: (customers: string, count: number, asOf: string) =>
    `${customers} ${plural(count, "customer")}. As of ${asOf}.`,
  arrCaveat: "12 x the MRR live on the last day of the month. Part months are not prorated.",
  running: (value: string) => `${value} so far`,
  runningMonth: "The running month is drawn dashed.",
  drivers: {
    new: "new customers",
    reactivation: "returning customers",
    expansion: "expansion",
    contraction: "contraction",
    churn: "churn",
    fx: "exchange rates",
  },
  concentrationMeasure: (month: string) =>
    `Concentration: share of ARR that the largest customers pay, end of ${month}`,
  concentrationFinding: (share: string, most: string, all: string, count: number) =>
    `The largest 20% of customers pay ${share} of ARR; ${most} of ${all} ${plural(count, "customer")} make 80% of it`,
  concentrationBefore: (share: string) => `A year before, the largest 20% paid ${share}.`,
  concentrationCaveat:
    "Groups are rounded up to whole customers: the largest 1% is one customer at least.",
  concentrationEven: "line: if all paid the same",
  concentrationRows: {
    share_of_1: "largest 1%",
    share_of_5: "largest 5%",
    share_of_20: "largest 20%",
    customers_of_80: "customers that make 80% of ARR",
    customers_of_80_share: "the same as a share of all customers",
  },
  concentrationColumns: { group: "Customers" },
  quartersMeasure: (currency: string) => `ARR by quarter and what moved it, ${currency}`,
  quartersFinding: (newest: QuarterMove, before: QuarterMove | undefined) =>
    before
      ? `${quarterMove(newest)} in ${newest.label}; in ${before.label} it ${before.isLoss ? "fell" : "grew"} by ${before.by}`
      : `${quarterMove(newest)} in ${newest.label}`,
  quartersYoung: "No quarter is complete yet",
  quartersFacts: (asOf: string) =>
    `ARR and customers at the end of the quarter; NRR, GRR and churned customers over the year before it, empty where no customer is a year old. As of ${asOf}.`,
  quartersRunning: (month: string) =>
    `The newest quarter is still running: it holds what is known to the end of ${month}.`,
  quartersCaveat:
    "Movements of ARR are 12 x the MRR movements of the months; with net new they lead from one quarter's ARR to the next.",
  quarterColumns: {
    quarter: "Quarter",
    state: "State",
    complete: "complete",
    running: "so far",
    arr: "ARR at end",
    net: "Net new",
    new: "New",
    reactivation: "Returned",
    expansion: "Expansion",
    contraction: "Contraction",
    churn: "Churn",
    fx: "Currency",
    customers: "Customers",
    nrr: "NRR",
    grr: "GRR",
    logoChurn: "Customer churn",
  },
  bridgeMeasure: (month: string, currency: string) =>
    `MRR movements of ${month}, ${currency} a month`,
  bridgeGrew: (by: string, month: string, driver: string) =>
    `MRR grew by ${by} in ${month}, most of it from ${driver}`,
  bridgeShrank: (by: string, month: string, driver: string) =>
    `MRR fell by ${by} in ${month}, most of it by ${driver}`,
  bridgeFlat: (month: string) => `MRR did not move in ${month}`,
  bridgeFacts: (fresh: string, lost: string, asOf: string) =>
    `New customers: ${fresh}; churned: ${lost}. As of ${asOf}.`,
  bridgeAwaiting: (customers: string, count: number, mrr: string, days: number) =>
    `${customers} ${plural(count, "customer")} with ${mrr} of MRR ${plural(count, "is", "are")} past the end of a contract by less than ${days} ${plural(days, "day")}, without notice; ${plural(count, "it counts", "they count")} as live.`,
  bridgeCaveat: "Judged per account between two month ends.",
  steps: {
    start: "start",
    new: "new",
    reactivation: "reactivation",
    expansion: "expansion",
    contraction: "contraction",
    churn: "churn",
    fx: "currency",
    end: "end",
  },
  starFacts: (asOf: string) => `As of ${asOf}.`,
  starFactsOf: (customers: string, count: number, asOf: string) =>
    `${customers} ${plural(count, "customer")} of a year ago. As of ${asOf}.`,
  scoreColumns: { metric: "Metric", value: "Value", before: "A year ago", target: "Target" },
  columns: {
    month: "Month",
    mrr: "MRR",
    arr: "ARR",
    carr: "CARR",
    customers: "Customers",
    movement: "Movement",
  },
} as const;
