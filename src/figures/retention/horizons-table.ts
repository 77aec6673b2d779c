import { say } from "../../text/index.ts";
import type { FigureModel } from "../figure.ts";
import { withRules } from "../rules.ts";
import { askSegmentCount, comparedSegments } from "../segments.ts";
import type { View } from "../view.ts";
import { askSummary } from "./finding.ts";
import { askHorizons, horizonFinding } from "./horizons.ts";

/** Who is still there after 3, 6, 12 and 24 months, as a table. */
export function horizonsTable(view: View): FigureModel {
  const { report, format } = view;
  const { retention } = say;
  const { columns } = retention;
  const { grey_below: greyBelow } = report.definitions.survival;
  const { dimension, names, hidden } = comparedSegments(view);
  const asked = askHorizons(view, dimension, names);
  const rows = asked.flatMap((answer) => answer.rows);
  const indexes = (holds: (row: (typeof rows)[number], index: number) => boolean) =>
    new Set(rows.flatMap((row, index) => (holds(row, index) ? [index] : [])));
  const summaries = askSummary(view);
  const [summary] = summaries.rows;
  const customers = summary?.customers ?? 0;
  const share = (value: number | null) => (value === null ? "" : format.share(value));
  return {
    id: "horizons",
    measure: retention.horizonMeasure,
    finding: horizonFinding(rows, greyBelow, view),
    facts: [
      retention.horizonFacts(format.number(customers), customers, format.day(report.asOf.day)),
      ...(hidden > 0 ? [say.site.largest(names.length, names.length + hidden)] : []),
    ].join(" "),
    caveat: withRules(report, ["grace", "dated", "preset"], retention.horizonCaveat(greyBelow)),
    table: {
      caption: retention.horizonMeasure,
      columns: [
        { label: columns.months, isNumber: true },
        { label: columns.segment },
        { label: columns.kept, isNumber: true },
        { label: columns.lower, isNumber: true },
        { label: columns.upper, isNumber: true },
        { label: columns.atRisk, isNumber: true },
      ],
      rows: rows.map((row) => [
        format.number(row.months ?? 0),
        format.segment(row.segment),
        row.kept === null ? retention.notReached : format.share(row.kept),
        share(row.kept_from),
        share(row.kept_to),
        row.followed === null ? "" : format.number(row.followed),
      ]),
      faint: indexes((row) => (row.followed ?? 0) < greyBelow),
      starts: indexes((row, index) => index > 0 && row.months !== rows[index - 1]?.months),
    },
    queries: [...asked, summaries, ...(hidden > 0 ? [askSegmentCount(view, dimension)] : [])],
  };
}
