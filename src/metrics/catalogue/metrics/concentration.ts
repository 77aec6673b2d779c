import type { MetricSpec } from "../../metric.ts";
import { sources } from "./vendors.ts";

const monthly = {
  theme: "revenue",
  mart: "revenueConcentration",
  time: { column: "month", every: "month" },
  direction: "down",
  unit: "share",
  vendors: [],
  source: sources.koch("a fifth of the customers tends to bring four fifths of the revenue"),
  unknown: "There was no customer at the end of the month.",
} as const;

const whole = "Rounded up to whole customers.";
const years = "Month ends of the newest two years; segments at the newest complete one only.";

export const concentration: readonly MetricSpec[] = [
  {
    ...monthly,
    id: "concentration_1",
    title: "ARR of the largest 1% of customers",
    short: "Largest 1%",
    definition: "Share of ARR that the largest 1% of customers pay at the end of the month.",
    formula: "Concentration = ARR of the largest 1% of customers / ARR",
    column: "share_of_1",
    caveats: [whole, years],
  },
  {
    ...monthly,
    id: "concentration_5",
    title: "ARR of the largest 5% of customers",
    short: "Largest 5%",
    definition: "Share of ARR that the largest 5% of customers pay at the end of the month.",
    formula: "Concentration = ARR of the largest 5% of customers / ARR",
    column: "share_of_5",
    caveats: [whole, years],
  },
  {
    ...monthly,
    id: "concentration_20",
    title: "ARR of the largest 20% of customers",
    short: "Largest 20%",
    definition: "Share of ARR that the largest 20% of customers pay at the end of the month.",
    formula: "Concentration = ARR of the largest 20% of customers / ARR",
    column: "share_of_20",
    caveats: [whole, years],
  },
  {
    ...monthly,
    id: "customers_of_80",
    title: "Customers that make 80% of ARR",
    short: "Customers of 80%",
    definition: "The fewest customers that together pay 80% of ARR at the end of the month.",
    formula: "Smallest k with ARR of the k largest customers >= 0.8 x ARR",
    unit: "count",
    direction: "up",
    column: "customers_of_80",
    caveats: [years],
  },
];
