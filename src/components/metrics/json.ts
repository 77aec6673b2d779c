import type { Report } from "../../report.ts";
import { chosenOf, periodCode } from "./values.ts";

/** Rises when a field changes its meaning or goes. */
export const schemaVersion = 1;

/** The contents of data/metrics.json, its keys in a fixed order. */
export function metricsJson(report: Report) {
  const { company, asOf, lastMonth, metrics } = report;
  const ofMetrics = metrics.flatMap(({ settings }) => settings);
  const paths = [...new Set(["definitions.preset", ...ofMetrics])].sort();
  const headline = report.marts.headlineMetrics.filter(({ month }) => month === lastMonth);
  return {
    schema: schemaVersion,
    company: { name: company.name, currency: company.currency, locale: company.locale },
    as_of: { day: asOf.day, source: asOf.source },
    month: lastMonth.slice(0, 7),
    inputs: report.files
      .filter(({ bytes }) => bytes > 0)
      .map(({ file, dataset, sha256 }) => ({ file, dataset, sha256 })),
    settings: Object.fromEntries(paths.map((path) => [path, chosenOf(report, path) ?? null])),
    headline: Object.fromEntries(
      headline.map(({ metric, month, value }) => [metric, { value, month: month.slice(0, 7) }]),
    ),
    metrics: metrics.map((metric) => ({
      id: metric.id,
      title: metric.title,
      theme: metric.theme,
      definition: metric.definition,
      formula: metric.formula,
      unit: metric.unit,
      direction: metric.direction,
      value: metric.value,
      period: periodCode(metric),
      period_starts_on: metric.period,
      mart: metric.mart,
      column: metric.column,
      filter: metric.filter,
      period_column: metric.period === null ? null : metric.time,
      inputs: metric.inputs,
      settings: metric.settings,
    })),
  };
}
