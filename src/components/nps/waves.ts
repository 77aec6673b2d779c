import type { Report } from "../../report.ts";
import { quotient, rowCount, total } from "../../shared/query/index.ts";
import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import type { PageFormats } from "../formats.ts";
import { listSegments } from "../segments.ts";
import type { Table } from "../table.ts";

const columns = [
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

/** Waves of the whole company that have a score, oldest first. */
export function askWaves(report: Report) {
  return ask(report, "npsByWave", {
    columns,
    computed: {
      promoter_share: quotient("promoters", "answers"),
      detractor_share: quotient("detractors", "answers"),
    },
    where: { dimension: "all", nps: { isNull: false } },
    order: ["wave"],
  });
}

/** Scores of every segment of a dimension in one wave. */
export function askSegments(report: Report, dimension: string, wave: string) {
  return ask(report, "npsByWave", {
    columns,
    where: { dimension, wave, nps: { isNull: false } },
    order: ["segment"],
  });
}

/** Answers and waves of the whole company. */
export function askAnswers(report: Report) {
  return ask(report, "npsByWave", {
    computed: { all_answers: total("answers"), waves: rowCount() },
    where: { dimension: "all", nps: { isNull: false } },
  });
}

export type Wave = ReturnType<typeof askSegments>["rows"][number];

/** Waves of the whole company that have a score, oldest first. */
export function companyWaves(report: Report): ReturnType<typeof askWaves>["rows"] {
  return askWaves(report).rows;
}

/** Dimensions of which the newest wave has scores, in the order of the page. */
export function brokenDown(report: Report): string[] {
  const newest = companyWaves(report).at(-1)?.wave;
  const scored = new Set(
    report.marts.npsByWave
      .filter(({ wave, nps }) => wave === newest && nps !== null)
      .map(({ dimension }) => dimension),
  );
  const wanted = [...new Set([listSegments(report).dimension, "industry", "role", "module"])];
  return wanted.filter((dimension) => dimension !== "all" && scored.has(dimension));
}

export function npsFinding(report: Report, format: PageFormats): string {
  const wave = companyWaves(report).at(-1);
  if (!report.datasets.some(({ dataset, isPresent }) => dataset === "surveys" && isPresent)) {
    return say.nps.unknown;
  }
  if (!wave || wave.nps === null || wave.lower === null || wave.upper === null) {
    return say.nps.none;
  }
  const [score, lower, upper] = [wave.nps, wave.lower, wave.upper].map(format.points);
  return say.nps.finding(score ?? "", lower ?? "", upper ?? "", wave.wave_label);
}

export function waveTable(rows: readonly Wave[], caption: string, format: PageFormats): Table {
  const { columns } = say.nps;
  const points = (value: number | null) => (value === null ? "" : format.tenths(value));
  return {
    caption,
    columns: [
      { label: columns.wave },
      { label: columns.segment },
      { label: columns.answers, isNumber: true },
      { label: columns.promoters, isNumber: true },
      { label: columns.passives, isNumber: true },
      { label: columns.detractors, isNumber: true },
      { label: columns.nps, isNumber: true },
      { label: columns.lower, isNumber: true },
      { label: columns.upper, isNumber: true },
    ],
    rows: rows.map((row) => [
      row.wave_label,
      format.segment(row.segment),
      format.number(row.answers),
      format.number(row.promoters),
      format.number(row.passives),
      format.number(row.detractors),
      points(row.nps),
      points(row.lower),
      points(row.upper),
    ]),
  };
}
