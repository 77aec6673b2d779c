import {
  breakEvenMonth,
  customerCurve,
  fleetBreakEvenMonth,
  fleetCurve,
  staying,
  stepSurvival,
  trough,
} from "../../../src/shared/cash.ts";
import type { Result } from "./prove.ts";

const searchedMonths = 120;
const customerMonths = 36;
const speeds = [2, 5, 10];

/** What the modelled figures make of the rows that their SQL gives, with the formulas of `shared`. */
export function modelOf(figure: string, results: readonly Result[]): Result[] {
  if (figure !== "one-customer" && figure !== "fleet") return [];
  const [economics] = results.find(([row]) => row && "arpa_new" in row) ?? [];
  const curve = results.find(([row]) => row && "survival" in row) ?? [];
  const input = {
    cac: Number(economics?.cac),
    monthlyMargin: Number(economics?.arpa_new) * Number(economics?.margin),
    months: searchedMonths,
  };
  const steps = curve.map(({ age, survival }) => ({
    age: Number(age),
    survival: Number(survival),
  }));
  const leaving = stepSurvival(steps);
  if (figure === "fleet") {
    return [
      speeds.map((customersPerMonth) => {
        const points = fleetCurve({ ...input, survival: leaving, customersPerMonth });
        const breakEven = fleetBreakEvenMonth(points);
        return { customersPerMonth, ...trough(points), breakEven };
      }),
    ];
  }
  const [stays, leaves] = [staying, leaving].map((survival) =>
    customerCurve({ ...input, survival }),
  );
  if (!stays || !leaves) return [];
  return [
    stays.slice(0, customerMonths + 1).map(({ month, cumulative }, index) => ({
      month,
      stays: cumulative,
      leaves: leaves[index]?.cumulative ?? null,
    })),
    [{ stays: breakEvenMonth(stays), leaves: breakEvenMonth(leaves) }],
  ];
}
