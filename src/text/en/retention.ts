import { listed, plural } from "./site.ts";

export const retention = {
  name: "Retention",
  lead: "Who leaves, when, and whether they had paid back what it cost to win them.",
  leftWhat: "The share of customers who left before paying back",
  curveMeasure:
    "Share of customers who have left, by completed months since their start (Kaplan-Meier)",
  curveFinding: (share: string, month: number) =>
    `${share} of customers leave within ${month} months`,
  curveTwo: (share: string, month: number, later: string, laterMonth: number) =>
    `${share} of customers leave within ${month} months, ${later} within ${laterMonth}`,
  curveBreakEven: (share: string, month: number) =>
    `${share} of customers leave before month ${month}, their break-even`,
  curveEmpty: "There is no customer to follow yet",
  curveNone: "No customer has left yet",
  curveFew: (left: string, all: string) =>
    `${left} of ${all} customers have left; too few are observed for a curve`,
  segmentMeasure: (dimension: string) =>
    `Share of customers who have left, by ${dimension} and completed months since their start (Kaplan-Meier)`,
  segmentFinding: (
    worst: string,
    worstShare: string,
    best: string,
    bestShare: string,
    month: number,
  ) => `${worstShare} of ${worst} customers leave within ${month} months, ${bestShare} of ${best}`,
  segmentSame: (low: string, high: string, month: number) =>
    `No two of them differ beyond chance: ${low} to ${high} leave within ${month} months`,
  segmentYoung: "The segments are too young or too small to compare after a year",
  differ: (pairs: readonly string[]) =>
    pairs.length === 0
      ? "No two of them differ beyond chance (log-rank, Holm-corrected at 5%)."
      : `Different beyond chance (log-rank, Holm-corrected at 5%): ${listed(pairs)}.`,
  pair: (left: string, right: string) => `${left} from ${right}`,
  moneyLost: (lost: readonly string[]) =>
    lost.length === 0
      ? "None of them lost acquisition cost to customers who left before paying it back."
      : `Acquisition cost not recovered from customers who left before paying it back: ${listed(lost)}.`,
  lostOf: (segment: string, money: string) => `${money} of ${segment}`,
  curveFacts: (customers: string, count: number, left: string, asOf: string) =>
    `${customers} ${plural(count, "customer")}, ${left} left; band: 95% (log-log Greenwood). As of ${asOf}.`,
  median: (months: string) => `Half of the customers have left after ${months} months.`,
  medianNotReached: "Median lifetime: not reached.",
  curveTable: "Too few customers for a curve; the table has what is known.",
  curveCaveat: (grey: number, stop: number) =>
    `Customers still live count up to the as-of day only: a tick where some are no older. Grey under ${grey} at risk, where a band may run past the top; ended under ${stop}.`,
  hazardMeasure:
    "Hazard: share of those still at risk who left at each completed month since their start",
  hazardSpike: (month: string, share: string, times: string | undefined) =>
    times === undefined
      ? `Month ${month}: ${share} of those at risk left`
      : `Month ${month}: ${share} of those at risk left, ${times} times an ordinary month`,
  hazardNext: (month: string, share: string, times: string | undefined) =>
    times === undefined
      ? `; month ${month}: ${share}`
      : `; month ${month}: ${share}, ${times} times`,
  hazardOnly: ", and nobody in an ordinary month",
  hazardEven: (ordinary: string) =>
    `No month of age stands out: ${ordinary} of those at risk leave in a month`,
  hazardFew: (left: string, all: string) =>
    `${left} of ${all} customers have left; too few are observed to tell one month from another`,
  hazardFacts: (customers: string, count: number, left: string, asOf: string) =>
    `${customers} ${plural(count, "customer")}, ${left} left; the table has the 95% interval of each month (Wilson). As of ${asOf}.`,
  hazardOrdinary: (share: string) =>
    `In an ordinary month, one that does not stand out, ${share} of those at risk leave.`,
  hazardAll: (months: readonly string[]) => `Months that stand out: ${listed(months)}.`,
  hazardCaveat: (grey: number, stop: number) =>
    `A month is named where the share that leaves is above that of all other months together, beyond chance (Fisher's exact test, Holm-corrected at 5%). Grey under ${grey} at risk and never named, left out under ${stop}. Where contracts run a quarter or a year, customers can go only at their ends, which makes such spikes.`,
  hazardModel:
    "Times an ordinary month = the hazard of the month / that of all months that do not stand out.",
  hazard: {
    age: "months since start",
    spike: (month: string) => `month ${month}`,
    left: (left: string, atRisk: string) => `${left} of ${atRisk} left`,
  },
  horizonMeasure:
    "Share of customers still there after so many completed months since their start (Kaplan-Meier)",
  horizonFinding: (told: readonly (readonly [share: string, months: number])[]) => {
    const [first, ...others] = told.map(([share, months], index) =>
      index === 0
        ? `${share} of customers are still there after ${months} months`
        : `${share} after ${months}`,
    );
    return [first, ...others].join(", ");
  },
  horizonYoung: "Too few customers have been followed for three months or more to say who stays",
  horizonFacts: (customers: string, count: number, asOf: string) =>
    `${customers} ${plural(count, "customer")}; band: 95% (log-log Greenwood), none where nobody has left. As of ${asOf}.`,
  horizonCaveat: (grey: number) =>
    `At risk: customers followed up to that age; younger ones count for the ages they have reached. Grey under ${grey} at risk.`,
  notReached: "not reached yet",
  logoMeasure: "Customers kept, by quarter of start and months since each customer's own start",
  logoFinding: (share: string, age: number) =>
    `Of all customers old enough, ${share} are still there after ${age} months`,
  revenueMeasure:
    "MRR kept of that at start, by quarter of start and months since each customer's own start",
  revenueFinding: (share: string, age: number) =>
    `A cohort pays ${share} of its first MRR after ${age} months`,
  logoHidden: "What was lost lies in cells that are not complete yet; complete ones lost nobody",
  revenueHidden:
    "What was lost lies in cells that are not complete yet; complete ones kept their MRR",
  logoYoung: "No cohort is old enough yet to compare customers",
  revenueYoung: "No cohort is old enough yet to compare revenue",
  triangleFacts: (cohorts: number, customers: string, asOf: string) =>
    `${cohorts} ${plural(cohorts, "cohort")}, ${customers} customers. As of ${asOf}.`,
  triangleCaveat:
    "Customers who came back count as kept here; the churn curve counts the first time they left.",
  triangleHatched:
    "Hatched: some of the cohort has not reached the age yet; never part of an average.",
  triangleBefore: "Against an earlier month: complete cells only.",
  opensCell:
    "A click on a cell (a second tap), or Enter where the arrow keys lead, lists its accounts.",
  slideOf: "A slide has room for every third month, against the start.",
  opensStep:
    "A click (a second tap), or Enter where the arrow keys lead, lists who left at that month.",
  opensNone: "Accounts are not published one by one, so none are listed.",
  accounts: {
    cohort: (live: string, reached: string, quarter: string, age: number) =>
      `${live} of ${reached} customers won in ${quarter} are there ${age} ${plural(age, "month")} after their start`,
    left: (count: string, number: number, age: number) =>
      `${count} ${plural(number, "customer")} left after ${age} completed ${plural(age, "month")}`,
    account: "Account",
    start: "Start",
    firstLeft: "First left",
    startMrr: "MRR at start",
    mrr: "Newest MRR",
    afterMonths: (age: number) => `After ${age} ${plural(age, "month")}`,
    there: "there",
    gone: "gone",
    younger: "not that old yet",
    copy: "Copy as a table",
    copied: "Copied",
    close: "Close",
    failed: "The accounts could not be fetched; try again once the network is back.",
  },
  cellsShow: "Cells show",
  columnsShow: "Columns",
  asFit: "as many as fit",
  everyMonth: "every month",
  ofBefore: { 1: "% of the month before", 3: "% of three months before" },
  logoCells: {
    start: "% of those won",
    amount: "customers",
  },
  revenueCells: (currency: string) => ({
    start: "% of MRR at start",
    amount: `MRR, ${currency}`,
  }),
  leftMeasure:
    "Customers who churned before their margin had paid back their acquisition cost, and the cost not recovered",
  /** @param isAll Whether the acquisition cost of every customer is known. */
  leftFinding: (share: string, money: string, isAll: boolean) =>
    `${share} of ${isAll ? "all customers" : "the customers whose cost is known"} left before paying back, and took ${money} of acquisition cost with them`,
  leftWorst: (segment: string, share: string) => `Worst: ${segment}, ${share}.`,
  leftNone: "No customer left before paying back its acquisition cost",
  leftFacts: (customers: string, count: number, asOf: string) =>
    `${customers} ${plural(count, "customer")} ever won. As of ${asOf}.`,
  leftPart: (customers: string, all: string, asOf: string) =>
    `${customers} of ${all} customers ever won: the acquisition cost of the others is not known. As of ${asOf}.`,
  leftCaveat:
    "Share of customers ever won, young ones included, so it can still rise; the churn curve corrects for them and reads higher.",
  by: (dimension: string) => `By ${dimension}`,
  unrecovered: (money: string) => `${money} not recovered`,
  chart: {
    age: "months since start",
    atRisk: "customers at risk",
    breakEven: (at: { month: number; segment?: string; lost?: string }) =>
      [
        at.segment === undefined
          ? `break-even month ${at.month}`
          : `${at.segment}: break-even month ${at.month}`,
        ...(at.lost === undefined ? [] : [`${at.lost} gone`]),
      ].join(", "),
    breakEvenPoint: (month: number) => `month ${month}`,
  },
  triangle: {
    age: "months since start",
    size: "won",
    pooled: "all",
    incomplete: "hatched: not every customer of the cohort is that old yet",
  },
  columns: {
    segment: "Segment",
    age: "Month",
    months: "Months",
    kept: "Still there",
    atRisk: "At risk",
    left: "Left at it",
    censored: "Live, no older",
    churn: "Left by it",
    hazard: "Hazard",
    lower: "95% from",
    upper: "to",
    cohort: "Cohort",
    size: "Customers",
    live: "Live",
    share: "Share",
    ofBefore: { 1: "Of the month before", 3: "Of three months before" },
    mrr: "MRR then",
    complete: "Complete",
    money: "Not recovered",
    breakEven: "Break-even month",
  },
  yes: "yes",
  no: "no",
} as const;
