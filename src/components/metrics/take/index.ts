import { formatsOf, type TakenPage, takeFigure } from "../../../figures/index.ts";
import type { Report } from "../../../report.ts";
import { definedMetrics } from "../definitions/headlines.ts";
import type { Metric } from "../values.ts";
import { tellHeadlines } from "./headlines.ts";
import { pastToTake, tellPast } from "./past.ts";
import { tellSegments } from "./segments.ts";
import { tellTests } from "./tests.ts";

export { tellHeadlines } from "./headlines.ts";
export { filterMetric } from "./page.ts";
export { tellPast } from "./past.ts";
export { tellTests } from "./tests.ts";

/** The figures of a metric's page with all that is told of them. */
export function takeMetric(report: Report, metric: Metric): TakenPage {
  const definitions = [definitionOf(metric)];
  const figures = [
    tellPast(report, metric),
    tellSegments(report, metric),
    tellTests(report, metric),
  ];
  return {
    ...siteOf(report),
    figures: figures.flatMap((figure) => (figure ? [takeFigure(figure, definitions)] : [])),
    past: pastToTake(report, metric),
  };
}

/** The figure of the page of definitions, where its numbers are known. */
export function takeDefinitions(report: Report): TakenPage {
  const figure = tellHeadlines(report);
  const ids: ReadonlySet<string> = new Set(definedMetrics);
  const definitions = report.metrics.filter(({ id }) => ids.has(id)).map(definitionOf);
  return { ...siteOf(report), figures: figure ? [takeFigure(figure, definitions)] : [] };
}

const definitionOf = ({ title, definition }: Metric) => ({ name: title, text: definition });

function siteOf(report: Report): Pick<TakenPage, "company" | "asOf" | "inputHash"> {
  const { company, asOf, inputHash } = report;
  return { company, asOf: { day: asOf.day, printed: formatsOf(report).day(asOf.day) }, inputHash };
}
