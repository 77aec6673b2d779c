import { npsShares } from "../../charts/index.ts";
import { say } from "../../text/index.ts";
import { draw } from "../draw.ts";
import type { FigureModel } from "../figure.ts";
import { withRules } from "../rules.ts";
import { eventMarks, eventSentences } from "../timeline/events.ts";
import type { View } from "../view.ts";
import { askAnswers, askWaves, eventsOfWaves, waveTable } from "./by-wave.ts";

const tones = { detractors: "lost", passives: "grey", promoters: "accent" } as const;

/** Promoters, passives and detractors, wave by wave; undefined where nobody answered. */
export function shares(view: View): FigureModel | undefined {
  const { report, format } = view;
  const { nps } = say;
  const waves = askWaves(view);
  const { rows } = waves;
  const newest = rows.at(-1);
  const before = rows.at(-2);
  const detractors = (wave: { detractor_share: number | null }) =>
    format.share(wave.detractor_share ?? 0);
  if (!newest) return undefined;
  const finding = before
    ? nps.sharesFinding(detractors(newest), detractors(before), before.wave_label)
    : nps.sharesOnly(detractors(newest));
  const totals = askAnswers(view);
  const answers = totals.rows[0]?.all_answers ?? 0;
  const events = eventsOfWaves(view, rows);
  return {
    id: "shares",
    measure: nps.sharesMeasure,
    finding,
    facts: nps.allFacts(format.number(answers), answers, rows.length, format.day(report.asOf.day)),
    caveat: withRules(report, ["scale"], nps.sameAnswers, ...eventSentences(events)),
    events,
    native: {
      kind: "stacked",
      unit: "share",
      categories: rows.map((row) => row.wave_label),
      series: (["detractors", "passives", "promoters"] as const).map((group) => ({
        name: nps.groups[group],
        tone: tones[group],
        values: rows.map((row) => (row.answers > 0 ? row[group] / row.answers : null)),
      })),
      marks: eventMarks(
        events,
        rows.map(({ wave }) => wave),
      ),
    },
    drawing: draw("shares", finding, format, (options) =>
      npsShares(rows, {
        ...options,
        events,
        text: {
          ...nps.groups,
          nps: nps.name,
          answers: (count) => say.site.n(format.number(count)),
        },
      }),
    ),
    table: waveTable(rows, nps.sharesMeasure, format),
    queries: [waves, totals],
  };
}
