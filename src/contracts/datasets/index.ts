import type { Dataset } from "../dataset.ts";
import { accounts } from "./accounts.ts";
import { contracts } from "./contracts.ts";
import { costs } from "./costs.ts";
import { fx } from "./fx.ts";
import { goals } from "./goals.ts";
import { opportunities } from "./opportunities.ts";
import { people } from "./people.ts";
import { projects } from "./projects.ts";
import { requests } from "./requests.ts";
import { seats } from "./seats.ts";
import { surveys } from "./surveys.ts";
import { tickets } from "./tickets.ts";
import { touchpoints } from "./touchpoints.ts";
import { usage } from "./usage.ts";

/** Every dataset, in the order in which they are read: what others refer to comes first. */
export const datasets = {
  accounts,
  contracts,
  costs,
  fx,
  goals,
  opportunities,
  people,
  projects,
  requests,
  seats,
  surveys,
  tickets,
  touchpoints,
  usage,
} as const;

export type DatasetName = keyof typeof datasets;

export const datasetNames = Object.keys(datasets) as DatasetName[];

export function datasetOf(name: DatasetName): Dataset {
  return datasets[name];
}
