import * as charts from "../../src/charts/index.ts";
import { bullets, ranges } from "./fixtures/board.ts";
import {
  cohortCash,
  customer,
  fleet,
  leavers,
  levers,
  map,
  paybacks,
  tiers,
} from "./fixtures/cash.ts";
import { tables } from "./fixtures/lineage.ts";
import { pairs, plain, segments, tierMonths } from "./fixtures/plain.ts";
import { cohortRows, hazards, survival } from "./fixtures/retention.ts";
import { everyMovement, growth, largest, movements, nrrMonths } from "./fixtures/revenue.ts";
import { renewed, roles, satisfied, scores, surveyEvents, waves } from "./fixtures/surveys.ts";

type Draw = (width: number, id?: string) => charts.Chart;

export const format = charts.makeFormats("en", "USD");

/** Sentences as a page would give them. */
export const text = {
  satisfaction: {
    question: (kind: string, touchpoint: string) => `${kind.toUpperCase()}, ${touchpoint}`,
    value: (share: number | null, mean: number | null) => `${100 * (share ?? 0)}%, mean ${mean}`,
    answers: (count: number) => `n ${count}`,
  },
  targets: { head: "bar: now; line: target; point: expected at the end, with its range" },
  alerts: { head: "band: usual range; point: the change; thin line: none" },
  arr: { running: (value: string) => `${value} so far` },
  bridge: {
    start: "Start",
    new: "New",
    reactivation: "Reactivation",
    expansion: "Expansion",
    contraction: "Contraction",
    churn: "Churn",
    fx: "Exchange rates",
    end: "End",
  },
  concentration: {
    customers: (count: number) => `n ${count}`,
    even: "line: if all paid the same",
  },
  trend: { target: (value: string) => `target ${value}` },
  triangle: {
    age: "months since start",
    size: "won",
    pooled: "all",
    incomplete: "hatched: not every customer of the cohort is that old yet",
  },
  churn: {
    age: "months since start",
    atRisk: "customers at risk",
    breakEven: ({ month, segment, lost }: { month: number; segment?: string; lost?: string }) =>
      `${segment ? `${segment}: ` : ""}break-even month ${month}${lost ? `, ${lost} gone` : ""}`,
    breakEvenPoint: (month: number) => `month ${month}`,
  },
  hazard: {
    age: "months since start",
    spike: (age: string) => `month ${age}`,
    left: (events: string, atRisk: string) => `${events} of ${atRisk} left`,
  },
  customer: { age: "months since start", breakEven: (month: number) => `month ${month}` },
  fleet: {
    month: "months since the first sale",
    pace: (count: number) => `${count} a month`,
    trough: (depth: string) => `${depth} to fund`,
    troughMonth: (month: number) => `deepest in month ${month}`,
    breakEven: (month: number) => `break-even month ${month}`,
  },
  payback: {
    axis: "months to pay back",
    paidBack: (count: number) => String(count),
    back: (share: string, count: number) => `${share} back after ${count}`,
    unknown: "no cost data",
  },
  map: {
    cac: "acquisition cost",
    churn: "churn a month",
    never: "–",
    neverMeans: "not within 10 years",
    today: "framed: today",
  },
  levers: {
    axis: "months sooner",
    sooner: (sooner: number, months: number) => `${sooner.toFixed(1)}, after ${months.toFixed(1)}`,
    reaches: (months: number) => `after ${months.toFixed(1)}`,
    never: "never",
  },
  ltv: {
    threshold: (value: string) => `healthy from ${value}`,
    customers: (count: number) => `n ${count}`,
    unknown: "no cost data",
  },
  left: {
    dimension: (dimension: string) => (dimension === "tier" ? "By importance" : "By fit"),
    customers: (count: number) => `n ${count}`,
    unrecovered: (amount: string) => `${amount} not recovered`,
  },
  waves: { answers: "answers" },
  groups: { promoters: "Promoters", passives: "Passives", detractors: "Detractors" },
  breakdown: {
    company: (score: string) => `company ${score}`,
    answers: (count: number) => `n ${count}`,
  },
  renewals: {
    classes: { promoter: "promoters", passive: "passives", detractor: "detractors" },
    renewed: (rate: string, count: string, terms: string) => `${rate} · ${count} of ${terms}`,
  },
} as const;

