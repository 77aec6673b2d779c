import type { Scenario } from "../../shared/what-if.ts";
import type { View } from "../view.ts";
import { type Assumptions, paceOf } from "./model.ts";

/** The company as it is: its pace is that of the last 12 complete months. */
export function todayOf(view: View, assumptions: Assumptions): Scenario {
  const { cac, price, margin, monthlyChurn } = assumptions;
  const customersPerMonth = paceOf(view);
  return {
    cac,
    price,
    margin,
    monthlyChurn,
    customersPerMonth,
    fixedMonthlyCost: 0,
    isYearly: false,
  };
}

type FieldName = Exclude<keyof Scenario, "isYearly">;

export interface Field {
  name: FieldName;
  label: string;
  /** The field shows the value times this: 100 for a percentage. */
  scale: number;
  value: number;
  /** Right end of the slider; the number beside it may go further. */
  most: number;
}

/** A round number at or above: 1, 2 or 5 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= value) ?? 10);
}

export function fieldsOf(today: Scenario, labels: Readonly<Record<FieldName, string>>): Field[] {
  const shares: Partial<Record<FieldName, number>> = { margin: 100, monthlyChurn: 20 };
  return (Object.keys(labels) as FieldName[]).map((name) => {
    const scale = shares[name] === undefined ? 1 : 100;
    const value = Number((today[name] * scale).toPrecision(4));
    const unknown = roundUp(Math.max(1, today.cac));
    const most = shares[name] ?? roundUp(Math.max(1, 3 * (today[name] || unknown)));
    return { name, label: labels[name], scale, value, most };
  });
}
