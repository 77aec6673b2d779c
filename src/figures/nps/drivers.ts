import { npsBreakdown } from "../../charts/index.ts";
import type { Report } from "../../report.ts";
import { say, sentence } from "../../text/index.ts";
import { ask } from "../ask.ts";
import { draw } from "../draw.ts";
import type { FigureModel } from "../figure.ts";
import type { PageFormats } from "../formats.ts";
import { withRules } from "../rules.ts";
import { type Table, tabulate } from "../table.ts";
import { rowsOf, type View } from "../view.ts";
import { askAllWaves } from "./by-wave.ts";

/** As many rows as a phone shows without much scrolling. */
const mostDrawn = 12;

/** What is asked of each group. */
export const driverColumns = [
  "breakdown",
  "group_name",
  "answers",
  "nps",
  "rest_answers",
  "rest_nps",
  "difference",
  "difference_lower",
  "difference_upper",
  "holm_p_value",
  "is_driver",
] as const;

/** Groups of the newest wave against the rest of their breakdown; undefined where no breakdown has two. */
export function drivers(view: View): FigureModel | undefined {
  const { report, scope, format } = view;
  const { nps } = say;
  const waves = askAllWaves(view);
  const newest = waves.rows.at(-1);
  const order = ["is_small", "p_value", "breakdown", "group_name"] as const;
  const asked = ask(report, "npsDrivers", {
    columns: [...driverColumns, "is_small"],
    where: rowsOf(scope),
    order,
  });
  const drawn = ask(report, "npsDrivers", {
    columns: driverColumns,
    where: { ...rowsOf(scope), is_small: false },
    order,
    limit: mostDrawn,
  });
  const { rows } = asked;
  if (rows.length === 0 || !newest) return undefined;
  const compared = rows.filter((row) => !row.is_small);
  const finding = findingOf(compared, format);
  const measure = nps.driversMeasure(newest.wave_label);
  return {
    id: "drivers",
    measure,
    finding,
    facts: nps.facts(
      format.number(newest.answers),
      newest.answers,
      newest.wave_label,
      format.day(report.asOf.day),
    ),
    caveat: withRules(report, ["scale"], nps.driversCaveat(compared.length, drawn.rows.length)),
    drawing:
      drawn.rows.length > 0
        ? draw("drivers", finding, format, (options) =>
            npsBreakdown(
              drawn.rows.map((row) => differenceOf(row, format)),
              {
                ...options,
                text: {
                  company: nps.company,
                  answers: (count) => say.site.n(format.number(count)),
                },
              },
            ),
          )
        : undefined,
    table: tableOf(rows, measure, format),
    queries: [asked, drawn, waves],
  };
}

type Driver = Pick<Report["marts"]["npsDrivers"][number], (typeof driverColumns)[number]>;

const groupOf = ({ breakdown, group_name: name }: Driver, format: PageFormats) =>
  say.nps.group(format.segment(name), say.site.dimensions[breakdown] ?? breakdown);

/** As the chart of scores takes it: a difference in the place of the score. */
function differenceOf(row: Driver, format: PageFormats) {
  return {
    segment: groupOf(row, format),
    answers: row.answers,
    nps: row.difference,
    lower: row.difference_lower,
    upper: row.difference_upper,
    isQuiet: !row.is_driver,
  };
}

function findingOf(compared: readonly Driver[], format: PageFormats): string {
  const { nps } = say;
  if (compared.length === 0) return nps.driversSmall;
  const found = compared.filter((row) => row.is_driver);
  const [widest] = found.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  if (!widest) return nps.driversNone;
  const points = say.site.points(format.number(Math.abs(widest.difference)));
  return sentence(
    nps.driverFinding(groupOf(widest, format), points, widest.difference < 0, found.length - 1),
  );
}

function tableOf(
  rows: readonly (Driver & { is_small: boolean })[],
  caption: string,
  format: PageFormats,
): Table {
  const { columns } = say.nps;
  return tabulate(format, rows, { caption, isPinned: true, isFaint: (row) => row.is_small }, [
    { label: columns.segment, value: (row) => format.segment(row.group_name) },
    {
      label: columns.dimension,
      value: ({ breakdown }) => say.site.dimensions[breakdown] ?? breakdown,
    },
    { label: columns.answers, unit: "number", value: (row) => row.answers },
    { label: columns.nps, unit: "tenths", value: (row) => row.nps },
    { label: columns.rest, unit: "number", value: (row) => row.rest_answers },
    { label: columns.restNps, unit: "tenths", value: (row) => row.rest_nps },
    { label: columns.difference, unit: "tenths", value: (row) => row.difference },
    { label: columns.lower, unit: "tenths", value: (row) => row.difference_lower },
    { label: columns.upper, unit: "tenths", value: (row) => row.difference_upper },
    { label: columns.p, unit: "chance", value: (row) => row.holm_p_value },
    {
      label: columns.isDriver,
      value: (row) => (row.is_driver ? say.retention.yes : say.retention.no),
    },
  ]);
}
