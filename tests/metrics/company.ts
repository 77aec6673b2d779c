import fc from "fast-check";
import type { Cells, SettingsOfTest } from "./harness.ts";

/** A made-up company as datasets, with the settings to measure it by. */
export interface RandomCompany {
  accounts: Cells[];
  contracts: Cells[];
  fx: Cells[];
  settings: SettingsOfTest;
}

const firstDay = Date.UTC(2022, 0, 1);

function dayAfter(days: number): string {
  return new Date(firstDay + days * 86_400_000).toISOString().slice(0, 10);
}

const line = fc.record({
  account: fc.nat(7),
  start: fc.nat(800),
  length: fc.option(fc.integer({ min: 1, max: 400 }), { nil: null }),
  cents: fc.integer({ min: 0, max: 30_000 }),
  isDiscount: fc.boolean(),
  isEuro: fc.boolean(),
  isRecurring: fc.integer({ min: 0, max: 9 }),
  signedBefore: fc.option(fc.nat(90), { nil: null }),
  noticeBefore: fc.option(fc.nat(60), { nil: null }),
});

type Line = typeof line extends fc.Arbitrary<infer T> ? T : never;

/** Accounts of an odd number have discounts, all in one currency, so that their sign is no question of rates. */
function contractOf(made: Line, place: number): Cells {
  const { account, start, length, signedBefore, noticeBefore } = made;
  const isOdd = account % 2 === 1;
  const amount = made.cents / 100;
  const ends = length === null ? null : start + length;
  return {
    contract_id: place,
    account_id: account,
    starts_on: dayAfter(start),
    ends_on: ends === null ? null : dayAfter(ends),
    mrr: isOdd && made.isDiscount ? -amount / 4 : amount,
    currency: made.isEuro && !isOdd ? "EUR" : "USD",
    recurring: made.isRecurring > 0 ? "true" : "false",
    signed_on: signedBefore === null ? null : dayAfter(start - signedBefore),
    cancelled_on: noticeBefore === null || ends === null ? null : dayAfter(ends - noticeBefore),
  };
}

const rates = fc.array(fc.integer({ min: 50_000_000, max: 150_000_000 }), {
  minLength: 1,
  maxLength: 30,
});

export const randomCompany: fc.Arbitrary<RandomCompany> = fc
  .record({
    tiers: fc.array(fc.constantFrom("strategic", "enterprise", "small", null), {
      minLength: 8,
      maxLength: 8,
    }),
    lines: fc.array(line, { minLength: 1, maxLength: 30 }),
    rates,
    asOf: fc.integer({ min: 300, max: 1000 }),
    dataFrom: fc.option(fc.nat(400), { nil: null }),
    graceDays: fc.constantFrom(0, 7, 30),
    endIs: fc.constantFrom("inclusive", "exclusive"),
  })
  .map(({ tiers, lines, rates, asOf, dataFrom, graceDays, endIs }) => ({
    accounts: tiers.map((tier, place) => ({ account_id: place, tier })),
    contracts: lines.map(contractOf),
    fx: rates.map((rate, place) => ({
      month: new Date(Date.UTC(2022, place, 1)).toISOString().slice(0, 10),
      currency: "EUR",
      rate: (rate / 100_000_000).toFixed(8),
    })),
    settings: {
      asOf: dayAfter(asOf),
      dataFrom: dataFrom === null ? null : dayAfter(dataFrom),
      graceDays,
      endIs,
    },
  }));
