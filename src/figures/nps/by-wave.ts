import { type ChartEvent, type NativeSeries, placesWhere } from "../../charts/index.ts";
import { quotient, rowCount, total } from "../../shared/query/index.ts";
import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import type { PageFormats } from "../formats.ts";
import { listSegments } from "../segments.ts";
import { type Table, tabulate } from "../table.ts";
import { eventsWithin } from "../timeline/events.ts";
import { inPeriod, isCompany, monthsIn, rowsOf, type View } from "../view.ts";

/** What is asked of each wave. */
export const waveColumns = [
  "segment",
  "wave",
  "wave_label",
  "answers",
  "promoters",
  "passives",
  "detractors",
  "nps",
  "lower",
  "upper",
  "change",
  "is_change",
] as const;

/** Waves of the scope that have a score, oldest first. */
export function askWaves({ report, scope, period }: View) {
  return ask(report, "npsByWave", {
    columns: waveColumns,
    computed: {
      promoter_share: quotient("promoters", "answers"),
      detractor_share: quotient("detractors", "answers"),
    },
    where: { ...rowsOf(scope), ...inPeriod(period, "wave", "half"), nps: { isNull: false } },
    order: ["wave"],
  });
}

/** The same without the period, for figures of the newest wave, which no period limits. */
export const askAllWaves = (view: View) => askWaves({ ...view, period: {} });

/** Answers and waves of the scope. */
export function askAnswers({ report, scope, period }: View) {
  return ask(report, "npsByWave", {
    computed: { all_answers: total("answers"), waves: rowCount() },
    where: { ...rowsOf(scope), ...inPeriod(period, "wave", "half"), nps: { isNull: false } },
  });
}

/** What is told of a score, whoever gave it. */
export type Scored = Pick<
  ReturnType<typeof askWaves>["rows"][number],
  | "segment"
  | "wave_label"
  | "answers"
  | "promoters"
  | "passives"
  | "detractors"
  | "nps"
  | "lower"
  | "upper"
>;

/** Waves of the scope that have a score, oldest first. */
export function companyWaves(view: View): ReturnType<typeof askWaves>["rows"] {
  return askWaves(view).rows;
}

/** Dimensions of which the newest wave has scores, in the order of the page; of a segment those that split it. */
export function brokenDown(view: View): string[] {
  const { report, scope } = view;
  const newest = askAllWaves(view).rows.at(-1)?.wave;
  const scored = new Set(
    isCompany(view)
      ? report.marts.npsByWave
          .filter(({ wave, nps }) => wave === newest && nps !== null)
          .map(({ dimension }) => dimension)
      : report.marts.npsDrivers
          .filter((row) => row.dimension === scope.dimension && row.segment === scope.segment)
          .map(({ breakdown }) => breakdown),
  );
  const wanted = [...new Set([listSegments(report).dimension, "industry", "role", "module"])];
  return wanted.filter((dimension) => dimension !== "all" && scored.has(dimension));
}

/** What happened in the time of waves. @param rows in any order */
export function eventsOfWaves(
  { report, format }: View,
  rows: readonly { wave: string }[],
): ChartEvent[] {
  const starts = [...new Set(rows.map(({ wave }) => wave))].sort();
  return eventsWithin(report, starts, format, monthsIn.half);
}

export function npsFinding(view: View): string {
  const { report, format } = view;
  const wave = companyWaves(view).at(-1) ?? askAllWaves(view).rows.at(-1);
  if (!report.datasets.some(({ dataset, isPresent }) => dataset === "surveys" && isPresent)) {
    return say.nps.unknown;
  }
  if (!wave || wave.nps === null || wave.lower === null || wave.upper === null) {
    return say.nps.none;
  }
  const [score, lower, upper] = [wave.nps, wave.lower, wave.upper].map(format.points);
  return say.nps.finding(score ?? "", lower ?? "", upper ?? "", wave.wave_label);
}

/** Scores with their intervals. */
export function nativeScores(rows: readonly Scored[], fewestAnswers = 0): NativeSeries {
  return {
    name: say.nps.columns.nps,
    values: rows.map(({ nps }) => nps),
    low: rows.map(({ lower }) => lower),
    high: rows.map(({ upper }) => upper),
    faint: placesWhere(rows, ({ answers }) => answers < fewestAnswers),
  };
}

export function waveTable(rows: readonly Scored[], caption: string, format: PageFormats): Table {
  const { columns } = say.nps;
  return tabulate(format, rows, { caption }, [
    { label: columns.wave, value: (row) => row.wave_label },
    { label: columns.segment, value: (row) => format.segment(row.segment) },
    { label: columns.answers, unit: "number", value: (row) => row.answers },
    { label: columns.promoters, unit: "number", value: (row) => row.promoters },
    { label: columns.passives, unit: "number", value: (row) => row.passives },
    { label: columns.detractors, unit: "number", value: (row) => row.detractors },
    { label: columns.nps, unit: "tenths", value: (row) => row.nps },
    { label: columns.lower, unit: "tenths", value: (row) => row.lower },
    { label: columns.upper, unit: "tenths", value: (row) => row.upper },
  ]);
}
