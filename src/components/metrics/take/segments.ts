import { costsShared, type FigureModel, formatsOf, tabulate } from "../../../figures/index.ts";
import type { Report } from "../../../report.ts";
import { say, sentence } from "../../../text/index.ts";
import { segmentQueries, segmentsOf } from "../queries.ts";
import { type Metric, periodLabel, unitLabel, unitOf } from "../values.ts";

/** The values of a metric by segment, all that its page shows in one table; undefined where none is known. */
export function tellSegments(report: Report, metric: Metric): FigureModel | undefined {
  const { metrics } = say;
  const format = formatsOf(report);
  const groups = segmentsOf(metric);
  const dimensions = groups.map(({ dimension }) => dimension);
  const rows = groups.flatMap(({ shown }) => shown);
  if (rows.length === 0) return undefined;
  const measure = metrics.segmentsMeasure(metric.title, unitLabel(metric, report));
  const unit = unitOf(metric);
  const nameOf = (dimension: string) => sentence(say.site.dimensions[dimension] ?? dimension);
  const isStart = (row: { dimension: string }, before?: { dimension: string }) =>
    before !== undefined && before.dimension !== row.dimension;
  return {
    id: "segments",
    measure,
    finding: metrics.segmentsTaken(
      metric.short,
      periodLabel(metric, metric.period, report, format),
    ),
    facts: sentence(metrics.asOf(format.day(report.asOf.day))),
    caveat: costsShared(metric.id, report, dimensions),
    table: tabulate(format, rows, { caption: measure, isStart }, [
      { label: metrics.dimension, value: ({ dimension }) => nameOf(dimension) },
      { label: metrics.segment, value: ({ segment }) => format.segment(segment) },
      {
        label: metrics.value,
        unit: unit === "months" ? "number" : unit,
        value: ({ value }) => value,
        unknown: metrics.notKnown,
      },
    ]),
    queries: segmentQueries(report, metric),
  };
}
