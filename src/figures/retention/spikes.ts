import { quotientOfTotals, wilsonLower, wilsonUpper } from "../../shared/query/index.ts";
import { fisherPValue, holmCorrection } from "../../shared/statistics.ts";
import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import type { PageFormats } from "../formats.ts";
import { rowsOf, type View } from "../view.ts";

/** Chance of a false alarm that the page accepts, over all the months it compares. */
const level = 0.05;

/** A title names no more spikes than these, the highest. */
export const mostNamed = 2;

/** From here on a multiple is told without its decimals. */
const wholeFrom = 10;

/** At every month of age who was at risk, who left, and the share with its 95% interval. */
export function askHazard({ report, scope }: View) {
  return ask(report, "survivalCurve", {
    columns: ["age", "at_risk", "events", "hazard"],
    computed: {
      hazard_from: wilsonLower("events", "at_risk"),
      hazard_to: wilsonUpper("events", "at_risk"),
    },
    where: { ...rowsOf(scope), at_risk: { above: 0 } },
    order: ["age"],
  });
}

export type HazardPoint = ReturnType<typeof askHazard>["rows"][number];

/**
 * Ages at which clearly more left than at the others together: beyond chance by Fisher's exact test
 * against all other months, corrected after Holm for all the months that are tested. Exact, since
 * most months have few events or none.
 *
 * @param fewest customers at risk under which a month is not tested
 */
export function spikesOf(points: readonly HazardPoint[], fewest: number): HazardPoint[] {
  const count = (column: "events" | "at_risk") =>
    points.reduce((sum, point) => sum + point[column], 0);
  const all = { events: count("events"), trials: count("at_risk") };
  const tested = points.filter((point) => point.at_risk >= fewest);
  const corrected = holmCorrection(
    tested.map(({ events, at_risk: trials }) =>
      fisherPValue(
        { events, trials },
        { events: all.events - events, trials: all.trials - trials },
      ),
    ),
  );
  return tested.filter((_, index) => (corrected[index] ?? 1) < level);
}

/** Share of those at risk that left in a month, over all the months that are no spike. */
export function askOrdinary({ report, scope }: View, spikes: readonly HazardPoint[]) {
  return ask(report, "survivalCurve", {
    computed: { ordinary_hazard: quotientOfTotals("events", "at_risk") },
    where: {
      ...rowsOf(scope),
      at_risk: { above: 0 },
      ...(spikes.length > 0 ? { age: { noneOf: spikes.map(({ age }) => age) } } : {}),
    },
  });
}

/** Whether any month has enough customers at risk to be told from the others. */
export const canTell = (points: readonly HazardPoint[], fewest: number): boolean =>
  points.some((point) => point.at_risk >= fewest);

/** The highest spikes in words, with how far they stand above an ordinary month. */
export function hazardFinding(
  spikes: readonly HazardPoint[],
  ordinary: number,
  format: PageFormats,
): string {
  const { retention } = say;
  if (spikes.length === 0) return retention.hazardEven(format.share(ordinary));
  const named = spikes
    .toSorted((a, b) => b.hazard - a.hazard)
    .slice(0, mostNamed)
    .sort((a, b) => a.age - b.age);
  const parts = named.map(({ age, hazard }, index) =>
    (index === 0 ? retention.hazardSpike : retention.hazardNext)(
      format.number(age),
      format.share(hazard),
      ordinary === 0 ? undefined : timesOf(hazard / ordinary, format),
    ),
  );
  return [...parts, ...(ordinary === 0 ? [retention.hazardOnly] : [])].join("");
}

const timesOf = (ratio: number, format: PageFormats) =>
  format.number(ratio < wholeFrom ? ratio : Math.round(ratio));
