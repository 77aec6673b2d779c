import { type ChartEvent, type NativeChart, satisfactionBars } from "../../charts/index.ts";
import type { Report } from "../../report.ts";
import { type AnswerRow, distinctCount, type Question, total } from "../../shared/query/index.ts";
import { say } from "../../text/index.ts";
import { type Answer, ask } from "../ask.ts";
import { draw } from "../draw.ts";
import type { FigureModel } from "../figure.ts";
import { tabulate } from "../table.ts";
import { eventMarks, eventSentences } from "../timeline/events.ts";
import { inPeriod, rowsOf, type View } from "../view.ts";
import { eventsOfWaves } from "./by-wave.ts";

/** What is asked of each kind of question and wave. */
export const satisfactionColumns = [
  "kind",
  "touchpoint",
  "wave",
  "wave_label",
  "answers",
  "good_share",
  "mean_score",
] as const;

/** CSAT and CES, as a table; undefined where nobody answered. */
export function satisfaction(view: View): FigureModel | undefined {
  const { report, format } = view;
  const { nps } = say;
  const { columns } = nps;
  const asked = askSatisfaction(view, {
    columns: satisfactionColumns,
    order: [{ descending: "wave" }, "kind", "touchpoint"],
  });
  const { rows } = asked;
  const newest = rows.find((row) => row.kind === "csat") ?? rows[0];
  const sentence = newest?.kind === "csat" ? nps.satisfactionFinding : nps.satisfactionEase;
  const finding = newest
    ? sentence(newest.good_share === null ? "" : format.share(newest.good_share), newest.wave_label)
    : "";
  const totals = askSatisfaction(view, {
    computed: { all_answers: total("answers"), waves: distinctCount("wave") },
  });
  const { all_answers: answers, waves } = totals.rows[0] ?? {};
  if (rows.length === 0) return undefined;
  const events = eventsOfWaves(view, rows);
  return {
    id: "satisfaction",
    measure: nps.satisfactionMeasure,
    finding,
    facts: nps.allFacts(
      format.number(answers ?? 0),
      answers ?? 0,
      waves ?? 0,
      format.day(report.asOf.day),
    ),
    caveat: [nps.satisfactionCaveat, ...eventSentences(events)].join(" "),
    events,
    native: nativeQuestions(rows, events),
    drawing: draw("satisfaction", finding, format, (options) =>
      satisfactionBars(
        rows.toSorted((a, b) => order(a) - order(b)),
        {
          ...options,
          events,
          text: {
            question: nps.question,
            value: (share, mean) =>
              nps.satisfactionValue(format.share(share ?? 0), format.tenths(mean ?? 0)),
            answers: (count) => say.site.n(format.number(count)),
          },
        },
      ),
    ),
    table: tabulate(format, rows, { caption: nps.satisfactionMeasure }, [
      { label: columns.question, value: (row) => row.kind.toUpperCase() },
      { label: columns.occasion, value: (row) => row.touchpoint },
      { label: columns.wave, isWhole: true, value: (row) => row.wave_label },
      { label: columns.answers, unit: "number", value: (row) => row.answers },
      { label: columns.good, unit: "share", value: (row) => row.good_share },
      { label: columns.mean, unit: "tenths", value: (row) => row.mean_score },
    ]),
    queries: [asked, totals],
  };
}

/** As the finding is of CSAT, it comes first. */
const order = ({ kind }: { kind: string }) => (kind === "csat" ? 0 : 1);

/** A line a question, from half-year to half-year. */
function nativeQuestions(
  rows: readonly Pick<Row, "kind" | "touchpoint" | "wave" | "wave_label" | "good_share">[],
  events: readonly ChartEvent[],
): NativeChart {
  const labels = new Map(rows.map(({ wave, wave_label }) => [wave, wave_label]));
  const waves = [...labels.keys()].sort();
  const byQuestion = Map.groupBy(
    rows.toSorted((a, b) => order(a) - order(b)),
    ({ kind, touchpoint }) => say.nps.question(kind, touchpoint),
  );
  return {
    kind: "line",
    unit: "share",
    categories: waves.map((wave) => labels.get(wave) ?? ""),
    series: [...byQuestion].map(([name, own]) => ({
      name,
      values: waves.map((wave) => own.find((row) => row.wave === wave)?.good_share ?? null),
    })),
    marks: eventMarks(events, waves),
  };
}

type Row = Report["marts"]["satisfaction"][number];

/** Answers of the whole company and of the segments are two marts with the same columns. */
function askSatisfaction<C extends keyof Row & string = never, N extends string = never>(
  { report, scope, period }: View,
  question: Question<Row, C, N>,
): Answer<AnswerRow<Row, C, N>> {
  const where = inPeriod(period, "wave", "half");
  if (scope.dimension === "all") return ask(report, "satisfaction", { ...question, where });
  return ask(report, "satisfactionBySegment", {
    ...question,
    where: { ...rowsOf(scope), ...where },
  });
}
