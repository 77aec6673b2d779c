import type { LineageRow } from "../../charts/index.ts";
import type { Report } from "../../report.ts";
import { say } from "../../text/index.ts";
import type { Metric } from "./values.ts";

export interface MetricLineage {
  /** In the order of the drawing: datasets, steps, the mart, the metric. */
  rows: LineageRow[];
  datasets: string[];
  /** Tables between the datasets and the mart. */
  steps: number;
}

/** All that a metric stands on, each table below what it reads. */
export function metricLineage(report: Report, metric: Metric): MetricLineage {
  const { layers } = say.metrics;
  const tables = new Map(report.lineage.map((table) => [table.name, table]));
  const grains = new Map(report.datasets.map(({ dataset, grain }) => [dataset, grain]));
  const order = metric.standsOn;
  const datasets = order.filter((name) => !tables.has(name));
  const steps = order.filter((name) => tables.has(name) && name !== metric.mart);
  const rowOf = (name: string, layer: string): LineageRow => ({
    id: name,
    name,
    note: tables.get(name)?.grain.replace(/^one row per /, "") ?? grains.get(name) ?? "",
    layer,
    reads: (tables.get(name)?.reads ?? []).filter((read) => order.includes(read)),
    isMain: name === metric.mart,
  });
  return {
    rows: [
      ...datasets.map((name) => rowOf(name, layers.dataset)),
      ...steps.map((name) => rowOf(name, layers.staging)),
      rowOf(metric.mart, layers.mart),
      {
        id: `metric ${metric.id}`,
        name: metric.short,
        note: "",
        layer: layers.metric,
        reads: [metric.mart],
        isMain: true,
      },
    ],
    datasets: datasets.toSorted(),
    steps: steps.length,
  };
}
