import type { MartName, MetricSpec } from "../../metric.ts";
import { cash } from "./cash.ts";
import { lifetimeValue } from "./lifetime-value.ts";
import { movements } from "./movements.ts";
import { retention } from "./retention.ts";
import { revenue } from "./revenue.ts";
import { surveys } from "./surveys.ts";
import { survival } from "./survival.ts";

/** Every metric, in the order in which the pages list them. */
export const metrics: readonly MetricSpec[] = [
  ...revenue,
  ...movements,
  ...retention,
  ...survival,
  ...cash,
  ...lifetimeValue,
  ...surveys,
];

/** Marts that no metric is read from, with what they are for. */
export const supportingMarts: { readonly [Mart in MartName]?: string } = {
  goalAttainment: "Targets of the metrics in headline_metrics.",
  accountLifetimes: "One row per account: what the churn curves count.",
  survivalComparison: "Tests between two segments: a chi-square, not a value of the company.",
  npsDistribution: "Answers by score: the parts of the net promoter score.",
};
