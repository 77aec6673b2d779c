import {
  eventsWithin,
  type FigureModel,
  formatsOf,
  type MetricPast,
  metricPastFigure,
  type Table,
} from "../../../figures/index.ts";
import type { Report } from "../../../report.ts";
import { say } from "../../../text/index.ts";
import { askTarget, historyQueries, pastShown } from "../queries.ts";
import { historyOf, type Metric, unitLabel, unitOf } from "../values.ts";
import { restatedOf } from "./restated.ts";

/** Months. */
const lasting = { month: 1, half: 6 } as const;

/** What a metric's page shows of its past; undefined where nothing is known. */
export function pastToTake(report: Report, metric: Metric): MetricPast | undefined {
  const told = pastShown(report, metric);
  if (!told) return undefined;
  const format = formatsOf(report);
  const points = historyOf(told);
  const every = told.every ?? "month";
  const starts = points.map(({ month }) => month);
  return {
    title: told.title,
    short: told.short,
    unit: unitOf(told),
    unitLabel: unitLabel(told, report),
    every,
    points,
    target: askTarget(report, told).rows[0]?.target ?? undefined,
    // Quarters are those in which customers started: what is told of them happened later.
    events: every === "quarter" ? [] : eventsWithin(report, starts, format, lasting[every]),
    day: format.day(report.asOf.day),
    note: told === metric ? undefined : say.metrics.byCohort,
  };
}

/** The past of a metric as its page shows it. */
export function tellPast(
  report: Report,
  metric: Metric,
): (FigureModel & { table: Table }) | undefined {
  const past = pastToTake(report, metric);
  const told = pastShown(report, metric);
  if (!past || !told) return undefined;
  const figure = metricPastFigure(past, formatsOf(report));
  const restated = restatedOf(report, told);
  return { ...figure, ...(restated && { restated }), queries: historyQueries(report, told) };
}
