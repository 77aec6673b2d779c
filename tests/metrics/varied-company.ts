import type { RandomCompany } from "./company.ts";
import type { Cells } from "./harness.ts";

type Terms = readonly [starts: string, ends: string | null, more?: Cells];

const day = (month: number, date: number): string =>
  new Date(Date.UTC(2022, month, date)).toISOString().slice(0, 10);

/** Lines of the customers begun in a month, by what they do; ends are the last days. */
const behaviours: Record<string, (month: number) => Terms[]> = {
  stays: (m) => [[day(m, 1), null, { currency: "EUR" }]],
  "renews 14 days late": (m) => [
    [day(m, 1), day(m + 12, 0), { currency: "EUR" }],
    [day(m + 12, 15), null, { currency: "EUR", mrr: 150 }],
  ],
  "renews on the last day of the grace": (m) => [
    [day(m, 1), day(m + 6, 0)],
    [day(m + 6, 31), null, { mrr: 90 }],
  ],
  "returns after 45 days": (m) => [
    [day(m, 10), day(m + 5 + (m % 7), 9)],
    [day(m + 5 + (m % 7), 55), null],
  ],
  "tries for some days, twice": (m) => [
    [day(m, 3), day(m, 20)],
    [day(m + 7, 3), day(m + 7, 21)],
  ],
  "pauses in the first month": (m) => [
    [day(m, 3), day(m, 20)],
    [day(m, 10), day(m, 20), { mrr: 50 }],
    [day(m + 1, 5), day(m + 15, 5)],
  ],
  "buys for a day": (m) => [[day(m, 8), day(m, 8)]],
  "gives notice": (m) => [
    [day(m, 1), day(m + 6 + ((m + 1) % 9), 0), { currency: "EUR", cancelled_on: day(m + 4, 12) }],
  ],
  "gives notice on the first day": (m) => [[day(m, 5), day(m + 6, 4), { cancelled_on: day(m, 5) }]],
  "gives notice in the first month": (m) => [
    [day(m, 3), day(m + 6, 2), { cancelled_on: day(m, 20) }],
    [day(m, 10), day(m + 6, 2), { mrr: 50, cancelled_on: day(m, 20) }],
  ],
  "gives notice to buy more": (m) => [
    [day(m, 1), day(m + 8, 0), { cancelled_on: day(m + 5, 12) }],
    [day(m + 8, 1), null, { mrr: 160 }],
  ],
  "adds for a month": (m) => [
    [day(m, 1), null],
    [day(m + 3, 1), day(m + 4, 0), { mrr: 40 }],
  ],
  "pays ahead and shrinks": (m) => [
    [day(m, 1), day(m + 12, 0), { mrr: null, amount: 1500, signed_on: day(m - 1, 9) }],
    [day(m + 12, 1), day(m + 15, 0), { mrr: 60 }],
    [day(m + 1, 5), null, { mrr: null, amount: 500, recurring: "false" }],
  ],
  "pays two months and some days ahead": (m) => [
    [day(m, 10), day(m + 2, 25), { mrr: null, amount: 2200 }],
  ],
  "pays where the rate is high": (m) => [
    [day(m, 1), m % 2 ? null : day(m + 9, 0), { currency: "EUR", mrr: 100 }],
    [day(m % 2 ? m + 11 : m, 1), m % 2 ? null : day(m + 9, 0), { mrr: -105 }],
    [day(m + 4, 1), day(m + 8, 0), { mrr: 3 }],
  ],
  "awaits renewal": (m) => [
    [day(m, 28), m === 2 ? "2024-06-20" : m % 2 && m < 29 ? "2024-06-24" : "2024-07-05"],
    ...(m % 4 === 0 ? [[day(m, 28), "2024-08-31", { cancelled_on: "2024-06-22" }] as const] : []),
  ],
  "awaits renewal of other terms": (m) => [
    [day(m, m === 29 ? 1 : 20), "2024-06-10", { currency: "EUR" }],
    ["2024-06-11", "2024-06-24", { currency: "EUR", mrr: m % 2 ? 300 : 5 }],
  ],
  "awaits renewal in the month of its start": (m) => [
    ...(m % 4 === 2 ? ([[day(m, 1), day(m + 1, 0)]] as const) : []),
    m % 4 === 0 ? ["2024-06-22", "2024-06-25"] : ["2024-07-01", "2024-07-05"],
  ],
  "awaits renewal where the rate is high": (m) => [
    [day(m, 1), "2024-07-08", { currency: "EUR", mrr: 100 }],
    [day(m, 1), "2024-07-08", { mrr: 2 * m - 90 }],
  ],
  "awaits renewal where the rate is low": (m) => [
    [day(m, 20), "2024-06-24", { mrr: 105 }],
    [day(m, 20), "2024-06-24", { currency: "EUR", mrr: -100 }],
  ],
};

