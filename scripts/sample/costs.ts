import { firstMonth, formatMonth, lastDay, lastMonth, type Month, monthsFrom } from "./calendar.ts";
import { type Account, recurringOn } from "./company/lines.ts";
import { channels, segments, type Tier } from "./company/market.ts";
import { type Cell, formatCents, renderCsv } from "./csv.ts";
import { type Random, seeded } from "./random.ts";
import type { Rates } from "./rates.ts";

const plannedShare: readonly (readonly [Tier, number])[] = [
  ["strategic", 0.043],
  ["enterprise", 0.22],
  ["small", 0.737],
];

const channelPremium: Record<string, number> = {
  inbound: 0.8,
  outbound: 1.15,
  partner: 0.9,
  event: 1.5,
};

/** Spending follows the plan of the year, not the luck of the month. */
function plannedNewcomers(month: Month): number {
  return 8.6 + (13.2 * (month - firstMonth)) / (lastMonth - firstMonth);
}

function priceLevel(month: Month): number {
  return 0.92 + (0.105 * (month - firstMonth)) / (lastMonth - firstMonth);
}

function acquisition(month: Month, random: Random): Cell[][] {
  const channelTotal = channels.reduce(
    (sum, [name, weight]) => sum + weight * (channelPremium[name] ?? 1),
    0,
  );
  const rowsOf = (category: "marketing" | "sales") =>
    plannedShare.flatMap(([tier, share]) =>
      channels.map(([channel, weight]) => {
        const { marketingCost, salesCost } = segments[tier];
        const each = category === "marketing" ? marketingCost : salesCost;
        const part = (weight * (channelPremium[channel] ?? 1)) / channelTotal;
        const dollars = plannedNewcomers(month) * share * each * part * priceLevel(month);
        const cents = Math.round(dollars * random.between(0.93, 1.07)) * 100;
        return [formatMonth(month), category, formatCents(cents), channel, tier];
      }),
    );
  return [...rowsOf("marketing"), ...rowsOf("sales")];
}

function running(month: Month, revenueCents: number, random: Random): Cell[][] {
  const age = month - firstMonth;
  const early = age < 6 ? (6 - age) * 0.06 : 0;
  const shares: readonly (readonly [string, number, number])[] = [
    ["service", 0.255 - 0.0012 * age + early, 2_000],
    ["success", 0.085, 9_000],
    ["research", 0.2, 55_000],
    ["overhead", 0.11, 28_000],
  ];
  return shares.map(([category, share, fixed]) => {
    const dollars = ((revenueCents / 100) * share + fixed) * random.between(0.97, 1.03);
    return [formatMonth(month), category, formatCents(Math.round(dollars) * 100), null, null];
  });
}

export function renderCosts(accounts: readonly Account[], rates: Rates, seed: number): string {
  const random = seeded(seed, "costs");
  const rows = monthsFrom(firstMonth, lastMonth).flatMap((month) => {
    const revenue = accounts.reduce((sum, account) => {
      return sum + recurringOn(account, lastDay(month)) * rates(month, account.currency);
    }, 0);
    return [...acquisition(month, random), ...running(month, revenue, random)];
  });
  return renderCsv(["month", "category", "amount", "channel", "tier"], rows);
}
