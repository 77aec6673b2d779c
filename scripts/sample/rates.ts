import { firstMonth, formatMonth, lastMonth, type Month, monthsFrom } from "./calendar.ts";
import { renderCsv } from "./csv.ts";
import { seeded } from "./random.ts";

/** US dollars for one unit, by `month currency`. */
export type Rates = (month: Month, currency: string) => number;

const starts = { EUR: 1.062, GBP: 1.234 } as const;

function walk(start: number, seed: number, currency: string): number[] {
  const random = seeded(seed, `rate ${currency}`);
  let rate = start;
  return monthsFrom(firstMonth, lastMonth).map(() => {
    rate += random.between(-0.008, 0.008) * start + (start - rate) * 0.06;
    return Math.round(rate * 10_000) / 10_000;
  });
}

export function ratesOf(seed: number): Rates {
  const walks = new Map(
    Object.entries(starts).map(([name, start]) => [name, walk(start, seed, name)]),
  );
  return (month, currency) => walks.get(currency)?.[Math.min(month, lastMonth) - firstMonth] ?? 1;
}

export function renderRates(rates: Rates): string {
  const rows = monthsFrom(firstMonth, lastMonth).flatMap((month) =>
    Object.keys(starts).map((name) => [formatMonth(month), name, rates(month, name).toFixed(4)]),
  );
  return renderCsv(["month", "currency", "rate"], rows);
}