const kinds = Object.keys(behaviours);
const months = Array.from({ length: 31 }, (_, place) => place);
const regulars = Array.from({ length: 10 }, (_, turn) => kinds.map((kind) => ({ kind, turn })))
  .flat()
  .map((customer, place) => ({ ...customer, account_id: place, month: customer.turn * 3 + 2 }));

/** Away so soon that some rules ignore it, and back. */
const backForGood = (m: number): Terms[] => [
  [day(m, 3), day(m, 20)],
  [day(m + 3, 5), null],
];

const customers = [
  ...regulars,
  ...[2, 14, 20, 23, 26].map((month, place) => ({
    kind: "comes back for good",
    turn: 0,
    account_id: regulars.length + place,
    month,
  })),
];

const contracts = customers.flatMap(({ kind, account_id, month }) =>
  (behaviours[kind] ?? backForGood)(month).map(([starts_on, ends_on, more]) => ({
    ...{ amount: null, currency: "USD", recurring: "true", signed_on: null, cancelled_on: null },
    ...{ account_id, starts_on, ends_on, mrr: 100 + account_id },
    ...more,
  })),
);

const otherSurveys = [
  { kind: "csat", touchpoint: "relationship" },
  { kind: "csat", touchpoint: "ticket" },
  { kind: "ces", touchpoint: "relationship" },
  { kind: "ces", touchpoint: "ticket" },
];

/**
 * A company with a customer of every behaviour begun in every third month: whatever switch is
 * turned, some of them count otherwise. Each kind of behaviour is a region.
 */
export const variedCompany: RandomCompany = {
  accounts: customers.map(({ account_id, kind }) => ({
    account_id,
    region: kind.replaceAll(",", ""),
    referred_by: account_id % 5 === 4 ? account_id - 4 : null,
  })),
  contracts: contracts.map((line, place) => ({ contract_id: place, ...line })),
  fx: months.map((month) => ({
    month: day(month, 1),
    currency: "EUR",
    rate: (1 + ((month * 7) % 10) / 50).toFixed(2),
  })),
  costs: months.flatMap((month) => [
    { month: day(month, 1), category: "sales", amount: 6000 + 360 * month },
    { month: day(month, 1), category: "service", amount: 60 * (month + 3) },
  ]),
  surveys: customers.flatMap(({ account_id, month }) => [
    ...[0, 0, 2, 5, 6, 8, 12, 13, 19, 9].map((after, turn) => ({
      response_id: account_id * 20 + turn,
      account_id,
      answered_on: day(month + after, turn === 0 ? 25 : 8),
      score:
        turn === 9 ? 0 : (account_id + turn) % 9 === 0 ? null : (account_id * 5 + turn * 3) % 11,
      kind: "nps",
      touchpoint: "relationship",
    })),
    ...otherSurveys.map((survey, turn) => ({
      response_id: account_id * 20 + 10 + turn,
      account_id,
      answered_on: day(month + turn, 12),
      score: 1 + ((account_id + turn) % 5),
      ...survey,
    })),
  ]),
  settings: { asOf: "2024-07-20" },
};
