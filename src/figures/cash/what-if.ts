import { fleetCash } from "../../charts/index.ts";
import {
  drawnCurves,
  type NamedScenario,
  type Outcome,
  type Scenario,
} from "../../shared/what-if.ts";
import { say } from "../../text/index.ts";
import { draw } from "../draw.ts";
import type { FigureModel } from "../figure.ts";
import type { PageFormats } from "../formats.ts";
import { type Table, tabulate } from "../table.ts";
import type { View } from "../view.ts";
import { type Assumptions, askInputs, paceOf } from "./model.ts";
import { nativeFleets } from "./native-fleets.ts";

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

/** What the what-if starts from; plain data, so that it can stand on a page. */
export interface Start {
  today: Scenario;
  economics: Omit<Assumptions, "survival">;
  /** The measured curve. */
  steps: { age: number; survival: number }[];
}

export function startOf(view: View, assumptions: Assumptions): Start {
  const { survival: _curve, ...economics } = assumptions;
  const steps = askInputs(view).survival.rows;
  return { today: todayOf(view, assumptions), economics, steps };
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

/** A scenario with what it comes to. */
export interface Evaluated {
  scenario: NamedScenario;
  outcome: Outcome;
}

/**
 * The what-if where it is taken away: the newest scenario in its title, all of them in its table.
 *
 * @param ofSegments what is to be said of where it starts, if not from the whole company
 */
export function whatIfFigure(
  evaluated: readonly Evaluated[],
  day: string,
  format: PageFormats,
  ofSegments?: { caveat?: string | undefined },
): FigureModel & { table: Table } {
  const { whatIf } = say.cash;
  const newest = evaluated.at(-1);
  const assumed = evaluated.map(({ scenario }) => assumptionsOfScenario(scenario, format));
  const finding = newest ? whatIf.finding(newest.outcome, format) : "";
  const series = scenarioCurves(evaluated);
  return {
    id: "what-if",
    measure: whatIf.measure,
    finding,
    facts: [ofSegments ? whatIf.factsOfSegments(day) : whatIf.facts(day), ...assumed].join(" "),
    caveat: [whatIf.modelOnly, ofSegments?.caveat].filter(Boolean).join(" "),
    native: nativeFleets(series, format),
    drawing: draw("what-if", finding, format, (options) =>
      fleetCash({ series }, { ...options, text: say.cash.fleetChart }),
    ),
    table: whatIfTable(evaluated, format),
    model: whatIf.model,
  };
}

/** A curve for each scenario; the newest stands out. */
const scenarioCurves = (evaluated: readonly Evaluated[]) =>
  drawnCurves(
    evaluated.map(({ scenario, outcome }, place) => ({
      ...scenario,
      ...outcome,
      isNow: evaluated.length > 1 && place === evaluated.length - 1,
    })),
  );

/** What each scenario comes to. */
export function whatIfTable(evaluated: readonly Evaluated[], format: PageFormats): Table {
  const { columns, never, endless, measure } = say.cash.whatIf;
  return tabulate(format, evaluated, { caption: measure }, [
    { label: columns.scenario, value: ({ scenario }) => scenario.name },
    {
      label: columns.customer,
      unit: "number",
      value: ({ outcome }) => outcome.customerBreakEven,
      unknown: never,
    },
    {
      label: columns.trough,
      unit: "number",
      value: ({ outcome }) => (outcome.breakEven === null ? null : outcome.trough.month),
      unknown: never,
    },
    {
      label: columns.depth,
      unit: "money",
      value: ({ outcome }) => (outcome.breakEven === null ? null : outcome.trough.depth),
      unknown: endless,
    },
    {
      label: columns.breakEven,
      unit: "number",
      value: ({ outcome }) => outcome.breakEven,
      unknown: never,
    },
  ]);
}

/** What a scenario supposes, in words. */
function assumptionsOfScenario(scenario: NamedScenario, format: PageFormats): string {
  const { fields, yearly } = say.cash.whatIf;
  const words = fieldsOf(scenario, fields).map(({ name, label, scale }) =>
    say.exports.assumption(
      label,
      name === "customersPerMonth"
        ? format.pace(scenario[name])
        : format.number(scale * scenario[name]),
    ),
  );
  return say.exports.assumptions(scenario.name, scenario.isYearly ? [...words, yearly] : words);
}
