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

/** Marts that no metric is read from or stands on, each with the reason, in a sentence. */
export const supportingMarts: readonly { mart: MartName; reason: string }[] = [
  {
    mart: "goalAttainment",
    reason: "The targets of metrics, each beside the metric's value.",
  },
  {
    mart: "goalForecasts",
    reason: "What is expected of metrics at the end of their targets' periods.",
  },
  {
    mart: "metricAlerts",
    reason: "The newest change of metrics beside their earlier ones.",
  },
  {
    mart: "npsDrivers",
    reason:
      "The score of each group against the rest of its breakdown, with a test of the difference.",
  },
  {
    mart: "npsThemes",
    reason: "The score of the answers whose comments are about a theme.",
  },
  {
    mart: "npsComments",
    reason: "Comments in their own words, where they are published.",
  },
  {
    mart: "npsDistribution",
    reason: "The answers by score of which the net promoter score is made.",
  },
  {
    mart: "cohortAccounts",
    reason: "Who is behind a cell of the cohort triangle or a step of the churn curve.",
  },
  {
    mart: "cohortPaybackBySegment",
    reason: "The payback age of a quarter's cohort, of each segment's customers.",
  },
  {
    mart: "survivalCurveByDay",
    reason: "The churn curve by day of age; the metrics are read by month of age.",
  },
];
