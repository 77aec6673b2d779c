import {
  breakEvenMonth,
  type CashPoint,
  customerCurve,
  fleetBreakEvenMonth,
  fleetCurve,
  survivalAtChurn,
  trough,
} from "./cash.ts";
import { type Economics, searchedMonths } from "./levers.ts";

/** What somebody supposes of the business; money in the company's currency, shares from 0 to 1. */
export interface Scenario {
  cac: number;
  /** Revenue of a new customer in a month. */
  price: number;
  margin: number;
  monthlyChurn: number;
  customersPerMonth: number;
  fixedMonthlyCost: number;
  /** Customers pay a year at its start. */
  isYearly: boolean;
}

export interface Outcome {
  /** Break-even month of one customer; null = not within the months searched. */
  customerBreakEven: number | null;
  /** Of all months searched. */
  points: CashPoint[];
  /** Month up to which the curve is worth drawing. */
  drawnTo: number;
  trough: { month: number; depth: number };
  /** Of the whole company; null = not within the months searched. */
  breakEven: number | null;
}

/** Drawn past the break-even, so that the trough still fills the picture. */
const monthsAfter = 6;
/** Drawn where the money never comes back. */
const monthsOfNever = 48;

/** What a scenario comes to: the measured curve of survival bent to its churn, a company that starts from nothing. */
export function evaluateScenario(measured: Economics, scenario: Scenario): Outcome {
  const { cac, price, margin, customersPerMonth, fixedMonthlyCost } = scenario;
  const assumptions = {
    cac,
    monthlyMargin: price * margin,
    survival: survivalAtChurn(measured, scenario.monthlyChurn),
    months: searchedMonths,
    ...(scenario.isYearly ? { yearlyFrom: price } : {}),
  };
  const fleet = fleetCurve({ ...assumptions, customersPerMonth, fixedMonthlyCost });
  const breakEven = fleetBreakEvenMonth(fleet);
  return {
    customerBreakEven: breakEvenMonth(customerCurve(assumptions)),
    points: fleet,
    drawnTo: breakEven === null ? monthsOfNever : breakEven + monthsAfter,
    trough: trough(fleet) ?? { month: 0, depth: 0 },
    breakEven,
  };
}

/** Curves of several outcomes, all to the month that the longest of them needs. */
export function drawnCurves<T extends Outcome>(
  outcomes: readonly T[],
): (Omit<T, "points"> & { points: { month: number; cash: number }[] })[] {
  const last = Math.max(0, ...outcomes.map(({ drawnTo }) => drawnTo));
  return outcomes.map((outcome) => ({
    ...outcome,
    points: outcome.points
      .filter(({ month }) => month <= last)
      .map(({ month, cumulative }) => ({ month, cash: cumulative })),
  }));
}

export interface NamedScenario extends Scenario {
  name: string;
}

const numbers = [
  "cac",
  "price",
  "margin",
  "monthlyChurn",
  "customersPerMonth",
  "fixedMonthlyCost",
] as const;

/** Limits of what a scenario can suppose, for fields and for links from elsewhere. */
export const scenarioLimits: Record<(typeof numbers)[number], { low: number; high: number }> = {
  cac: { low: 0, high: 1e9 },
  price: { low: 0, high: 1e9 },
  margin: { low: -1, high: 1 },
  monthlyChurn: { low: 0, high: 0.99 },
  customersPerMonth: { low: 0, high: 1e6 },
  fixedMonthlyCost: { low: 0, high: 1e9 },
};

/** Digits that the fields of a scenario show. */
const shownDigits = 4;

/** A scenario that was set against one start, against another: what was left as it was follows. */
export function movedTo(draft: Scenario, from: Scenario, to: Scenario): Scenario {
  const shown = (value: number) => Number(value.toPrecision(shownDigits));
  const moved = {
    ...to,
    isYearly: draft.isYearly === from.isYearly ? to.isYearly : draft.isYearly,
  };
  for (const name of numbers) {
    if (shown(draft[name]) !== shown(from[name])) moved[name] = draft[name];
  }
  return moved;
}

const longestName = 60;

/** A scenario as the value of a parameter of a link: its numbers, whether a year is paid upfront, its name. */
export function encodeScenario(scenario: NamedScenario): string {
  const values = numbers.map((name) => String(Number(scenario[name].toPrecision(9))));
  return [...values, scenario.isYearly ? "1" : "0", scenario.name].join("_");
}

/** Undefined where the text is no scenario: a link can come from anybody. */
export function parseScenario(text: string): NamedScenario | undefined {
  const parts = text.split("_");
  const values = parts
    .slice(0, numbers.length)
    .map((part) => (part === "" ? Number.NaN : Number(part)));
  const isFair = numbers.every((name, index) => {
    const value = values[index] ?? Number.NaN;
    return value >= scenarioLimits[name].low && value <= scenarioLimits[name].high;
  });
  const yearly = parts[numbers.length];
  if (!isFair || (yearly !== "0" && yearly !== "1")) return undefined;
  const [cac = 0, price = 0, margin = 0, monthlyChurn = 0, customersPerMonth = 0, fixed = 0] =
    values;
  return {
    cac,
    price,
    margin,
    monthlyChurn,
    customersPerMonth,
    fixedMonthlyCost: fixed,
    isYearly: yearly === "1",
    name: parts
      .slice(numbers.length + 1)
      .join("_")
      .slice(0, longestName),
  };
}
