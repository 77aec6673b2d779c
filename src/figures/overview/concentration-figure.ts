import { concentrationBars } from "../../charts/index.ts";
import { say } from "../../text/index.ts";
import { draw } from "../draw.ts";
import type { FigureModel } from "../figure.ts";
import { tabulate } from "../table.ts";
import type { View } from "../view.ts";
import { askConcentrations, largestOf } from "./concentration.ts";
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
    table: tabulate(format, Object.keys(names) as Group[], { caption: measure }, [
      { label: columns.group, value: (group) => names[group] },
      { label: month, unit: unitOf, value: (group) => now[group] },
      ...(before
        ? [
            {
              label: format.monthLabel(yearBefore(report.lastMonth)),
              unit: unitOf,
              value: (group: Group) => before[group],
            },
          ]
        : []),
    ]),
    queries: Object.values(asked),
  };
}

type Group = keyof typeof say.overview.concentrationRows;

const unitOf = (group: Group) => (group === "customers_of_80" ? "number" : "share");
