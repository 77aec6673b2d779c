import { formatsOf, type TakenPage, takeFigure } from "../../../figures/index.ts";
import type { Report } from "../../../report.ts";
import type { Metric } from "../values.ts";
import { pastToTake, tellPast } from "./past.ts";
import { tellSegments } from "./segments.ts";

export { tellPast } from "./past.ts";

/** The figures of a metric's page with all that is told of them. */
export function takeMetric(report: Report, metric: Metric): TakenPage {
  const { company, asOf, inputHash } = report;
  const definitions = [{ name: metric.title, text: metric.definition }];
  const figures = [tellPast(report, metric), tellSegments(report, metric)];
  return {
    company,
    asOf: { day: asOf.day, printed: formatsOf(report).day(asOf.day) },
    inputHash,
    figures: figures.flatMap((figure) => (figure ? [takeFigure(figure, definitions)] : [])),
    past: pastToTake(report, metric),
  };
}
