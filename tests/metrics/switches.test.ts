import fc from "fast-check";
import { expect, it } from "vitest";
import {
  catalogue,
  lineageOf,
  type Marts,
  type MetricSettings,
  metrics,
  readModels,
  reportMetrics,
  settingPaths,
} from "../../src/metrics/index.ts";
import { type RandomCompany, randomCompany } from "./company.ts";
import { measure, settingsOfTest, withFiles } from "./harness.ts";
import { martsOfMetrics, valuesIn } from "./valued.ts";
import { variedCompany } from "./varied-company.ts";

type Change = Partial<MetricSettings>;
type Turned = Exclude<keyof MetricSettings, "asOf" | "currency" | "measuredFrom">;

/** Other values than the usual one, for every switch that some metric can say is its own. */
const otherwise: { readonly [Name in Turned]: readonly MetricSettings[Name][] } = {
  dataFrom: ["2024-01-15", "2022-07-01"],
  graceDays: [0, 60],
  churnDated: ["cancellation"],
  churnSameMonth: ["ignored"],
  churnDenominator: ["opening_and_new"],
  churnContraction: ["ignored"],
  retentionReactivation: ["lost"],
  quickRatioReactivation: ["ignored"],
  cashBasis: ["cash"],
  endIs: ["exclusive"],
  cacLagMonths: [6],
  grossMargin: [0.3],
  ltvFormula: ["churn"],
  ltvHorizonMonths: [7],
  npsLowest: [1],
  npsEligibleDays: [400],
  survivalUnit: ["day"],
};

/** Rules under which a switch counts that does not under the usual ones. */
const beside: readonly { rules: Change; names: readonly Turned[] }[] = [
  { rules: { churnSameMonth: "ignored" }, names: ["graceDays", "endIs"] },
  { rules: { ltvFormula: "churn" }, names: ["churnDenominator"] },
  {
    rules: { ltvFormula: "churn", churnDenominator: "opening_and_new" },
    names: ["churnSameMonth"],
  },
];

const turned = Object.keys(otherwise) as Turned[];
/** Of all metrics by id. A score off the scale is an error, and left out. */
async function valuesOf({ settings, surveys, ...inputs }: RandomCompany, change: Change) {
  const lowest = change.npsLowest ?? 0;
  const scored = surveys.filter(
    ({ score, kind }) => kind !== "nps" || score === null || Number(score) >= lowest,
  );
  return withFiles({ ...inputs, surveys: scored }, async (files) => {
    const warehouse = await measure(files, { asOf: settings.asOf, ...change }, martsOfMetrics);
    const values = await valuesIn(warehouse);
    warehouse.close();
    return values;
  });
}

/** "metric by field" of all that a switch changes under some rules. */
async function changedBy(company: RandomCompany, rules: Change, names: readonly Turned[]) {
  const usual = await valuesOf(company, rules);
  const changed = new Set<string>();
  for (const name of names) {
    for (const value of otherwise[name]) {
      for (const [id, values] of await valuesOf(company, { ...rules, [name]: value }))
        if (values !== usual.get(id)) changed.add(`${id} by ${settingPaths[name]}`);
    }
  }
  return changed;
}

it("a switch that a metric lists changes it, and one that it does not list leaves it", async () => {
  const changed = await changedBy(variedCompany, {}, turned);
  for (const { rules, names } of beside)
    for (const pair of await changedBy(variedCompany, rules, names)) changed.add(pair);
  const empty = Object.fromEntries(Object.keys(catalogue).map((name) => [name, []]));
  const reported = reportMetrics(
    empty as unknown as Marts,
    lineageOf(readModels()),
    settingsOfTest(variedCompany.settings),
    "2024-06-01",
  );
  const listed = reported.flatMap(({ id, settings }) => settings.map((path) => `${id} by ${path}`));
  expect(listed.filter((pair) => !changed.has(pair))).toEqual([]);
  expect([...changed].filter((pair) => !listed.includes(pair))).toEqual([]);
}, 150_000);

it("a switch that a metric says is none of its own changes it in no random company", async () => {
  const denied = turned.filter((name) =>
    metrics.some(({ notSettings = [] }) => notSettings.includes(settingPaths[name] ?? "")),
  );
  const pairs = metrics.flatMap(({ id, notSettings = [] }) =>
    notSettings.map((path) => `${id} by ${path}`),
  );
  await fc.assert(
    fc.asyncProperty(randomCompany, async (company) => {
      const changed = await changedBy(company, {}, denied);
      expect(pairs.filter((pair) => changed.has(pair))).toEqual([]);
    }),
    { numRuns: 1 },
  );
}, 150_000);
