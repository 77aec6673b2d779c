import {
  martsOf,
  martsOfMetric,
  type PageName,
  reckonsCosts,
  type ShippedMetric,
  type ShippedReport,
  type ToldPage,
  tellMetric,
  tellPage,
  type View,
} from "../../../figures/index.ts";
import type { Wanted } from "./combination.ts";

/** What a page says of any customers. */
interface Teller {
  /** What is made anew for customers of several segments. */
  wanted: Wanted;
  tell: (view: View) => ToldPage;
}

/** @param page as the filter bar has it */
export function tellerOf(page: string, shipped: ShippedReport): Teller {
  if (isOfMetric(shipped)) {
    const { page: metric } = shipped;
    return {
      wanted: { marts: martsOfMetric(metric), hasCosts: false },
      tell: (view) => tellMetric(metric, view),
    };
  }
  const name = page as PageName;
  return {
    wanted: { marts: martsOf(name), hasCosts: reckonsCosts.has(name) },
    tell: (view) => tellPage(name, view),
  };
}

const isOfMetric = (shipped: ShippedReport): shipped is ShippedMetric => "page" in shipped;
