import { leftBeforeBars, placesWhere } from "../../charts/index.ts";
import { say } from "../../text/index.ts";
import { draw } from "../draw.ts";
import type { FigureModel } from "../figure.ts";
import { withRules } from "../rules.ts";
import { askSegmentCount, comparedSegments, namesOf } from "../segments.ts";
import { measuredCost } from "../shared-cost.ts";
import { tabulate } from "../table.ts";
import { isCompany, type View } from "../view.ts";
import { askPayback, askSummary } from "./finding.ts";

/** Who left before paying back, and the money lost with them, by segment. */
export function leftBefore(view: View): FigureModel {
  const { report, scope, format } = view;
  const { retention } = say;
  const { columns } = retention;
  const { grey_below: greyBelow } = report.definitions.survival;
  const isWhole = isCompany(view);
  const { dimension: main, names, hidden } = comparedSegments(view);
  const company = askPayback(view, scope.dimension, [scope.segment]);
  const [all] = company.rows;
  const asked = [...new Set(isWhole ? [main, "fit"] : [main])]
    .filter((dimension) => dimension !== "all")
    .map((dimension) => askPayback(view, dimension, isWhole ? namesOf(report, dimension) : names))
    .filter((answer) => answer.rows.length > 0);
  const rows = asked.flatMap((answer) =>
    answer.rows.map((row) => ({ ...row, segment: format.segment(row.segment) })),
  );
  const worst = rows
    .filter((row) => isWhole && row.customers >= greyBelow && row.left_before > 0)
    .sort((a, b) => b.left_before_share - a.left_before_share)[0];
  const customers = all?.customers ?? 0;
  const won = askSummary(view);
  const wonEver = won.rows[0]?.customers ?? customers;
  const isAll = wonEver <= customers;
  const day = format.day(report.asOf.day);
  const finding =
    all && all.left_before > 0
      ? retention.leftFinding(
          format.share(all.left_before_share),
          format.money(all.unrecovered_cac),
          isAll,
        )
      : retention.leftNone;
  const facts = [
    isAll
      ? retention.leftFacts(format.number(customers), customers, day)
      : retention.leftPart(format.number(customers), format.number(wonEver), day),
    ...(hidden > 0 ? [say.site.largest(names.length, names.length + hidden)] : []),
    worst ? retention.leftWorst(worst.segment, format.share(worst.left_before_share)) : "",
  ].join(" ");
  return {
    id: "left-before-payback",
    measure: retention.leftMeasure,
    finding,
    facts,
    caveat: withRules(
      report,
      ["grace", "dated", "cash", "preset"],
      retention.leftCaveat,
      measuredCost(view),
    ),
    native:
      rows.length > 0
        ? {
            kind: "bar",
            unit: "share",
            categories: rows.map(({ segment }) => segment),
            series: [
              {
                name: columns.share,
                values: rows.map((row) => row.left_before_share),
                faint: placesWhere(rows, (row) => row.customers < greyBelow),
              },
            ],
          }
        : undefined,
    drawing:
      rows.length > 0
        ? draw("left-before-payback", finding, format, (options) =>
            leftBeforeBars(rows, {
              ...options,
              greyBelow,
              text: {
                dimension: (dimension) => retention.by(say.site.dimensions[dimension] ?? dimension),
                customers: (count) => say.site.n(format.number(count)),
                unrecovered: retention.unrecovered,
              },
            }),
          )
        : undefined,
    table: tabulate(
      format,
      [...(all && isWhole ? [{ ...all, segment: format.segment("all") }] : []), ...rows],
      { caption: retention.leftMeasure },
      [
        { label: columns.segment, value: (row) => row.segment },
        { label: columns.size, unit: "number", value: (row) => row.customers },
        { label: columns.left, unit: "number", value: (row) => row.left_before },
        { label: columns.share, unit: "share", value: (row) => row.left_before_share },
        { label: columns.money, unit: "cents", value: (row) => row.unrecovered_cac },
        { label: columns.breakEven, unit: "number", value: (row) => row.break_even_month },
      ],
    ),
    queries: [company, won, ...asked, ...(hidden > 0 ? [askSegmentCount(view, main)] : [])],
  };
}
