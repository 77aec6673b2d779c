import { npsWaves } from "../../charts/index.ts";
import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import { draw } from "../draw.ts";
import type { FigureModel } from "../figure.ts";
import type { PageFormats } from "../formats.ts";
import { withRules } from "../rules.ts";
import { eventMarks, eventSentences } from "../timeline/events.ts";
import { rowsOf, type View } from "../view.ts";
import { askWaves, eventsOfWaves, nativeScores, waveTable } from "./by-wave.ts";

/** The score of every wave with its interval. */
export function waves(view: View): FigureModel {
  const { report, format } = view;
  const { nps } = say;
  const waves = askWaves(view);
  const { rows } = waves;
  const newest = rows.at(-1);
  const before = rows.at(-2);
  const left = askEligibility(view, newest?.wave ?? "");
  const [eligibility] = left.rows;
  const finding = findingOf(newest, before, format);
  const answers = newest?.answers ?? 0;
  const events = eventsOfWaves(view, rows);
  return {
    id: "waves",
    measure: nps.wavesMeasure,
    finding,
    facts: nps.facts(
      format.number(answers),
      answers,
      newest?.wave_label ?? "",
      format.day(report.asOf.day),
    ),
    caveat: withRules(
      report,
      ["scale"],
      eligibility &&
        nps.eligible(report.definitions.nps.eligible_days, {
          young: eligibility.young,
          blank: eligibility.blank,
          replaced: eligibility.replaced,
          gone: eligibility.not_customers,
        }),
      ...eventSentences(events),
    ),
    events,
    native:
      rows.length > 0
        ? {
            kind: "line",
            unit: "points",
            categories: rows.map((row) => row.wave_label),
            series: [nativeScores(rows)],
            marks: eventMarks(
              events,
              rows.map(({ wave }) => wave),
            ),
          }
        : undefined,
    drawing:
      rows.length > 0
        ? draw("waves", finding, format, (options) =>
            npsWaves(rows, { ...options, events, text: { answers: nps.n } }),
          )
        : undefined,
    table: waveTable(rows, nps.wavesMeasure, format),
    queries: [waves, left],
  };
}

/** What is asked of the answers that do not count. */
export const eligibilityColumns = ["young", "blank", "replaced", "not_customers"] as const;

function askEligibility({ report, scope }: View, wave: string) {
  return ask(report, "npsEligibility", {
    columns: eligibilityColumns,
    where: { ...rowsOf(scope), wave },
  });
}

type Wave = ReturnType<typeof askWaves>["rows"][number];

function findingOf(
  newest: Wave | undefined,
  before: Wave | undefined,
  format: PageFormats,
): string {
  const { nps } = say;
  if (!newest || newest.nps === null) return nps.none;
  if (!before || newest.change === null) return nps.firstWave(format.points(newest.nps));
  const by = format.number(Math.abs(newest.change));
  return newest.is_change
    ? nps.changed(by, newest.change > 0 ? "up" : "down", before.wave_label)
    : nps.unchanged(by, before.wave_label);
}
