import { constant, onDay } from "../../shared/query/index.ts";
import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import type { View } from "../view.ts";
import { yearOfAge } from "./curves.ts";

/** Completed months of age at which the segments are compared. */
const horizons = [3, 6, 12, 24] as const;

/**
 * For each horizon the share still there, its 95% band and the customers at risk then, of the whole
 * company and of the segments given; null where nobody has been followed that long.
 */
export function askHorizons(
  { report, scope }: View,
  dimension: string,
  segments: readonly string[],
) {
  const dimensions = [...new Set([scope.dimension, dimension])];
  return horizons.map((months) =>
    ask(report, "survivalCurve", {
      columns: ["dimension", "segment"],
      computed: {
        months: constant(months),
        kept: onDay("survival", "age", months),
        kept_from: onDay("lower", "age", months),
        kept_to: onDay("upper", "age", months),
        followed: onDay("at_risk", "age", months),
      },
      where: { dimension: dimensions, segment: [...new Set([scope.segment, ...segments])] },
      order: [
        { by: "dimension", as: dimensions },
        { by: "segment", as: segments },
      ],
    }),
  );
}

export type Horizon = ReturnType<typeof askHorizons>[number]["rows"][number];

/** Who is still there after one year and two, or after the longest time that enough are followed. */
export function horizonFinding(
  rows: readonly Horizon[],
  fewest: number,
  { scope, format }: View,
): string {
  const { retention } = say;
  const known = rows.filter(
    (row) =>
      row.dimension === scope.dimension && row.kept !== null && (row.followed ?? 0) >= fewest,
  );
  const year = known.findLast((row) => (row.months ?? 0) <= yearOfAge);
  const later = known.find((row) => (row.months ?? 0) > yearOfAge);
  if (!year) return retention.horizonYoung;
  const told = [year, ...(later ? [later] : [])].map(
    ({ kept, months }) => [format.share(kept ?? 0), months ?? 0] as const,
  );
  return retention.horizonFinding(told);
}
