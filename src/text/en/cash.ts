import { upfront } from "./cash/upfront.ts";
import { plural, sentence } from "./site.ts";

/** What a scenario comes to; months are null where the money is not back within 10 years. */
interface WhatIfOutcome {
  trough: { depth: number };
  breakEven: number | null;
  points: readonly { cash: number }[];
}

interface MoneyFormats {
  money: (amount: number) => string;
}

export const cash = {
  name: "Cash flow",
  lead: "What a customer costs, what it brings, and how deep growth digs before it pays.",
  finding: (cac: string, ratio: string, isHealthy: boolean, threshold: string) =>
    `A new customer costs ${cac} and is expected to bring back ${ratio} that, ${isHealthy ? "above" : "under"} the ${threshold} that counts as healthy`,
  unknown: "Cash flow cannot be told without costs and a gross margin",
  what: "Acquisition cost, margin and break-even",
  noModel:
    "The break-even curves cannot be drawn: they need a new customer, an acquisition cost and a gross margin in the last 12 complete months.",
  noModelRemedy:
    "Look in costs for marketing, sales and service amounts of these months, and in contracts for first lines that start in them; margin.gross can stand in for service costs.",
  customerMeasure: (currency: string) => `Cumulative cash from one average customer, ${currency}`,
  customerFinding: (month: number) =>
    `A customer who stays has paid back its acquisition cost in month ${month}`,
  customerBoth: (stays: number, leaves: number) =>
    `A customer pays back in month ${stays} if it stays, in month ${leaves} as customers really leave`,
  customerNever: (stays: number) =>
    `A customer who stays pays back in month ${stays}; as customers really leave, the average one does not within 10 years`,
  customerNeverEver: (stays: number) =>
    `A customer who stays pays back in month ${stays}; at today's churn the average one never does`,
  neverAtAll: "At this margin a customer never pays back its acquisition cost",
  customerFacts: (cac: string, arpa: string, margin: string, asOf: string) =>
    `CAC ${cac}, ${arpa} a month from a new customer, gross margin ${margin} (12 months). As of ${asOf}.`,
  measuredFacts: (customers: string, count: number) =>
    `Measured: ${customers} ${plural(count, "customer")} who started 24 months ago or earlier.`,
  cohortFacts: "Thin: the newest quarterly cohorts that are a year old, measured.",
  /** Under a filter of one segment. */
  cohortsUntold: "No curves by cohort: those within one segment do not come with the page.",
  pay: "Customers pay",
  monthly: "by the month",
  yearly: "a year upfront",
  upfront: (name: string) => `${name}, a year upfront`,
  paidUpfront: upfront,
  /** @param forGood From when on it stays there, within 10 years. */
  yearlyBack: (month: number, forGood: number | null) =>
    forGood === month
      ? `Paid a year upfront, it would be above zero from month ${month} on, as they leave.`
      : forGood === null
        ? `Paid a year upfront, it would first be above zero in month ${month}, as they leave, and below it again at the end of 10 years.`
        : `Paid a year upfront, it would first be above zero in month ${month}, as they leave, and for good from month ${forGood} on.`,
  yearlyStays: (month: number) =>
    `Paid a year upfront, it would first be above zero in month ${month} if it stays, and not within 10 years as they leave.`,
  yearlyNever: "Paid a year upfront, it would not be above zero within 10 years either.",
  measuredNone: "No measured line: no customer started 24 months ago yet.",
  customerCaveat:
    "Modelled lines: CAC in month 0, a payment a month from month 1. Beyond the data's last age the last survival is held.",
  customerModel:
    "The measured line is the first query, those of cohorts the next. The others are modelled from cac, arpa_new, margin and survival: minus cac in month 0, then arpa_new x margin in month k, times survival at age k - 1 as they leave. A year upfront: 12 x arpa_new in months 1, 13, 25 and so on, the cost of service, arpa_new x (1 - margin), by the month.",
  stays: "if it stays",
  leaves: "as they leave",
  measured: "measured",
  fleetMeasure: (currency: string) =>
    `Modelled cumulative cash of winning the same number of customers every month, ${currency}`,
  fleetModel:
    "Modelled from the rows of these queries: a month pays cac for its newcomers and receives arpa_new x margin x survival from every month's newcomers so far, their own included; all times the speed. As now: new_customers / 12, to two digits below 10, whole from there. A year upfront: each pays 12 x arpa_new in its months 1, 13, 25 and so on, and costs arpa_new x (1 - margin) by the month.",
  fleetFinding: (
    now: { count: number; pace: string },
    depth: string,
    other: string,
    otherDepth: string,
  ) =>
    `Winning ${now.pace} ${plural(now.count, "customer")} a month, as now, takes ${depth} before it turns; ${other} would take ${otherDepth}`,
  fleetNever: "At today's churn, margin and CAC a growing company never earns its money back",
  fleetLate:
    "At today's churn, margin and CAC a growing company does not earn its money back within 10 years",
  asNow: (pace: string) => `${pace}, as now`,
  fleetHidden: "Lines so slow that they would lie on zero are in the table only.",
  fleetYearly: (depth: string, month: number, breakEven: number) =>
    `Paid a year upfront, growth as now would take ${depth}, deepest in month ${month}, back in month ${breakEven}.`,
  fleetYearlyAtOnce: "Paid a year upfront, growth as now would never be below zero.",
  fleetYearlyNever: "Paid a year upfront, it would not be back above zero within 10 years either.",
  fleetFacts: (trough: number, breakEven: number | null, asOf: string) =>
    breakEven === null
      ? `Deepest in month ${trough}; not back above zero within 10 years. As of ${asOf}.`
      : `Deepest in month ${trough}, back above zero in month ${breakEven}, at every speed. As of ${asOf}.`,
  fleetNeverFacts: (asOf: string) => `Not back above zero within 10 years. As of ${asOf}.`,
  fleetNeverCaveat: "Each customer follows the curve above with the measured churn; no fixed cost.",
  fleetCaveat:
    "Each customer follows the curve above with the measured churn; no fixed cost. The depth is the cash to fund.",
  mapMeasure: "Modelled month in which a customer has paid back, by acquisition cost and churn",
  mapFinding: (cac: string, churn: string, month: number) =>
    `At ${cac} to win a customer and ${churn} churn a month, payback comes in month ${month}`,
  mapNever: (cac: string, churn: string) =>
    `At ${cac} to win a customer and ${churn} churn a month, payback does not come within 10 years`,
  mapFacts: (lost: number, cells: number, asOf: string) =>
    lost === 0
      ? `It comes in every case shown. As of ${asOf}.`
      : `In ${lost} of the ${cells} cases shown it does not come within 10 years. As of ${asOf}.`,
  mapCaveat:
    "Price and margin as they are. At another churn the measured curve is bent as a whole, so that its steps at renewals stay.",
  mapModel:
    "Modelled from the rows of these queries: the curve of one customer above, with another cac, and with survival to the power of ln(1 - churn) / ln(1 - monthly_churn).",
  mapChart: {
    cac: "acquisition cost",
    churn: "churn a month",
    never: "–",
    neverMeans: "not within 10 years",
    today: "framed: today",
  },
  levers: {
    cac: (by: string) => `acquisition cost ${by} lower`,
    price: (by: string) => `price ${by} higher`,
    service: (by: string) => `cost of service ${by} lower`,
    churn: (by: string) => `churn ${by} lower`,
  } satisfies Record<string, (by: string) => string>,
  leverMeasure: "Modelled months that break-even comes sooner when one thing alone gets better",
  leverFinding: (lever: string, sooner: string) =>
    sentence(`${lever} would bring break-even ${sooner} months forward, more than anything else`),
  leverNone: (by: string) => `No lever alone, ${by} better, brings break-even within 10 years`,
  leverFacts: (asOf: string) =>
    `One customer, as customers really leave; within a month cash moves in a straight line. As of ${asOf}.`,
  leverCaveat: "The higher price is assumed to cost no customer, and no more to serve.",
  leverModel:
    "Modelled from the rows of these queries: the curve of one customer above with one of its inputs moved, to the part of a month in which it crosses zero.",
  leverChart: {
    axis: "months sooner",
    sooner: (sooner: string, months: string) => `${sooner}, after ${months}`,
    reaches: (months: string) => `after ${months}`,
    never: "not within 10 years",
  },
  paybackMeasure: "Month of age in which a quarter's new customers had paid back their CAC",
  paybackFinding: (paid: number, total: number, month: string) =>
    `${paid} of ${total} ${plural(total, "cohort")} have paid back, typically in month ${month}`,
  paybackNone: "No cohort has paid back its acquisition cost yet",
  paybackFacts: (customers: string, asOf: string) =>
    `${customers} customers, all whose acquisition cost is known. As of ${asOf}.`,
  paybackCaveat:
    "Measured: margin of what each customer paid, those who left included. Hatched: not paid back yet, with the share recovered.",
  /** @param months Horizon, where the formula has one. */
  ltvMeasure: (months: number | undefined) =>
    months === undefined
      ? "Expected lifetime value per unit of CAC"
      : `Expected lifetime value within ${months} months per unit of CAC`,
  ltvSegments: (best: string, bestRatio: string, worst: string, worstRatio: string) =>
    sentence(`${best} customers bring back ${bestRatio} their CAC, ${worst} ${worstRatio}`),
  ltvOne: (ratio: string) => `A customer brings back ${ratio} its CAC`,
  loss: (margin: string) =>
    `At a gross margin of ${margin} every customer costs more than it brings`,
  ltvThreshold: (threshold: string) => `healthy from ${threshold}`,
  ltvFacts: (customers: string, asOf: string) => `${customers} customers. As of ${asOf}.`,
  ltvShared:
    "CAC of every segment is the whole company's: the costs do not say which segment they were for.",
  ltvCaveat: "1 is break-even.",
  ltvExtrapolated:
    "The churn curve ends before the horizon; its last survival is held, which flatters.",
  ltvNone: "LTV:CAC cannot be told: it needs costs and a margin",
  customerChart: {
    age: "months since start",
    breakEven: (month: number) => `month ${month}`,
  },
  fleetChart: {
    month: "months since the first sale",
    pace: (count: number) => `${count} a month`,
    trough: (depth: string) => `${depth} to fund`,
    troughMonth: (month: number) => `deepest in month ${month}`,
    breakEven: (month: number) => `break-even month ${month}`,
  },
  paybackChart: {
    axis: "months to pay back",
    open: "months so far, not paid back yet",
    paidBack: (months: number) => `${months} ${plural(months, "month")}`,
    back: (share: string, months: number) =>
      months === 0 ? "just started" : `${share} back after ${months} ${plural(months, "month")}`,
    unknown: "cost not known",
  },
  whatIf: {
    model:
      "Today's fields are of the rows of these queries; customers a month are new_customers / 12, to two digits below 10, whole from there. The curve is modelled as that of winning the same number every month.",
    measure: "What if: modelled cumulative cash of a company that starts with no customer",
    finding: ({ trough, breakEven, points }: WhatIfOutcome, { money }: MoneyFormats) => {
      if (breakEven === null) return "Growth as set never earns its money back within 10 years";
      if (points.every(({ cash }) => cash === 0)) {
        return "As set nothing is spent and nothing comes in";
      }
      if (trough.depth === 0) return "Growth as set pays for itself from the first month";
      return `Growth as set takes ${money(trough.depth)} to fund and is back above zero in month ${breakEven}`;
    },
    fields: {
      cac: "Acquisition cost of a customer",
      price: "Price: revenue of a new customer in a month",
      margin: "Gross margin, %",
      monthlyChurn: "Churn a month, %",
      customersPerMonth: "New customers a month",
      fixedMonthlyCost: "Fixed cost a month",
    },
    yearly: "Customers pay a year up front",
    name: "Name of the scenario",
    keep: "Keep to compare",
    reset: "Reset to today",
    today: "today",
    draft: "scenario",
    nameless: (place: number) => `scenario ${place}`,
    columns: {
      scenario: "Scenario",
      customer: "A customer pays back in month",
      trough: "Deepest month",
      depth: "Cash to fund",
      breakEven: "Break-even month",
    },
    never: "never",
    endless: "no end",
    facts: (asOf: string) =>
      `Starts from the company as it is; as many new customers a month as in the last 12. As of ${asOf}.`,
    factsOfSegments: (asOf: string) =>
      `Starts from these customers as they are; as many new ones a month as in the last 12. As of ${asOf}.`,
    modelOnly: "A model, not a forecast. At another churn the measured curve is bent as a whole.",
    link: "What you set is in the address of the page, for a link.",
  },
  columns: {
    month: "Month",
    cohort: "Cohort",
    customers: "Customers",
    cac: "CAC",
    payback: "Paid back in month",
    recovered: "Recovered",
    notYet: "not yet",
    segment: "Segment",
    arpa: "ARPA",
    margin: "Margin",
    months: "Expected months",
    ltv: "LTV expected",
    paid: "LTV paid",
    ratio: "LTV:CAC",
    speed: "New customers a month",
    trough: "Deepest month",
    depth: "Cash to fund",
    breakEven: "Break-even month",
    lever: "Lever",
    sooner: "Months sooner",
    after: "Break-even after months",
    never: "never",
    endless: "no end",
  },
} as const;