/** What every drawing shares; the id only where one is given. */
export const frame = (width: number, label: string, id?: string) => ({
  width,
  label,
  format,
  ...(id === undefined ? {} : { id }),
});

/** One drawing of each kind, from rows small enough to check by eye. */
export const gallery: Record<string, Draw> = {
  plainLine: (width, id) =>
    charts.plainChart(tierMonths, {
      ...frame(width, "mrr by month", id),
      ...plain("line", "time"),
    }),
  plainArea: (width, id) =>
    charts.plainChart(tierMonths, {
      ...frame(width, "mrr by month", id),
      ...plain("area", "time"),
    }),
  plainBars: (width, id) =>
    charts.plainChart(tierMonths, { ...frame(width, "mrr by month", id), ...plain("bar", "time") }),
  plainRows: (width, id) =>
    charts.plainChart(segments, {
      ...frame(width, "mrr by region", id),
      ...plain("bar", "name", { x: "region", y: "mrr" }),
    }),
  plainDots: (width, id) =>
    charts.plainChart(pairs, {
      ...frame(width, "seats by age", id),
      ...plain("dot", "number", { x: "age", y: "seats" }),
    }),
  arrOverTime: (width, id) =>
    charts.arrOverTime(growth, { ...frame(width, "ARR grew to $1.2M", id), text: text.arr }),
  arrWithEvents: (width, id) =>
    charts.arrOverTime(growth, {
      ...frame(width, "ARR grew to $1.2M", id),
      text: text.arr,
      events: [
        { day: "2023-04-01", label: "Price change", told: "Price change (Apr 2023)" },
        { day: "2024-10-14", label: "Outage of two days", told: "Outage of two days (Oct 2024)" },
        { day: "2025-02-03", label: "New product", told: "New product (Feb 2025)" },
      ],
    }),
  mrrBridge: (width, id) =>
    charts.mrrBridge(everyMovement, { ...frame(width, "MRR grew by 19%", id), text: text.bridge }),
  mrrBridgeCut: (width, id) =>
    charts.mrrBridge(movements({}), { ...frame(width, "MRR grew by 4%", id), text: text.bridge }),
  concentrationBars: (width, id) =>
    charts.concentrationBars(largest, {
      ...frame(width, "The largest 20% pay 64%", id),
      text: text.concentration,
    }),
  metricTrend: (width, id) =>
    charts.metricTrend(nrrMonths, {
      ...frame(width, "NRR is 103.1%, short of 105%", id),
      unit: "share",
      target: 1.05,
      text: text.trend,
    }),
  sparkline: (width, id) =>
    charts.sparkline(nrrMonths, frame(Math.round(width / 6), "NRR over a year", id)),
  cohortTriangle: (width, id) =>
    charts.cohortTriangle(cohortRows, {
      ...frame(width, "Half stay two years", id),
      measure: "logo_retention",
      text: text.triangle,
    }),
  cohortRevenue: (width, id) =>
    charts.cohortTriangle(cohortRows, {
      ...frame(width, "Those who stay pay more", id),
      measure: "revenue_retention",
      text: text.triangle,
    }),
  cohortsOfBefore: (width, id) =>
    charts.cohortTriangle(cohortRows, {
      ...frame(width, "Every year is a cliff", id),
      measure: "logo_retention",
      value: "before",
      text: text.triangle,
    }),
  cohortMoney: (width, id) =>
    charts.cohortTriangle(cohortRows, {
      ...frame(width, "The oldest pay the most", id),
      measure: "revenue_retention",
      value: "amount",
      text: text.triangle,
    }),
  churnCurves: (width, id) =>
    charts.churnCurves(survival, {
      ...frame(width, "Small customers leave early", id),
      breakEven: [
        { segment: "Small", month: 13 },
        { segment: "Enterprise", month: 17 },
      ],
      text: text.churn,
    }),
  churnOfFour: (width, id) =>
    charts.churnCurves(
      [
        ...survival,
        ...survival.flatMap((row) =>
          row.segment === "Enterprise" ? [{ ...row, segment: "Schools" }] : [],
        ),
      ].map((row) => (row.segment === "Schools" ? { ...row, survival: row.survival ** 0.5 } : row)),
      {
        ...frame(width, "Each has its break-even", id),
        breakEven: [
          { segment: "Small", month: 13 },
          { segment: "Enterprise", month: 17 },
          { segment: "Schools", month: 17 },
          { segment: "Strategic", month: 40 },
        ],
        text: text.churn,
      },
    ),
  churnCurve: (width, id) =>
    charts.churnCurves(
      survival.filter((row) => row.segment === "Small"),
      {
        ...frame(width, "A third leaves before month 13", id),
        breakEven: { month: 13 },
        text: text.churn,
      },
    ),
  hazardBars: (width, id) =>
    charts.hazardBars(hazards, {
      ...frame(width, "Month 12: 10.7% left", id),
      spikes: [12, 24],
      text: text.hazard,
    }),
  customerCash: (width, id) =>
    charts.customerCash(customer, {
      ...frame(width, "A customer pays back in month 13 to 16", id),
      text: text.customer,
    }),
  customerCohorts: (width, id) =>
    charts.customerCash(
      { ...customer, series: [...customer.series, ...cohortCash] },
      { ...frame(width, "The newest cohorts pay back later", id), text: text.customer },
    ),
  fleetCash: (width, id) =>
    charts.fleetCash(fleet, { ...frame(width, "Ten a month need $330K", id), text: text.fleet }),
  paybackByCohort: (width, id) =>
    charts.paybackByCohort(paybacks, {
      ...frame(width, "Payback takes longer", id),
      text: text.payback,
    }),
  paybackMap: (width, id) =>
    charts.paybackMap(
      map,
      { cac: 6000, monthlyChurn: 0.025 },
      { ...frame(width, "Paid back in month 15", id), text: text.map },
    ),
  leverBars: (width, id) =>
    charts.leverBars(levers, { ...frame(width, "Price moves it most", id), text: text.levers }),
  ltvCacBars: (width, id) =>
    charts.ltvCacBars(tiers, {
      ...frame(width, "Small customers are not worth it", id),
      threshold: 3,
      text: text.ltv,
    }),
  leftBeforeBars: (width, id) =>
    charts.leftBeforeBars(leavers, {
      ...frame(width, "59% of exploratory customers leave first", id),
      text: text.left,
    }),
  lineage: (width, id) =>
    charts.lineage(tables, {
      ...frame(width, "NRR stands on contracts and accounts", id),
      text: { note: "one row is one" },
    }),
  npsWaves: (width, id) =>
    charts.npsWaves(waves, { ...frame(width, "NPS fell to -3", id), text: text.waves }),
  scoreDistribution: (width, id) =>
    charts.scoreDistribution(scores, {
      ...frame(width, "More detractors than promoters", id),
      text: text.groups,
    }),
  npsShares: (width, id) =>
    charts.npsShares(waves, {
      ...frame(width, "Detractors doubled", id),
      events: surveyEvents,
      text: { ...text.groups, nps: "NPS", answers: (count: number) => `n ${count}` },
    }),
  npsBreakdown: (width, id) =>
    charts.npsBreakdown(roles, {
      ...frame(width, "Users pull the score down", id),
      company: -3.47,
      text: text.breakdown,
    }),
  npsDifferences: (width, id) =>
    charts.npsBreakdown(
      roles.map((row) => ({ ...row, isQuiet: row.segment !== "User" })),
      { ...frame(width, "Users differ from the rest", id), text: text.breakdown },
    ),
  targetBullets: (width, id) =>
    charts.targetBullets(bullets, { ...frame(width, "ARR is on course", id), text: text.targets }),
  usualRanges: (width, id) =>
    charts.usualRanges(ranges, {
      ...frame(width, "New customers beyond the usual", id),
      text: text.alerts,
    }),
  satisfactionBars: (width, id) =>
    charts.satisfactionBars(satisfied, {
      ...frame(width, "83% were satisfied", id),
      events: surveyEvents,
      text: text.satisfaction,
    }),
  renewalBars: (width, id) =>
    charts.renewalBars(renewed, {
      ...frame(width, "Detractors leave", id),
      text: text.renewals,
    }),
};
