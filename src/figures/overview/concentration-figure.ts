import { concentrationBars } from "../../charts/index.ts";
import { say } from "../../text/index.ts";
import { draw } from "../draw.ts";
import type { FigureModel } from "../figure.ts";
import type { View } from "../view.ts";
import { askConcentrations, type Concentration, largestOf } from "./concentration.ts";
import { yearBefore } from "./year.ts";

/** How much of ARR the largest customers pay; undefined where nobody pays. */
export function concentrationFigure(view: View): FigureModel | undefined {
  const { report, format } = view;
  const { overview } = say;
  const { concentrationRows: names, concentrationColumns: columns } = overview;
  const asked = askConcentrations(view);
  const [now] = asked.now.rows;
  const [before] = asked.before.rows;
  const month = format.monthLabel(report.lastMonth);
  const measure = overview.concentrationMeasure(month);
  const finding = now
    ? overview.concentrationFinding(
        format.share(now.share_of_20),
        format.number(now.customers_of_80),
        format.number(now.customers),
        now.customers,
      )
    : "";
  const valuesOf = (row: Concentration) => ({
    share_of_1: format.share(row.share_of_1),
    share_of_5: format.share(row.share_of_5),
    share_of_20: format.share(row.share_of_20),
    customers_of_80: format.number(row.customers_of_80),
    customers_of_80_share: format.share(row.customers_of_80_share),
  });
  const cells = [now, before].flatMap((row) => (row ? [valuesOf(row)] : []));
  const facts = [
    overview.arrFacts(
      format.number(now?.customers ?? 0),
      now?.customers ?? 0,
      format.day(report.asOf.day),
    ),
    ...(before ? [overview.concentrationBefore(format.share(before.share_of_20))] : []),
  ].join(" ");
  if (!now) return undefined;
  return {
    id: "concentration",
    measure,
    finding,
    facts,
    caveat: overview.concentrationCaveat,
    native: {
      kind: "column",
      unit: "share",
      categories: largestOf(now).map(({ name }) => name),
      series: [...(before ? [before] : []), now].map((row) => ({
        name: format.monthLabel(row.month),
        values: largestOf(row).map(({ share }) => share),
      })),
    },
    drawing: draw("concentration", finding, format, (options) =>
      concentrationBars(largestOf(now), {
        ...options,
        text: {
          customers: (count) => say.site.n(format.number(count)),
          even: overview.concentrationEven,
        },
      }),
    ),
    table: {
      caption: measure,
      columns: [
        { label: columns.group },
        { label: month, isNumber: true },
        ...(before
          ? [{ label: format.monthLabel(yearBefore(report.lastMonth)), isNumber: true }]
          : []),
      ],
      rows: (Object.keys(names) as (keyof typeof names)[]).map((group) => [
        names[group],
        ...cells.map((values) => values[group]),
      ]),
    },
    queries: Object.values(asked),
  };
}
