import type { Catalogue, RowOf } from "../../metrics/index.ts";
import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { type ChartEvent, eventsByPlace } from "../events.ts";
import { rowBars } from "../row-bars.ts";

/** What the chart reads of the mart. */
export type Satisfaction = Pick<
  RowOf<Catalogue["satisfaction"]>,
  "kind" | "touchpoint" | "wave" | "wave_label" | "answers" | "good_share" | "mean_score"
>;

export interface SatisfactionBarsOptions extends ChartOptions {
  /** Answers under which a half-year is grey; 10 when absent. */
  greyBelow?: number;
  events?: readonly ChartEvent[];
  text: {
    /** What was asked, such as "CSAT, ticket". */
    question: (kind: string, touchpoint: string) => string;
    /** Such as "84.3%, mean 4.2". */
    value: (share: number | null, mean: number | null) => string;
    /** Such as "n 34". */
    answers: (count: number) => string;
  };
}

/**
 * Share of satisfied answers of each question, half-year under half-year, the newest first; what happened in a
 * half-year stands under its row, in words at the first question.
 */
export function satisfactionBars(
  rows: readonly Satisfaction[],
  options: SatisfactionBarsOptions,
): Chart {
  requireRows(rows, "satisfactionBars", "satisfaction");
  const { greyBelow = 10, text, events = [] } = options;
  const byQuestion = Map.groupBy(rows, ({ kind, touchpoint }) => text.question(kind, touchpoint));
  const bars = [...byQuestion].flatMap(([question, own], index) => {
    const waves = own.toSorted((a, b) => b.wave.localeCompare(a.wave));
    const happened = eventsByPlace(events, waves.map(({ wave }) => wave).reverse());
    const eventsOf = (place: number) => happened.get(waves.length - 1 - place) ?? [];
    return waves.map((row, place) => ({
      ...(place === 0 && { heading: question }),
      after: eventsOf(place)
        .toReversed()
        .map(({ label }) => (index === 0 ? label : "")),
      told: eventsOf(place).map(({ told }) => told),
      name: row.wave_label,
      note: text.answers(row.answers),
      value: row.good_share,
      text: text.value(row.good_share, row.mean_score),
      isQuiet: row.answers < greyBelow,
    }));
  });
  return rowBars(
    bars,
    { reaches: 1, fill: ({ isQuiet }) => (isQuiet ? "grey" : "accent") },
    options,
  );
}
