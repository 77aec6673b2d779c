import { plural } from "../site.ts";

/** Customers won in a month. */
interface Pace {
  count: number;
  pace: string;
}

/** What the drawings say in which customers pay a year upfront; months are of age, or since the first sale. */
export const upfront = {
  customerNever: "Paid a year upfront, a customer is not above zero within 10 years either",
  customerStays: (month: number) =>
    `Paid a year upfront, a customer who stays is first above zero in month ${month}; as customers really leave, the average one is not within 10 years`,
  /** @param forGood From when on it stays there, within 10 years. */
  customerFinding: (month: number, forGood: number | null) =>
    forGood === month
      ? `Paid a year upfront, a customer is above zero from month ${month} on, as customers really leave`
      : forGood === null
        ? `Paid a year upfront, a customer is first above zero in month ${month}, as customers really leave, and below it again at the end of 10 years`
        : `Paid a year upfront, a customer is first above zero in month ${month}, as customers really leave, and for good from month ${forGood} on`,
  measuredNone: "Measured lines are left out: they are of customers as they really paid.",
  customerCaveat:
    "Modelled lines: CAC in month 0, a year's payment in months 1, 13, 25 and so on, the cost of service by the month. Beyond the data's last age the last survival is held.",
  forGood: (month: number) => `month ${month}, for good`,
  fleetFinding: (now: Pace, depth: string, other: string, otherDepth: string) =>
    `Paid a year upfront, winning ${now.pace} ${plural(now.count, "customer")} a month, as now, takes ${depth} before it turns; ${other} would take ${otherDepth}`,
  fleetAtOnce: (now: Pace) =>
    `Paid a year upfront, winning ${now.pace} ${plural(now.count, "customer")} a month, as now, is never below zero`,
  fleetNever:
    "Paid a year upfront, a growing company is not back above zero within 10 years either",
  fleetAtOnceFacts: (asOf: string) => `Below zero at no speed. As of ${asOf}.`,
  fleetCaveat:
    "Each customer pays a year in its months 1, 13, 25 and so on and costs its service by the month, with the measured churn; no fixed cost.",
  fleetDepth: "The depth is the cash to fund.",
} as const;
