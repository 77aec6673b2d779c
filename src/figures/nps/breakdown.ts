import { npsBreakdown } from "../../charts/index.ts";
import { total } from "../../shared/query/index.ts";
import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import { draw } from "../draw.ts";
import type { FigureModel } from "../figure.ts";
import type { PageFormats } from "../formats.ts";
import { isCompany, isEveryone, rowsOf, type View } from "../view.ts";
import { askAllWaves, nativeScores, type Scored, waveColumns, waveTable } from "./by-wave.ts";

const fewestAnswers = 10;

/** What is asked of each group of a segment's answers. */
export const groupColumns = [
  "group_name",
  "wave_label",
  "answers",
  "promoters",
  "passives",
  "detractors",
  "nps",
  "lower",
  "upper",
] as const;

/** Scores of the segments of a dimension in the newest wave; undefined where none has one. */
export function breakdown(view: View, dimension: string): FigureModel | undefined {
  const { report, format } = view;
  const { nps } = say;
  const waves = askAllWaves(view);
  const company = waves.rows.at(-1);
  const { asked, totals } = askBreakdown(view, dimension, company?.wave ?? "");
  const rows = asked.rows.map((row) => ({ ...row, segment: format.segment(row.segment) }));
  const compared = rows
    .filter((row) => row.answers >= fewestAnswers)
    .sort((a, b) => (b.nps ?? 0) - (a.nps ?? 0));
  const best = compared[0];
  const worst = compared.at(-1);
  const finding = findingOf(best, worst, format);
  const isApart = (best?.lower ?? 0) > (worst?.upper ?? 0);
  const answers = totals.rows[0]?.all_answers ?? 0;
  const level = isEveryone(view) ? nps.company : say.filter.theseCustomersAt;
  const name = say.site.dimensions[dimension] ?? dimension;
  const measure = nps.breakdownMeasure(name, company?.wave_label ?? "");
  const id = `by-${dimension}`;
  if (rows.length === 0) return undefined;
  return {
    id,
    measure,
    finding,
    facts: nps.facts(
      format.number(answers),
      answers,
      company?.wave_label ?? "",
      format.day(report.asOf.day),
    ),
    caveat: [
      ...(compared.length > 1 ? [isApart ? nps.breakdownApart : nps.breakdownOverlap] : []),
      nps.breakdownCaveat,
    ].join(" "),
    native: {
      kind: "bar",
      unit: "points",
      categories: rows.map(({ segment }) => segment),
      series: [nativeScores(rows, fewestAnswers)],
      ...(company?.nps == null
        ? {}
        : { level: { name: level(format.points(company.nps)), value: company.nps } }),
    },
    drawing: draw(id, finding, format, (options) =>
      npsBreakdown(rows, {
        ...options,
        greyBelow: fewestAnswers,
        ...(company?.nps == null ? {} : { company: company.nps }),
        text: {
          company: level,
          answers: (count) => say.site.n(format.number(count)),
        },
      }),
    ),
    table: waveTable(rows, measure, format),
    queries: [asked, totals, waves],
  };
}

/** Of everyone the segments of the dimension; of a segment its answers, split by the dimension. */
function askBreakdown(view: View, dimension: string, wave: string) {
  const { report, scope } = view;
  const computed = { all_answers: total("answers") };
  if (isCompany(view)) {
    const where = { dimension, wave, nps: { isNull: false } } as const;
    return {
      asked: ask(report, "npsByWave", { columns: waveColumns, where, order: ["segment"] }),
      totals: ask(report, "npsByWave", { computed, where }),
    };
  }
  const where = { ...rowsOf(scope), breakdown: dimension };
  const groups = ask(report, "npsDrivers", {
    columns: groupColumns,
    where,
    order: ["group_name"],
  });
  const rows: Scored[] = groups.rows.map((row) => ({ ...row, segment: row.group_name }));
  return { asked: { ...groups, rows }, totals: ask(report, "npsDrivers", { computed, where }) };
}

function findingOf(
  best: Scored | undefined,
  worst: Scored | undefined,
  format: PageFormats,
): string {
  const { nps } = say;
  if (!best || !worst) return nps.breakdownSmall;
  if (best === worst) return nps.breakdownOne(best.segment, format.points(best.nps ?? 0));
  if ((best.lower ?? 0) <= (worst.upper ?? 0)) {
    return nps.breakdownClose(format.points(worst.nps ?? 0), format.points(best.nps ?? 0));
  }
  return nps.breakdownFinding(
    best.segment,
    format.points(best.nps ?? 0),
    worst.segment,
    format.points(worst.nps ?? 0),
  );
}
