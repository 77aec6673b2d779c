import {
  aboveForGood,
  breakEvenMonth,
  type CashPoint,
  customerCurve,
  type Survival,
  staying,
  stepSurvival,
} from "../../shared/cash.ts";
import {
  type Economics,
  type PaybackCell,
  paybackGrid,
  searchedMonths,
} from "../../shared/levers.ts";
import { evaluateScenario, type Outcome } from "../../shared/what-if.ts";
import { ask } from "../ask.ts";
import { rowsOf, type View } from "../view.ts";

/** What the modelled curves stand on; all measured. */
export type Assumptions = Economics;

const customerMonths = 36;
const speeds = [2, 5, 10];

/** The measured inputs of the modelled curves. */
export function askInputs({ report, scope }: View) {
  return {
    economics: ask(report, "unitEconomics", {
      columns: ["cac", "arpa_new", "margin", "monthly_churn", "new_customers", "ltv_cac"],
      where: rowsOf(scope),
    }),
    survival: ask(report, "survivalCurve", {
      columns: ["age", "survival"],
      where: rowsOf(scope),
      order: ["age"],
    }),
  };
}

/** Undefined where costs or a margin are unknown. */
export function assumptionsOf(view: View): Assumptions | undefined {
  const { economics, survival } = askInputs(view);
  const [row] = economics.rows;
  if (!row || row.cac === null || row.arpa_new === null || row.margin === null) return undefined;
  return {
    cac: row.cac,
    price: row.arpa_new,
    margin: row.margin,
    monthlyChurn: row.monthly_churn ?? 0,
    survival: stepSurvival(survival.rows),
  };
}

/** How customers pay: a month at its start, or a year. */
export type Payment = "monthly" | "yearly";

const inputOf = ({ cac, price, margin, survival }: Assumptions, payment: Payment) => ({
  cac,
  monthlyMargin: price * margin,
  survival,
  months: searchedMonths,
  ...(payment === "yearly" ? { yearlyFrom: price } : {}),
});

export interface CustomerModel {
  stays: CustomerLine;
  leaves: CustomerLine;
}

export interface CustomerLine {
  points: CashPoint[];
  breakEven: number | null;
  /** From which month on it is above zero to the end of the years searched; null = it ends below. */
  forGood: number | null;
}

/** One customer's cumulative cash, if it stays and as customers really leave. */
export function modelCustomer(
  assumptions: Assumptions,
  payment: Payment = "monthly",
): CustomerModel {
  const curve = (survival: Survival) => {
    const points = customerCurve(inputOf({ ...assumptions, survival }, payment));
    return {
      points: points.filter(({ month }) => month <= customerMonths),
      breakEven: breakEvenMonth(points),
      forGood: aboveForGood(points),
    };
  };
  return { stays: curve(staying), leaves: curve(assumptions.survival) };
}

export interface FleetModel extends Outcome {
  customersPerMonth: number;
  /** The pace of the last 12 complete months. */
  isNow: boolean;
}

/** New customers of a month, as in the last 12 complete ones: two digits below 10, whole from there; 1 where nobody was won. */
export function paceOf(view: View): number {
  const [row] = askInputs(view).economics.rows;
  const pace = (row?.new_customers ?? 0) / 12;
  if (pace === 0) return 1;
  return pace < 10 ? Number(pace.toPrecision(2)) : Math.round(pace);
}

/** Companies that win 2, 5 or 10 such customers every month, or as many as now; the slowest first. */
export function modelFleets(
  assumptions: Assumptions,
  pace: number,
  payment: Payment = "monthly",
): FleetModel[] {
  return [...new Set([...speeds, pace])]
    .sort((a, b) => a - b)
    .map((customersPerMonth) => {
      const isYearly = payment === "yearly";
      const scenario = { ...assumptions, customersPerMonth, fixedMonthlyCost: 0, isYearly };
      const outcome = evaluateScenario(assumptions, scenario);
      return { customersPerMonth, isNow: customersPerMonth === pace, ...outcome };
    });
}

const cacSteps = [0.5, 0.6, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2];
const churnSteps = [0, 0.5, 0.75, 1, 1.25, 1.5, 2, 3];
/** Rows of the map where no churn was measured; the first is today's. */
const churns = [0, 0.005, 0.01, 0.02, 0.03, 0.05];

/** Break-even around today's acquisition cost and churn. */
export function mapPayback(assumptions: Assumptions): PaybackCell[][] {
  const { cac, monthlyChurn } = assumptions;
  const rows = monthlyChurn > 0 ? churnSteps.map((step) => monthlyChurn * step) : churns;
  return paybackGrid(
    assumptions,
    cacSteps.map((step) => cac * step),
    rows.filter((churn) => churn < 1),
  );
}
