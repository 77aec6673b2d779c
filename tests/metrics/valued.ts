import { catalogue, type MetricSpec, metrics } from "../../src/metrics/index.ts";
import type { Warehouse } from "../../src/warehouse/index.ts";

/** Tables that the values of all metrics are read from. */
export const martsOfMetrics = [...new Set(metrics.map(({ mart }) => catalogue[mart].name))];

const termsByClass = "select class, terms, renewed from nps_renewals order by rowid";

/** What is told beside values too coarse to show every change: of counts of tests their p values. */
const finer: Readonly<Record<string, string>> = {
  cohort_payback: "select recovered_share from cohort_payback order by rowid",
  differing_dimensions: "select holm_p_value from survival_differences order by rowid",
  differing_pairs: "select holm_p_value from survival_comparison order by rowid",
  renewal_rate_promoters: termsByClass,
  renewal_rate_detractors: termsByClass,
};

/** All that each metric's mart has of it, as text, by the metric's id. */
export async function valuesIn(warehouse: Warehouse): Promise<Map<string, string>> {
  const values = new Map<string, string>();
  for (const metric of metrics) {
    const asked = [selectOf(metric), finer[metric.id]].filter((sql) => sql !== undefined);
    const rows = await Promise.all(asked.map((sql) => warehouse.rows(sql)));
    values.set(metric.id, JSON.stringify(rows));
  }
  return values;
}

function selectOf({ mart, column, where = {} }: MetricSpec): string {
  const wanted = Object.entries(where).map(([name, cell]) => `and ${name} = '${cell}'`);
  return `select ${column} from ${catalogue[mart].name}
    where ${column} is not null ${wanted.join(" ")} order by rowid`;
}
