import {
  formatsOf,
  metricsInDeck,
  type RestatedMark,
  restatedAnchor,
} from "../../../figures/index.ts";
import type { Report } from "../../../report.ts";
import { say } from "../../../text/index.ts";
import type { Metric } from "../values.ts";

/** The marks of a metric, one a deck in which numbers of figures that show it were presented otherwise. */
export function restatedOf(report: Report, { id }: Metric): RestatedMark[] | undefined {
  const marks = (report.restatements ?? []).flatMap(({ name, slug, asOf, changed }) => {
    const own = changed.filter(({ figure }) => metricsInDeck(report, figure).includes(id));
    const [first] = own;
    if (!first) return [];
    const text = say.ledger.markOfMetric(own.length, name, formatsOf(report).day(asOf));
    return [{ text, anchor: restatedAnchor(slug, first.figure) }];
  });
  return marks.length > 0 ? marks : undefined;
}
