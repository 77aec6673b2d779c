import {
  formatsOf,
  type MetricPage,
  type MetricPast,
  type ShippedMetric,
  shipMetric,
} from "../../../figures/index.ts";
import type { Report } from "../../../report.ts";
import { historyQueries, pastShown } from "../queries.ts";
import { isUnknown, type Metric, periodLabel, unitOf } from "../values.ts";
import { pastToTake } from "./past.ts";

/** What a browser needs to tell a metric's page of any customers. */
export function filterMetric(report: Report, metric: Metric): ShippedMetric {
  const format = formatsOf(report);
  const told = pastShown(report, metric);
  const past = pastToTake(report, metric);
  const [, goals] = told ? historyQueries(report, told) : [];
  return shipMetric(report, {
    id: metric.id,
    title: metric.title,
    unit: unitOf(metric),
    isKnown: !isUnknown(metric),
    period: periodLabel(metric, metric.period, report, format),
    unknown: metric.value === null ? undefined : metric.unknown,
    blank: metric.blank,
    now: metric.now,
    bySegment: metric.segments.length > 0 ? metric.bySegment : undefined,
    past: told?.past,
    pastBySegment: told && pastBySegment(told),
    shown: past && withoutNumbers(past),
    target: past?.target === undefined || !goals ? undefined : { value: past.target, query: goals },
  });
}

function withoutNumbers({ points: _, events: __, target: ___, ...words }: MetricPast): Words {
  return words;
}

type Words = NonNullable<MetricPage["shown"]>;

/** The past of one segment; undefined where its values by segment have none. */
function pastBySegment({ past, bySegment, segments }: Metric): MetricPage["past"] {
  const [time = ""] = past.columns;
  const { [time]: newest, ...where } = bySegment.where;
  const until = past.where[time];
  if (segments.length === 0 || newest === undefined || until === undefined) return undefined;
  const column = bySegment.columns.at(-1) ?? "";
  return { mart: bySegment.mart, columns: [time, column], where: { ...where, [time]: until } };
}
