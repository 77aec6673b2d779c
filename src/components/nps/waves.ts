import type { Report } from "../../report.ts";
import { say } from "../../text/index.ts";
import type { PageFormats } from "../formats.ts";
import { listSegments } from "../segments.ts";
import type { Table } from "../table.ts";

export type Wave = Report["marts"]["npsByWave"][number];

/** Waves of the whole company that have a score, oldest first. */
export function companyWaves(report: Report): Wave[] {
  return report.marts.npsByWave.filter((row) => row.dimension === "all" && row.nps !== null);
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
