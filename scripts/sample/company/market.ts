import { type Day, parseDay } from "../calendar.ts";

export type Tier = "strategic" | "enterprise" | "small";
export type Fit = "target" | "exploratory";

export interface Segment {
  shareExploratory: number;
  /** Seats of a first contract: low + spread x a random square. */
  seats: { low: number; spread: number };
  plan: string;
  centsPerSeat: number;
  terms: readonly (readonly [number, number])[];
  billing: readonly (readonly ["monthly" | "quarterly" | "annual" | "upfront", number])[];
  /** Chance to leave at the end of the first term, and of later ones. */
  leaving: Record<Fit, readonly [number, number]>;
  contracting: number;
  expansionsPerYear: number;
  expansionShare: readonly [number, number];
  onboarding: { chance: number; low: number; high: number };
  /** What winning one customer costs, in USD. */
  salesCost: number;
  marketingCost: number;
  owners: readonly string[];
}

export const segments: Record<Tier, Segment> = {
  strategic: {
    shareExploratory: 0.1,
    seats: { low: 190, spread: 260 },
    plan: "Scale",
    centsPerSeat: 4000,
    terms: [
      [12, 30],
      [24, 40],
      [36, 30],
    ],
    billing: [
      ["annual", 60],
      ["upfront", 20],
      ["quarterly", 20],
    ],
    leaving: { target: [0.035, 0.035], exploratory: [0.06, 0.05] },
    contracting: 0.1,
    expansionsPerYear: 0.75,
    expansionShare: [0.1, 0.3],
    onboarding: { chance: 1, low: 250, high: 600 },
    salesCost: 103_000,
    marketingCost: 9_000,
    owners: ["Ingrid Solbakken", "Tomás Arriaga"],
  },
  enterprise: {
    shareExploratory: 0.18,
    seats: { low: 44, spread: 96 },
    plan: "Business",
    centsPerSeat: 4300,
    terms: [
      [12, 85],
      [24, 15],
    ],
    billing: [
      ["annual", 55],
      ["quarterly", 25],
      ["upfront", 15],
      ["monthly", 5],
    ],
    leaving: { target: [0.08, 0.075], exploratory: [0.17, 0.14] },
    contracting: 0.1,
    expansionsPerYear: 0.5,
    expansionShare: [0.12, 0.35],
    onboarding: { chance: 0.7, low: 60, high: 150 },
    salesCost: 26_500,
    marketingCost: 6_000,
    owners: ["Priya Raman", "Callum Reid", "Noor Haddad", "Zoë Vermeer", "Mateus Lobo"],
  },
  small: {
    shareExploratory: 0.35,
    seats: { low: 7, spread: 34 },
    plan: "Team",
    centsPerSeat: 3900,
    terms: [[12, 100]],
    billing: [
      ["annual", 45],
      ["quarterly", 20],
      ["monthly", 25],
      ["upfront", 10],
    ],
    leaving: { target: [0.13, 0.15], exploratory: [0.275, 0.26] },
    contracting: 0.1,
    expansionsPerYear: 0.42,
    expansionShare: [0.2, 0.4],
    onboarding: { chance: 0.2, low: 9, high: 25 },
    salesCost: 3_900,
    marketingCost: 2_700,
    owners: ["Hana Okabe", "Joel Lindqvist", "Amara Nwosu"],
  },
};

interface OpenEnded {
  share: number;
  plan: string;
  centsPerSeat: number;
  mostSeats: number;
  /** In the first half year, and after it. */
  leavingEachMonth: Record<Fit, readonly [number, number]>;
}

/** The smallest customers pay by the month, without a term. */
export const openEnded: OpenEnded = {
  share: 0.18,
  plan: "Starter",
  centsPerSeat: 3600,
  mostSeats: 14,
  leavingEachMonth: { target: [0.016, 0.012], exploratory: [0.042, 0.025] },
};

export const industries = [
  ["Logistics", 20],
  ["Healthcare", 16],
  ["Manufacturing", 20],
  ["Professional services", 18],
  ["Retail", 14],
  ["Energy", 12],
] as const;

export const regions = [
  ["North America", 48],
  ["Europe", 24],
  ["United Kingdom", 16],
  ["Asia-Pacific", 12],
] as const;

export const channels = [
  ["inbound", 40],
  ["outbound", 28],
  ["partner", 20],
  ["event", 12],
] as const;

const priceRise = { from: parseDay("2024-02-01"), to: parseDay("2024-08-31") };

/** The list price went up in February 2024; renewals of the half year after it were hard. */
export function climate(day: Day): {
  leaving: number;
  contracting: number;
  buying: number;
  uplift: number;
} {
  if (day < priceRise.from) return { leaving: 0.9, contracting: 0.8, buying: 1.3, uplift: 1.02 };
  if (day <= priceRise.to) return { leaving: 1.4, contracting: 2.2, buying: 0.35, uplift: 1.05 };
  return { leaving: 1.06, contracting: 0.75, buying: 1.5, uplift: 1.03 };
}

export function listPriceFactor(day: Day): number {
  return day < priceRise.from ? 1 : 1.06;
}
