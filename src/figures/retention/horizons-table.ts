import { say } from "../../text/index.ts";
import type { FigureModel } from "../figure.ts";
import { withRules } from "../rules.ts";
import { askSegmentCount, comparedSegments } from "../segments.ts";
import { tabulate } from "../table.ts";
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
  const summaries = askSummary(view);
  const [summary] = summaries.rows;
  const customers = summary?.customers ?? 0;
  return {
    id: "horizons",
    measure: retention.horizonMeasure,
    finding: horizonFinding(rows, greyBelow, view),
    facts: [
      retention.horizonFacts(format.number(customers), customers, format.day(report.asOf.day)),
      ...(hidden > 0 ? [say.site.largest(names.length, names.length + hidden)] : []),
    ].join(" "),
    caveat: withRules(report, ["grace", "dated", "preset"], retention.horizonCaveat(greyBelow)),
    table: tabulate(
      format,
      rows,
      {
        caption: retention.horizonMeasure,
        isFaint: (row) => (row.followed ?? 0) < greyBelow,
        isStart: (row, before) => before !== undefined && row.months !== before.months,
      },
      [
        { label: columns.months, unit: "number", value: (row) => row.months ?? 0 },
        { label: columns.segment, value: (row) => format.segment(row.segment) },
        {
          label: columns.kept,
          unit: "share",
          value: (row) => row.kept,
          unknown: retention.notReached,
        },
        { label: columns.lower, unit: "share", value: (row) => row.kept_from },
        { label: columns.upper, unit: "share", value: (row) => row.kept_to },
        { label: columns.atRisk, unit: "number", value: (row) => row.followed },
      ],
    ),
    queries: [...asked, summaries, ...(hidden > 0 ? [askSegmentCount(view, dimension)] : [])],
  };
}
