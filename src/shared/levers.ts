import { breakEvenMonth, crossing, customerCurve, type Survival, survivalAtChurn } from "./cash.ts";

/** What a customer's payback depends on. */
export interface Economics {
  cac: number;
  /** Revenue of a new customer in a month. */
  price: number;
  /** Gross margin as a share of the price. */
  margin: number;
  /** Share of customers lost in a month, that the survival stands for. */
  monthlyChurn: number;
  survival: Survival;
}

/** How far a break-even is looked for before a curve counts as never crossing. */
export const searchedMonths = 120;

const curveOf = ({ cac, price, margin, survival }: Economics) =>
  customerCurve({ cac, monthlyMargin: price * margin, survival, months: searchedMonths });

export interface PaybackCell {
  cac: number;
  monthlyChurn: number;
  /** Break-even month; null = not within the months searched. */
  month: number | null;
}

/** Break-even month at every CAC and churn of a grid, all else as it is; rows by churn. */
export function paybackGrid(
  economics: Economics,
  cacs: readonly number[],
  churns: readonly number[],
): PaybackCell[][] {
  return churns.map((monthlyChurn) => {
    const survival = survivalAtChurn(economics, monthlyChurn);
    return cacs.map((cac) => {
      const month = breakEvenMonth(curveOf({ ...economics, cac, survival }));
      return { cac, monthlyChurn, month };
    });
  });
}

export type Lever = "cac" | "price" | "service" | "churn";

export interface LeverGain {
  lever: Lever;
  /** Months and parts of a month until break-even with the lever moved; null = not within the months searched. */
  months: number | null;
  /** How much sooner that is; null where either is not known. */
  sooner: number | null;
}

/**
 * What each lever alone does to break-even when it gets better by a share: CAC, cost of the service and
 * churn lower, the price higher at the same cost of service. The strongest first.
 */
export function leverGains(economics: Economics, change: number): LeverGain[] {
  const { cac, price, margin, monthlyChurn } = economics;
  const cost = price * (1 - margin);
  const dearer = price * (1 + change);
  const moved: Record<Lever, Partial<Economics>> = {
    cac: { cac: cac * (1 - change) },
    price: { price: dearer, margin: (dearer - cost) / dearer },
    service: { margin: 1 - (1 - margin) * (1 - change) },
    churn: { survival: survivalAtChurn(economics, monthlyChurn * (1 - change)) },
  };
  const today = crossing(curveOf(economics));
  return (Object.keys(moved) as Lever[])
    .map((lever) => {
      const months = crossing(curveOf({ ...economics, ...moved[lever] }));
      return { lever, months, sooner: today === null || months === null ? null : today - months };
    })
    .sort((a, b) => (b.sooner ?? 0) - (a.sooner ?? 0));
}
