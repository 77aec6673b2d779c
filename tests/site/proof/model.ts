import { mapPayback } from "../../../src/figures/index.ts";
import {
  breakEvenMonth,
  customerCurve,
  fleetBreakEvenMonth,
  fleetCurve,
  staying,
  stepSurvival,
  trough,
} from "../../../src/shared/cash.ts";
import { leverGains } from "../../../src/shared/levers.ts";
import { evaluateScenario } from "../../../src/shared/what-if.ts";
import { say } from "../../../src/text/index.ts";
import type { Result } from "./prove.ts";

const searchedMonths = 120;
const customerMonths = 36;
const speeds = [2, 5, 10];
const leverChange = 0.1;
const modelled = ["one-customer", "fleet", "levers", "payback-map", "what-if"];

/** What figures draw and no table holds, by its month or its wave, `at`: modelled points, shares of passives, rows without a name. */
export function curvesOf(figure: string, results: readonly Result[]): Result[] {
  if (figure === "shares" || figure === "distribution") {
    const waves = results.find(([row]) => row && "passives" in row) ?? [];
    return [
      waves.map(({ wave_label, passives, answers }) => ({
        at: wave_label ?? null,
        answers: answers ?? null,
        passives: Number(passives) / Number(answers),
      })),
    ];
  }
  if (figure === "concentration") {
    // By definition: the largest hundredth of the customers and so on, rounded up to whole ones.
    const [now] = results.find(([row]) => row && "share_of_20" in row) ?? [];
    return [
      [1, 5, 20].map((percent) => ({
        at: say.overview.concentrationRows[`share_of_${percent}` as "share_of_1"],
        share: now?.[`share_of_${percent}`] ?? null,
        customers: Math.ceil((Number(now?.customers) * percent) / 100),
      })),
    ];
  }
  if (figure.startsWith("cohorts-")) {
    const pooled = results.find(([row]) => row && "mrr_at_start" in row) ?? [];
    return [pooled.map((row) => ({ ...row, at: say.retention.triangle.pooled }))];
  }
  if (figure !== "fleet" && figure !== "what-if") return [];
  const { input, leaving, today, customersPerMonth } = inputOf(results);
  const { price } = today;
  const paces = figure === "fleet" ? pacesOf(customersPerMonth) : [customersPerMonth];
  const curves = [{}, ...(figure === "fleet" ? [{ yearlyFrom: price }] : [])].flatMap((payment) =>
    paces.map((pace) =>
      fleetCurve({ ...input, ...payment, survival: leaving, customersPerMonth: pace }),
    ),
  );
  return [
    (curves[0] ?? []).map(({ month }, place) => ({
      at: month,
      ...Object.fromEntries(
        curves.map((points, index) => [`line_${index}`, points[place]?.cumulative ?? null]),
      ),
    })),
  ];
}

/** What the models take from the rows of a figure's SQL. */
function inputOf(results: readonly Result[]) {
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
  const today = {
    cac: input.cac,
    price: Number(economics?.arpa_new),
    margin: Number(economics?.margin),
    monthlyChurn: Number(economics?.monthly_churn),
    survival: leaving,
  };
  // Two digits below 10, whole customers from there; 1 where nobody was won.
  const [count, wins] = [Number(economics?.new_customers), Number(economics?.new_customers) / 12];
  const inTenthsOrLess = Number(wins.toExponential(1));
  const customersPerMonth = count === 0 ? 1 : wins < 10 ? inTenthsOrLess : Math.round(wins);
  return { input, leaving, today, customersPerMonth };
}

/** What the modelled figures make of the rows that their SQL gives, with the formulas of `shared`. */
export function modelOf(
  figure: string,
  results: readonly Result[],
  share: (part: number) => string,
): Result[] {
  if (figure === "hazard") return [timesOrdinary(results)];
  if (!modelled.includes(figure)) return [];
  const { input, leaving, today, customersPerMonth } = inputOf(results);
  if (figure === "levers") {
    const gains = leverGains(today, leverChange);
    return [
      gains.map(({ lever, sooner, months }) => ({
        name: say.cash.levers[lever](share(leverChange)),
        sooner,
        months,
      })),
      [{ change: leverChange }],
    ];
  }
  if (figure === "payback-map") {
    const rows = mapPayback(today);
    const cells = rows.flat();
    const lost = cells.filter(({ month }) => month === null).length;
    return [
      rows.map((row) => ({
        monthlyChurn: row[0]?.monthlyChurn ?? null,
        ...Object.fromEntries(
          row.flatMap(({ month, cac }, column) => [
            [`month_${column}`, month],
            [`cac_${column}`, cac],
          ]),
        ),
      })),
      [{ lost, cells: cells.length }],
    ];
  }
  if (figure === "what-if") {
    const scenario = { ...today, customersPerMonth, fixedMonthlyCost: 0, isYearly: false };
    const { customerBreakEven, breakEven, trough: lowest } = evaluateScenario(today, scenario);
    return [
      [{ name: say.cash.whatIf.today, customersPerMonth, customerBreakEven, breakEven, ...lowest }],
    ];
  }
  const yearly = { yearlyFrom: today.price };
  if (figure === "fleet") {
    const fleets = (payment: object, pays: string) =>
      pacesOf(customersPerMonth).map((pace) => {
        const points = fleetCurve({
          ...input,
          ...payment,
          survival: leaving,
          customersPerMonth: pace,
        });
        const breakEven = fleetBreakEvenMonth(points);
        return { customersPerMonth: pace, pays, ...trough(points), breakEven };
      });
    return [[...fleets({}, say.cash.monthly), ...fleets(yearly, say.cash.yearly)]];
  }
  const curves = { stays: staying, leaves: leaving };
  const lines = [{}, yearly].flatMap((payment, place) =>
    Object.entries(curves).map(
      ([name, survival]) =>
        [`${name}_${place}`, customerCurve({ ...input, ...payment, survival })] as const,
    ),
  );
  const months = Array.from({ length: customerMonths + 1 }, (_, month) => month);
  return [
    months.map((month) => ({
      month,
      ...Object.fromEntries(
        lines.map(([name, points]) => [name, points[month]?.cumulative ?? null]),
      ),
    })),
    [Object.fromEntries(lines.map(([name, points]) => [name, breakEvenMonth(points)]))],
  ];
}

/** The book's paces and that of the last 12 months, slowest first. */
function pacesOf(now: number): number[] {
  return [...new Set([...speeds, now])].sort((a, b) => a - b);
}

/** How far each month's hazard is above the ordinary one, without decimals from 10 on. */
function timesOrdinary(results: readonly Result[]): Result {
  const points = results.find(([row]) => row && "hazard" in row) ?? [];
  const [{ ordinary_hazard: ordinary = null } = {}] =
    results.find(([row]) => row && "ordinary_hazard" in row) ?? [];
  return points.map(({ hazard }) => {
    const times = Number(hazard) / Number(ordinary);
    return { times: times < 10 ? times : Math.round(times) };
  });
}
