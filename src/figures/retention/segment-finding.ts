import { say, sentence } from "../../text/index.ts";
import type { View } from "../view.ts";
import { type CurvePoint, churnedBy, differingPairs, yearOfAge } from "./curves.ts";

/** The widest difference within a year that is beyond chance; where none is, that and the range. */
export function segmentFinding(
  view: View,
  { dimension, names }: { dimension: string; names: readonly string[] },
  points: readonly CurvePoint[],
): string {
  const { report, format } = view;
  const { retention } = say;
  const fewest = report.definitions.survival.grey_below;
  const churnOf = (name: string) =>
    churnedBy(points, format.segment(name), yearOfAge, fewest) ?? Number.NaN;
  const known = names.map(churnOf).filter((share) => !Number.isNaN(share));
  if (known.length < 2) return retention.segmentYoung;
  const pairs = differingPairs(view, dimension, names)
    .map(({ segment, other_segment: other }) =>
      churnOf(segment) >= churnOf(other) ? [segment, other] : [other, segment],
    )
    .map(([worse = "", better = ""]) => ({ worse, better, gap: churnOf(worse) - churnOf(better) }))
    .filter(({ gap }) => gap > 0)
    .sort((a, b) => b.gap - a.gap);
  const widest = pairs[0];
  if (!widest) {
    const [low, high] = [Math.min(...known), Math.max(...known)].map(format.share);
    return retention.segmentSame(low ?? "", high ?? "", yearOfAge);
  }
  return sentence(
    retention.segmentFinding(
      format.segment(widest.worse),
      format.share(churnOf(widest.worse)),
      format.segment(widest.better),
      format.share(churnOf(widest.better)),
      yearOfAge,
    ),
  );
}
