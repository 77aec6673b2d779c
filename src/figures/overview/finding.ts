import { say } from "../../text/index.ts";
import type { View } from "../view.ts";
import { headlineOf } from "./headline/headline.ts";
import { unknownReason } from "./headline/unknown.ts";

/** The overview's title: the north star against its target, or against a year ago. */
export function overviewFinding(view: View): string {
  const { report } = view;
  const star = headlineOf(view, report.definitions.north_star.metric);
  const { overview } = say;
  if (star.value === undefined)
    return overview.starUnknown(star.name, unknownReason(view, star.metric));
  if (star.target) {
    const { isMet, gap, formatted, period } = star.target;
    if (isMet) return overview.starMet(star.name, star.formatted, formatted, period);
    const missed = star.value > star.target.value ? overview.starOver : overview.starMissed;
    return missed(star.name, star.formatted, gap, formatted, period);
  }
  return star.move
    ? overview.starMoved(star.name, star.formatted, star.move)
    : overview.starPlain(star.name, star.formatted);
}
