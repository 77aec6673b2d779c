import { ask, compareSegments, type Shown } from "../../figures/index.ts";
import type { Report } from "../../report.ts";
import { say } from "../../text/index.ts";
import { cohortsOf } from "./past/by-cohort.ts";
import { historyOf, type Metric, pastOf, shownOf } from "./values.ts";

/** Of one dimension; more would be a page of their own. */
const mostSegments = 20;

/** What a metric's value is read from. */
export function valueQuery(report: Report, metric: Metric): Shown {
  return shownOf(report, metric.now, []);
}

/** The target of a metric in the running period. */
export function askTarget(report: Report, { id }: Metric) {
  return ask(report, "goalAttainment", { columns: ["target"], where: { metric: id } });
}

/** Of a metric's history, and of its target where it has one. */
export function historyQueries(report: Report, metric: Metric): Shown[] {
  const goals = askTarget(report, metric);
  return [
    shownOf(report, pastOf(metric), metric.past.columns.slice(0, -1)),
    ...(goals.rows[0]?.target == null ? [] : [goals]),
  ];
}

/** The metric whose past stands on a metric's page: its own, or that of its cohorts; undefined where none is known. */
export function pastShown(report: Report, metric: Metric): Metric | undefined {
  const told = cohortsOf(report, metric) ?? metric;
  return historyOf(told).length > 0 ? told : undefined;
}

/** A metric's values by segment, dimension after dimension, the first segments of each. */
export function segmentsOf({ segments }: Metric) {
  const known = Object.keys(say.site.dimensions);
  const rankOf = (dimension: string) =>
    known.includes(dimension) ? known.indexOf(dimension) : known.length;
  if (segments.every(({ value }) => value === null)) return [];
  return [...new Set(segments.map(({ dimension }) => dimension))]
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map((dimension) => {
      const rows = segments
        .filter((row) => row.dimension === dimension)
        .sort((a, b) => compareSegments(a.segment, b.segment));
      return { dimension, shown: rows.slice(0, mostSegments), hidden: rows.length - mostSegments };
    });
}

export function segmentQueries(report: Report, metric: Metric): Shown[] {
  return segmentsOf(metric).map(({ dimension, shown }) =>
    shownOf(
      report,
      metric.bySegment,
      [{ by: "segment", as: shown.map(({ segment }) => segment) }],
      dimension,
    ),
  );
}

/** The tests behind the count of dimensions that differ; only its page shows them. */
export function askTests(report: Report) {
  return ask(report, "survivalDifferences", {
    columns: ["dimension", "segments", "chi_square", "p_value", "holm_p_value"],
    order: ["dimension"],
  });
}

export function hasTests(report: Report, { id }: Metric): boolean {
  return id === "differing_dimensions" && report.marts.survivalDifferences.length > 0;
}
