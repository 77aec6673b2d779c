import * as cash from "./cash.ts";
import * as cohorts from "./cohorts.ts";
import * as overview from "./overview.ts";
import * as retention from "./retention.ts";
import * as revenue from "./revenue.ts";
import * as surveys from "./surveys.ts";

/** Every mart, by the name its rows have in the report. */
export const catalogue = {
  ...revenue,
  ...cohorts,
  ...retention,
  ...cash,
  ...surveys,
  ...overview,
} as const;

export type Catalogue = typeof catalogue;
