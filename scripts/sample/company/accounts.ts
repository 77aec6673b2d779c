import { asOf, type Day, firstDay, firstMonth, lastMonth, type Month } from "../calendar.ts";
import type { Random, SteadyDraw } from "../random.ts";
import type { Account } from "./lines.ts";
import { channels, industries, regions, segments, type Tier } from "./market.ts";
import { companyNames } from "./names.ts";

/** Business modules, in the order in which customers come to use them. */
export const modules = ["records", "workflows", "reporting", "integrations", "studio"] as const;

const currencies: Record<string, readonly (readonly [string, number])[]> = {
  "North America": [["USD", 100]],
  Europe: [
    ["EUR", 82],
    ["USD", 18],
  ],
  "United Kingdom": [
    ["GBP", 85],
    ["USD", 15],
  ],
  "Asia-Pacific": [["USD", 100]],
};

/** New customers of a month: from 8 to about 21, fewer in summer and more in December. */
export function newcomersOf(month: Month, random: Random): number {
  const trend = 8.4 + (13.2 * (month - firstMonth)) / (lastMonth - firstMonth);
  const season = [0, 0, 1, 0, 0, 1, -2, -2, 1, 0, 1, 2][month % 12] ?? 0;
  return Math.round(trend + season + random.between(-1.5, 1.5));
}

function tierOf(steady: SteadyDraw): Tier {
  if (steady("strategic", 0.043)) return "strategic";
  return steady("enterprise", 0.23) ? "enterprise" : "small";
}

function modulesOf(tier: Tier, quality: number, random: Random): string[] {
  const reach = quality + (tier === "small" ? 0 : 0.6) + random.bell() * 0.5;
  const thresholds = [-9, -1.1, 0.5, 0.7, 1.7];
  return modules.filter((_, index) => reach > (thresholds[index] ?? 0));
}

/** Gives the next new account, the way the market sends them. */
export function arrivals(
  random: Random,
  steady: SteadyDraw,
  known: readonly Account[],
): (start: Day) => Account {
  const nameOf = companyNames(random);
  return (start) => {
    const tier = tierOf(steady);
    const segment = segments[tier];
    const fit = steady(`exploratory ${tier}`, segment.shareExploratory) ? "exploratory" : "target";
    const industry = random.weighted(industries);
    const region = random.weighted(regions);
    const quality = random.bell() - (fit === "exploratory" ? 0.4 : 0);
    const happy = known.filter((other) => other.quality > 0 && other.stays.at(-1)?.until === null);
    const referrer = happy.length > 10 && random.chance(0.09) ? random.pick(happy) : null;
    return {
      id: `A${String(known.length + 1).padStart(4, "0")}`,
      name: nameOf(industry, region),
      tier,
      fit,
      industry,
      region,
      channel: random.weighted(channels),
      plan: segment.plan,
      owner: random.pick(segment.owners),
      currency: random.weighted(currencies[region] ?? []),
      referredBy: referrer?.id ?? null,
      firstContact: Math.min(asOf, start) - random.integer(12, tier === "small" ? 75 : 210),
      quality,
      modules: modulesOf(tier, quality, random),
      stays: [],
      lines: [],
    };
  };
}

/** Starting days of a month: a good part on the first, none after the 28th. */
export function startingDays(month: Month, count: number, random: Random): Day[] {
  const days = Array.from({ length: count }, () =>
    random.chance(0.3) ? 0 : random.integer(0, 27),
  );
  return days.sort((one, other) => one - other).map((offset) => firstDay(month) + offset);
}

export function stageOf(account: Account): string | null {
  const stay = account.stays.find((each) => each.until === null || each.until > asOf);
  if (!stay) return null;
  if (stay.from > asOf) return "signed";
  const age = asOf - stay.from;
  const slow = account.tier === "small" ? 1 : 2;
  if (age < 25 * slow) return "implementing";
  if (age < 60 * slow) return "rolling_out";
  const ends = account.lines
    .filter((line) => line.recurring && line.signed <= asOf && line.ends !== null)
    .map((line) => line.ends ?? 0);
  const last = Math.max(...ends);
  const window = account.tier === "small" ? 30 : 90;
  return last - asOf < window && ends.length > 0 ? "renewing" : "stable";
}
