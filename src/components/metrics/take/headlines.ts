import { type FigureModel, formatsOf, tabulate } from "../../../figures/index.ts";
import type { Report } from "../../../report.ts";
import { say } from "../../../text/index.ts";
import { headlineRows, isReadingKnown } from "../definitions/headlines.ts";
import { headingOf } from "../definitions/owners.ts";
import { readingsQueries } from "../definitions/queries.ts";

/** The headline numbers by each set of rules; undefined where nothing is known of them. */
export function tellHeadlines(report: Report): FigureModel | undefined {
  if (!isReadingKnown(report)) return undefined;
  const { headlines } = say.definitions;
  const format = formatsOf(report);
  const rows = headlineRows(report, format);
  const differing = rows.filter(({ extremes }) => extremes).length;
  return {
    id: "by-rule",
    measure: headlines.measure,
    finding: headlines.finding(differing, rows.length),
    facts: headlines.facts(format.monthLabel(report.lastMonth), format.day(report.asOf.day)),
    caveat: headlines.caveat,
    table: tabulate(format, rows, { caption: headlines.measure }, [
      { label: headlines.metric, value: ({ name }) => name },
      ...report.readings.sets.map((set, place) => ({
        label: headingOf(set),
        unit: ({ unit }: (typeof rows)[number]) => unit,
        value: ({ numbers }: (typeof rows)[number]) => numbers[place],
        unknown: headlines.unknown,
      })),
    ]),
    queries: readingsQueries(report),
    model: headlines.made,
  };
}
