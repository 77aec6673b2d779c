import type { MartName, MetricSpec } from "../../metric.ts";
import { acquisition } from "./acquisition.ts";
import { cash } from "./cash.ts";
import { concentration } from "./concentration.ts";
import { lifetimeValue } from "./lifetime-value.ts";
import { movements } from "./movements.ts";
import { payback } from "./payback.ts";
import { renewals } from "./renewals.ts";
import { retention } from "./retention.ts";
import { revenue } from "./revenue.ts";
import { surveys } from "./surveys.ts";
import { survival } from "./survival.ts";

/** Every metric, in the order in which the pages list them. */
export const metrics: readonly MetricSpec[] = [
  ...revenue,
  ...concentration,
  ...movements,
  ...retention,
  ...renewals,
  ...survival,
  ...acquisition,
  ...payback,
  ...cash,
  ...lifetimeValue,
  ...surveys,
];

/** Marts that no metric is read from, with what they are for. */
export const supportingMarts: { readonly [Mart in MartName]?: string } = {
  goalAttainment: "Targets of the metrics in headline_metrics.",
  awaitingRenewal: "Accounts past their last line by less than the grace, one by one.",
  cohortRetentionBySegment: "The triangles of the segments; the metrics are the company's.",
  survivalCurveByDay: "The churn curve by day; the metrics are read by month of age.",
  survivalDifferences: "Tests of all segments at once: a chi-square, not a value of the company.",
  satisfactionBySegment: "CSAT and CES of the segments; the metrics are the company's.",
  accountLifetimes: "One row per account: what the churn curves count.",
  survivalComparison: "Tests between two segments: a chi-square, not a value of the company.",
  npsDrivers: "NPS of each group against the rest of its breakdown; the metric is the company's.",
  npsThemes: "NPS by what comments are about; the metric is the company's.",
  npsComments: "Comments in their own words, where they are published.",
  npsDistribution: "Answers by score: the parts of the net promoter score.",
};
