import fc from "fast-check";
import { expect, it } from "vitest";
import { catalogue, type MetricSettings, metrics, settingPaths } from "../../src/metrics/index.ts";
import { type RandomCompany, randomCompany } from "./company.ts";
import { measure, withFiles } from "./harness.ts";

/** Another value than the usual one, for every switch that some metric says is none of its own. */
const otherwise: Partial<MetricSettings> = {
  churnContraction: "ignored",
  churnDenominator: "opening_and_new",
  quickRatioReactivation: "ignored",
  ltvFormula: "churn",
  ltvHorizonMonths: 7,
  survivalUnit: "day",
  cacLagMonths: 3,
  grossMargin: 0.3,
};

const told = metrics.filter(({ notSettings = [] }) => notSettings.length > 0);
const marts = [...new Set(told.map(({ mart }) => catalogue[mart].name))];

async function columns({ settings, ...inputs }: RandomCompany, change: Partial<MetricSettings>) {
  return withFiles(inputs, async (files) => {
    const warehouse = await measure(files, { asOf: settings.asOf, ...change }, marts);
    const values = told.map(async ({ id, mart, column }) => {
      const rows = await warehouse.rows(`select ${column} from ${catalogue[mart].name}`);
      return [id, rows] as const;
    });
    const byId = new Map(await Promise.all(values));
    warehouse.close();
    return byId;
  });
}

it("a switch that a metric says is none of its own does not change it", async () => {
  await fc.assert(
    fc.asyncProperty(randomCompany, async (company) => {
      const usual = await columns(company, {});
      for (const [name, value] of Object.entries(otherwise)) {
        const path = settingPaths[name as keyof MetricSettings];
        const changed = await columns(company, { [name]: value });
        for (const { id, notSettings = [] } of told)
          if (path !== null && notSettings.includes(path))
            expect(changed.get(id), `${id} by ${path}`).toEqual(usual.get(id));
      }
    }),
    { numRuns: 4 },
  );
}, 60_000);

it("every such switch is tried", () => {
  const tried = Object.keys(otherwise).map((name) => settingPaths[name as keyof MetricSettings]);
  for (const { id, notSettings = [] } of told)
    expect(tried, id).toEqual(expect.arrayContaining([...notSettings]));
});
