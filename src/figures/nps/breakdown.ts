import { npsBreakdown } from "../../charts/index.ts";
import { total } from "../../shared/query/index.ts";
import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import { draw } from "../draw.ts";
import type { FigureModel } from "../figure.ts";
import type { PageFormats } from "../formats.ts";
import type { View } from "../view.ts";
import { askSegments, askWaves, nativeScores, type Wave, waveTable } from "./by-wave.ts";

const fewestAnswers = 10;

/** Scores of the segments of a dimension in the newest wave; undefined where none has one. */
export function breakdown(view: View, dimension: string): FigureModel | undefined {
  const { report, format } = view;
  const { nps } = say;
  const waves = askWaves(view);
  const company = waves.rows.at(-1);
  const asked = askSegments(view, dimension, company?.wave ?? "");
  const rows = asked.rows.map((row) => ({ ...row, segment: format.segment(row.segment) }));
  const compared = rows
    .filter((row) => row.answers >= fewestAnswers)
    .sort((a, b) => (b.nps ?? 0) - (a.nps ?? 0));
  const best = compared[0];
  const worst = compared.at(-1);
  const finding = findingOf(best, worst, format);
  const isApart = (best?.lower ?? 0) > (worst?.upper ?? 0);
  const totals = ask(report, "npsByWave", {
    computed: { all_answers: total("answers") },
    where: { dimension, wave: company?.wave ?? "", nps: { isNull: false } },
  });
  const answers = totals.rows[0]?.all_answers ?? 0;
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
        : { level: { name: nps.company(format.points(company.nps)), value: company.nps } }),
    },
    drawing: draw(id, finding, format, (options) =>
      npsBreakdown(rows, {
        ...options,
        greyBelow: fewestAnswers,
        ...(company?.nps == null ? {} : { company: company.nps }),
        text: {
          company: report.isCombination ? say.filter.theseCustomersAt : nps.company,
          answers: (count) => say.site.n(format.number(count)),
        },
      }),
    ),
    table: waveTable(rows, measure, format),
    queries: [asked, totals, waves],
  };
}

function findingOf(best: Wave | undefined, worst: Wave | undefined, format: PageFormats): string {
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
