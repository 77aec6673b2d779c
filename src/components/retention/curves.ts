import type { Report } from "../../report.ts";
import { chiSquarePValue, holmCorrection } from "../../shared/statistics.ts";
import { say } from "../../text/index.ts";
import type { PageFormats } from "../formats.ts";

type CurvePoint = Report["marts"]["survivalCurve"][number];

/** Chance of a false alarm that the page accepts, over all the pairs it compares. */
const level = 0.05;

export const yearOfAge = 12;

/** Points of some segments, named as the reader sees them, in the order of the names given. */
export function curvesOf(
  report: Report,
  dimension: string,
  segments: readonly string[],
  format: PageFormats,
): CurvePoint[] {
  return segments.flatMap((segment) =>
    report.marts.survivalCurve
      .filter((row) => row.dimension === dimension && row.segment === segment)
      .map((row) => ({ ...row, segment: format.segment(segment) })),
  );
}

/** Share that has left by an age, where enough customers were still observed at it. */
export function churnedBy(
  points: readonly CurvePoint[],
  segment: string,
  age: number,
  fewest: number,
): number | undefined {
  const point = points.find((row) => row.segment === segment && row.age === age);
  return point && point.at_risk >= fewest ? 1 - point.survival : undefined;
}

/** Pairs of segments of a dimension that differ beyond chance. */
export function differingPairs(
  report: Report,
  dimension: string,
  segments: readonly string[],
): Report["marts"]["survivalComparison"] {
  const pairs = report.marts.survivalComparison.filter(
    (row) =>
      row.dimension === dimension &&
      row.chi_square !== null &&
      segments.includes(row.segment) &&
      segments.includes(row.other_segment),
  );
  const corrected = holmCorrection(pairs.map((row) => chiSquarePValue(row.chi_square ?? 0)));
  return pairs.filter((_, index) => (corrected[index] ?? 1) < level);
}

/** The same in a sentence. */
export function differencesOf(
  report: Report,
  dimension: string,
  segments: readonly string[],
  format: PageFormats,
): string {
  const differing = differingPairs(report, dimension, segments);
  return say.retention.differ(
    differing.map((row) =>
      say.retention.pair(format.segment(row.segment), format.segment(row.other_segment)),
    ),
  );
}

/** The table under a churn curve. */
export function tableOf(points: readonly CurvePoint[], caption: string, format: PageFormats) {
  const { columns } = say.retention;
  const share = (value: number | null) => (value === null ? "" : format.share(value));
  return {
    caption,
    columns: [
      { label: columns.segment },
      { label: columns.age, isNumber: true },
      { label: columns.atRisk, isNumber: true },
      { label: columns.left, isNumber: true },
      { label: columns.churn, isNumber: true },
      { label: columns.lower, isNumber: true },
      { label: columns.upper, isNumber: true },
    ],
    rows: points
      .filter((row) => row.age % 3 === 0 || row.events > 0)
      .map((row) => [
        row.segment,
        format.number(row.age),
        format.number(row.at_risk),
        format.number(row.events),
        share(1 - row.survival),
        share(row.upper === null ? null : 1 - row.upper),
        share(row.lower === null ? null : 1 - row.lower),
      ]),
  };
}
