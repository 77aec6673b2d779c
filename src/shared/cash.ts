/** Probability of still being a customer after so many completed months; 1 at age 0. */
export type Survival = (age: number) => number;

export interface CashPoint {
  month: number;
  /** Money in this month alone. */
  cash: number;
  /** Money up to and including this month. */
  cumulative: number;
}

export interface CustomerAssumptions {
  /** Acquisition cost of one customer, 0 or more. */
  cac: number;
  /** Revenue of one customer in a month x gross margin. */
  monthlyMargin: number;
  survival: Survival;
  /** Last month of the curve. */
  months: number;
  /** Where customers pay a year at its start: their monthly revenue. The service still costs by the month. */
  yearlyFrom?: number;
}

export interface FleetAssumptions extends CustomerAssumptions {
  customersPerMonth: number;
  fixedMonthlyCost?: number;
}

/** Sums of binary fractions miss zero by a hair; no currency has money this small. */
const tolerance = 1e-6;

export const staying: Survival = () => 1;

/**
 * Step function over a measured curve: the survival of the last age that is not above the one asked
 * for, 1 before the first, and the last one held beyond the end.
 * @param steps ages in ascending order
 */
export function stepSurvival(
  steps: readonly { readonly age: number; readonly survival: number }[],
): Survival {
  return (age) => steps.findLast((step) => step.age <= age)?.survival ?? 1;
}

/** Survival at a constant churn: so much of those who are left leaves every month. */
export function constantSurvival(monthlyChurn: number): Survival {
  return (age) => (1 - monthlyChurn) ** age;
}

/**
 * A measured curve as it would be at another churn: its hazards are scaled together, S(k)^r, with r the
 * ratio of the two churns' logarithms, so that its steps at renewals stay. Without a churn to compare
 * with, a constant one.
 */
export function survivalAtChurn(
  measured: { survival: Survival; monthlyChurn: number },
  monthlyChurn: number,
): Survival {
  const { survival, monthlyChurn: before } = measured;
  if (monthlyChurn === before) return survival;
  if (!(before > 0 && before < 1)) return constantSurvival(monthlyChurn);
  const ratio = Math.log(1 - monthlyChurn) / Math.log(1 - before);
  return (age) => survival(age) ** ratio;
}

/**
 * Expected cash from one customer, months 0 to `months`: the CAC in month 0, then the k-th payment
 * in month k, received from those who are still there after k - 1 completed months.
 */
export function customerCurve(assumptions: CustomerAssumptions): CashPoint[] {
  const { cac, months } = assumptions;
  const cash = [0 - cac];
  for (let month = 1; month <= months; month++) cash.push(expectedCash(assumptions, month));
  return accumulate(cash, 0);
}

/**
 * Cash expected in the k-th month from a customer won, CAC aside. A year paid at its start comes from
 * those who are there then, and is kept when they leave within it.
 */
function expectedCash(assumptions: CustomerAssumptions, month: number): number {
  const { monthlyMargin, survival, yearlyFrom } = assumptions;
  const live = survival(month - 1);
  if (yearlyFrom === undefined) return monthlyMargin * live;
  const payment = (month - 1) % 12 === 0 ? 12 * yearlyFrom : 0;
  return (payment - (yearlyFrom - monthlyMargin)) * live;
}

/**
 * Cash of a company that wins as many customers every month, months 1 to `months`: each month pays
 * the newcomers' CAC and receives a payment of every cohort, the newest included.
 */
export function fleetCurve(assumptions: FleetAssumptions): CashPoint[] {
  const { customersPerMonth, cac, months } = assumptions;
  const fixedMonthlyCost = assumptions.fixedMonthlyCost ?? 0;
  const cash: number[] = [];
  let ofEachCohort = 0;
  for (let month = 1; month <= months; month++) {
    ofEachCohort += expectedCash(assumptions, month);
    cash.push(customersPerMonth * (ofEachCohort - cac) - fixedMonthlyCost);
  }
  return accumulate(cash, 1);
}

function accumulate(cash: readonly number[], firstMonth: number): CashPoint[] {
  let cumulative = 0;
  return cash.map((amount, index) => {
    cumulative += amount;
    return { month: firstMonth + index, cash: amount, cumulative };
  });
}

/** First month in which one customer's cumulative cash is above 0; null = not within the curve. */
export function breakEvenMonth(curve: readonly CashPoint[]): number | null {
  return curve.find((point) => point.cumulative > tolerance)?.month ?? null;
}

/** First month from which one customer's cumulative cash stays above 0; null = it is not at the end of the curve. */
export function aboveForGood(curve: readonly CashPoint[]): number | null {
  const below = curve.findLastIndex((point) => point.cumulative <= tolerance);
  return curve[below + 1]?.month ?? null;
}

/**
 * Where the cumulative cash crosses 0, between two months by a straight line; for comparing curves
 * whose break-even months are the same. Null = not within the curve.
 */
export function crossing(curve: readonly CashPoint[]): number | null {
  const after = curve.findIndex((point) => point.cumulative > tolerance);
  const [before, point] = [curve[after - 1], curve[after]];
  if (!point) return null;
  if (!before) return point.month;
  return before.month - before.cumulative / (point.cumulative - before.cumulative);
}

/**
 * First month of the lowest cumulative cash, and how far below 0 it is (the cash to fund; 0 where
 * the curve never is below 0); null for a curve without months.
 */
export function trough(curve: readonly CashPoint[]): { month: number; depth: number } | null {
  const lowest = curve.reduce((low, point) => Math.min(low, point.cumulative), Infinity);
  const point = curve.find(({ cumulative }) => cumulative <= lowest + tolerance);
  return point ? { month: point.month, depth: Math.max(0, 0 - point.cumulative) } : null;
}

/**
 * First month after the trough in which a fleet has all its money back; its first month where it
 * never needed any; null = not within the curve.
 */
export function fleetBreakEvenMonth(curve: readonly CashPoint[]): number | null {
  const lowest = trough(curve);
  if (!lowest) return null;
  const isAfter = (month: number) => month > lowest.month || lowest.depth === 0;
  const back = curve.find((p) => isAfter(p.month) && p.cumulative >= 0 - tolerance);
  return back?.month ?? null;
}

/**
 * Whether the money never comes back, however long one waits, at a constant churn: CAC x churn >=
 * monthly margin, since a customer pays for 1 / churn months on average. With a fixed cost, that
 * cost must be earned by every month's newcomers too.
 */
export function neverBreaksEven(assumptions: {
  cac: number;
  monthlyMargin: number;
  monthlyChurn: number;
  customersPerMonth?: number;
  fixedMonthlyCost?: number;
}): boolean {
  const { cac, monthlyMargin, monthlyChurn } = assumptions;
  const { customersPerMonth = 1, fixedMonthlyCost = 0 } = assumptions;
  return (
    customersPerMonth * (monthlyMargin - cac * monthlyChurn) <= fixedMonthlyCost * monthlyChurn
  );
}
