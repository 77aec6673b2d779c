import { scoreDistribution } from "../../charts/index.ts";
import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import { draw } from "../draw.ts";
import type { FigureModel } from "../figure.ts";
import { withRules } from "../rules.ts";
import { tabulate } from "../table.ts";
import { rowsOf, type View } from "../view.ts";
import { askAllWaves } from "./by-wave.ts";

/** What is asked of each score. */
export const scoreColumns = ["score", "answers", "share"] as const;

/** Answers of the newest wave by score; undefined where nobody answered. */
export function distribution(view: View): FigureModel | undefined {
  const { report, scope, format } = view;
  const { nps } = say;
  const waves = askAllWaves(view);
  const newest = waves.rows.at(-1);
  if (!newest) return undefined;
  const asked = ask(report, "npsDistribution", {
    columns: scoreColumns,
    where: { ...rowsOf(scope), is_latest: true },
    order: ["score"],
  });
  const { rows } = asked;
  const { answers } = newest;
  const finding = nps.distributionFinding(
    format.share(newest.promoter_share ?? 0),
    format.share(newest.detractor_share ?? 0),
  );
  const measure = nps.distributionMeasure(newest.wave_label);
  return {
    id: "distribution",
    measure,
    finding,
    facts: nps.facts(
      format.number(answers),
      answers,
      newest.wave_label,
      format.day(report.asOf.day),
    ),
    caveat: withRules(report, ["scale"], nps.sameAnswers),
    native:
      rows.length > 0
        ? {
            kind: "column",
            unit: "number",
            axis: nps.columns.score,
            categories: rows.map(({ score }) => format.number(score)),
            series: [{ name: nps.columns.answers, values: rows.map((row) => row.answers) }],
          }
        : undefined,
    drawing:
      rows.length > 0
        ? draw("distribution", finding, format, (options) =>
            scoreDistribution(rows, { ...options, text: nps.groups }),
          )
        : undefined,
    table: tabulate(format, rows, { caption: measure }, [
      { label: nps.columns.score, unit: "number", value: (row) => row.score },
      { label: nps.columns.answers, unit: "number", value: (row) => row.answers },
      { label: nps.columns.share, unit: "share", value: (row) => row.share },
    ]),
    queries: [asked, waves],
  };
}
