import fc from "fast-check";
import type { Cells, SettingsOfTest } from "./harness.ts";

/** A made-up company as datasets, with the settings to measure it by. */
export interface RandomCompany {
  accounts: Cells[];
  contracts: Cells[];
  fx: Cells[];
  costs: Cells[];
  surveys: Cells[];
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
  currency: fc.constantFrom("USD", "EUR", "GBP"),
  isRecurring: fc.integer({ min: 0, max: 9 }),
  signedBefore: fc.option(fc.nat(90), { nil: null }),
  noticeBefore: fc.option(fc.nat(60), { nil: null }),
});

type Line = typeof line extends fc.Arbitrary<infer T> ? T : never;

/** Odd accounts have discounts: those of 1 and 5 in one currency, others in several, so that rates judge them. */
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
    mrr: isOdd && made.isDiscount ? -amount / (account === 7 ? 1 : 4) : amount,
    currency: account % 4 === 1 ? "USD" : made.currency,
    recurring: made.isRecurring > 0 ? "true" : "false",
    signed_on: signedBefore === null ? null : dayAfter(start - signedBefore),
    cancelled_on: noticeBefore === null || ends === null ? null : dayAfter(ends - noticeBefore),
  };
}

const answer = fc.record({
  account: fc.nat(7),
  day: fc.nat(1000),
  person: fc.nat(3),
  score: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
});

const cost = fc.record({
  month: fc.nat(30),
  category: fc.constantFrom("marketing", "sales", "service"),
  amount: fc.integer({ min: 0, max: 50_000 }),
  tier: fc.constantFrom("strategic", "enterprise", "small"),
});

/** First day of the month so many months after January 2022. */
function monthAfter(months: number): string {
  return new Date(Date.UTC(2022, months, 1)).toISOString().slice(0, 10);
}

const rates = fc.array(fc.integer({ min: 50_000_000, max: 150_000_000 }), {
  minLength: 1,
  maxLength: 30,
});

const switches = fc.record({
  churnSameMonth: fc.constantFrom("counts", "ignored"),
  churnDenominator: fc.constantFrom("opening", "opening_and_new"),
  churnContraction: fc.constantFrom("counts", "ignored"),
  retentionReactivation: fc.constantFrom("kept", "lost"),
  quickRatioReactivation: fc.constantFrom("counts", "ignored"),
  cashBasis: fc.constantFrom("revenue", "cash"),
  cacLagMonths: fc.constantFrom(0, 2),
  grossMargin: fc.constantFrom(null, 0.8),
  ltvFormula: fc.constantFrom("survival", "trailing_churn", "churn"),
});

export const randomCompany: fc.Arbitrary<RandomCompany> = fc
  .record({
    tiers: fc.array(fc.constantFrom("strategic", "enterprise", "small", null), {
      minLength: 8,
      maxLength: 8,
    }),
    regions: fc.array(fc.constantFrom("north", "south", null), { minLength: 8, maxLength: 8 }),
    lines: fc.array(line, { minLength: 1, maxLength: 30 }),
    rates,
    answers: fc.array(answer, { minLength: 1, maxLength: 25 }),
    spending: fc.array(cost, { minLength: 1, maxLength: 30 }),
    asOf: fc.integer({ min: 300, max: 1000 }),
    dataFrom: fc.option(fc.nat(400), { nil: null }),
    graceDays: fc.constantFrom(0, 7, 30),
    endIs: fc.constantFrom("inclusive", "exclusive"),
    switches,
  })
  .map(({ tiers, regions, lines, rates, answers, spending, asOf, dataFrom, ...rules }) => ({
    accounts: tiers.map((tier, place) => ({
      account_id: place,
      tier,
      region: regions[place] ?? null,
    })),
    contracts: lines.map(contractOf),
    fx: ["EUR", "GBP"].flatMap((currency, turn) =>
      rates.map((_, place) => ({
        month: monthAfter(place),
        currency,
        rate: ((rates.at(place * (1 - 2 * turn)) ?? 1) / 100_000_000).toFixed(8),
      })),
    ),
    costs: spending.map(({ month, ...rest }) => ({ month: monthAfter(month), ...rest })),
    surveys: answers.map(({ account, day, person, score }, place) => ({
      response_id: place,
      account_id: account,
      answered_on: dayAfter(day),
      respondent_id: person,
      score,
      kind: place % 5 === 0 && score !== null && score > 0 && score < 6 ? "csat" : "nps",
      role: person === 0 ? "executive" : null,
    })),
    settings: {
      asOf: dayAfter(asOf),
      dataFrom: dataFrom === null ? null : dayAfter(dataFrom),
      graceDays: rules.graceDays,
      endIs: rules.endIs,
      survivalUnit: "day",
      ...rules.switches,
    },
  }));

function monthOf(day: string | number | null | undefined, after: number): string {
  const date = new Date(String(day));
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + after, 1))
    .toISOString()
    .slice(0, 10);
}

/** The same company with lines of whole calendar months, so that months of age are months. */
export function alignedToMonths(company: RandomCompany): RandomCompany {
  const contracts = company.contracts.map((row) => ({
    ...row,
    starts_on: monthOf(row.starts_on, 0),
    ends_on: row.ends_on === null ? null : monthOf(row.ends_on, 1),
  }));
  return { ...company, contracts, settings: { ...company.settings, endIs: "exclusive" } };
}

/** A company beside the same one with the rows of every dataset in another order. */
export function withOtherOrder(
  company: RandomCompany,
): fc.Arbitrary<readonly [RandomCompany, RandomCompany]> {
  const shuffled = (rows: Cells[]) =>
    fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length });
  return fc
    .record({
      accounts: shuffled(company.accounts),
      contracts: shuffled(company.contracts),
      fx: shuffled(company.fx),
      costs: shuffled(company.costs),
      surveys: shuffled(company.surveys),
    })
    .map((rows) => [company, { ...company, ...rows }] as const);
}
