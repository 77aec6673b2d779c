import { beforeAll, describe, expect, it } from "vitest";
import { datasetNames } from "../../src/contracts/index.ts";
import {
  catalogue,
  inOrder,
  lineageOf,
  type MetricSettings,
  metrics,
  readModels,
  standsOn,
} from "../../src/metrics/index.ts";
import type { Warehouse } from "../../src/warehouse/index.ts";
import { measure, withFiles } from "./harness.ts";
import { martsOfMetrics, valuesIn } from "./valued.ts";
import { variedCompany } from "./varied-company.ts";

const lineage = lineageOf(readModels());
const models = inOrder(readModels(), [...datasetNames, "settings"], martsOfMetrics);
const below = new Map(models.map(({ name }) => [name, new Set(standsOn(lineage, name))]));
const tables = [...new Set(martsOfMetrics.flatMap((mart) => standsOn(lineage, mart)))];

/** Cells of the company's datasets, otherwise. */
const otherwise: Readonly<Record<string, readonly string[]>> = {
  accounts: ["null as region, null as referred_by"],
  contracts: ["mrr * (1 + rowid % 5) as mrr"],
  fx: ["rate * (0.5 + rowid % 3) as rate", "rate * (2.5 - rowid % 3) as rate", "rate / 2 as rate"],
  costs: ["amount * (1 + rowid % 3) as amount"],
  surveys: ["if(score > 2, score - 1, score) as score"],
};

/** Of a dataset: other values, and fewer rows. A table between it and the metric: nothing. */
function variationsOf(table: string): string[] {
  const values = otherwise[table];
  return values === undefined
    ? [`from main.${table} limit 0`]
    : [
        ...values.map((cells) => `select * replace (${cells}) from main.${table} order by rowid`),
        `from main.${table} where rowid % 3 > 0 order by rowid`,
      ];
}

/** Rules under which a table counts that does not under the usual ones. */
const beside: readonly { rules: Partial<MetricSettings>; tables: readonly string[] }[] = [
  { rules: {}, tables },
  { rules: { cashBasis: "cash" }, tables: ["stg_payments"] },
  {
    rules: { ltvFormula: "churn", churnDenominator: "opening_and_new" },
    tables: ["churn_rates", "stg_brief_spans"],
  },
  { rules: { churnSameMonth: "ignored" }, tables: ["stg_first_spans", "stg_renewable_ends"] },
  {
    rules: { churnSameMonth: "ignored", quickRatioReactivation: "ignored" },
    tables: ["stg_first_spans"],
  },
  { rules: { graceDays: 60 }, tables: ["stg_renewable_ends"] },
];

/** "metric from table" of all metrics whose values are not the usual ones where the table is not. */
async function changedBy(
  warehouse: Warehouse,
  table: string,
  usual: ReadonlyMap<string, string>,
): Promise<string[]> {
  const changed: string[] = [];
  for (const variation of variationsOf(table)) {
    await warehouse.run("create schema other");
    await warehouse.run("set search_path = 'other,main'");
    await warehouse.run(`create table other.${table} as ${variation}`);
    for (const { name, sql } of models) {
      if (name === table || !below.get(name)?.has(table)) continue;
      // One that cannot do without the rows that it misses has none.
      await warehouse
        .run(`create table other.${name} as ${sql}`)
        .catch(() => warehouse.run(`create table other.${name} as from main.${name} limit 0`));
    }
    for (const [id, values] of await valuesIn(warehouse))
      if (values !== usual.get(id)) changed.push(`${id} from ${table}`);
    await warehouse.run("reset search_path");
    await warehouse.run("drop schema other cascade");
  }
  return changed;
}

describe("what a metric stands on", () => {
  const changed = new Set<string>();
  const listed = metrics.flatMap(({ id, mart, notInputs }) =>
    standsOn(lineage, catalogue[mart].name, notInputs).map((table) => `${id} from ${table}`),
  );

  beforeAll(async () => {
    const { settings, ...inputs } = variedCompany;
    await withFiles(inputs, async (files) => {
      for (const { rules, tables: varied } of beside) {
        const warehouse = await measure(files, { ...settings, ...rules }, martsOfMetrics);
        const usual = await valuesIn(warehouse);
        for (const table of varied)
          for (const pair of await changedBy(warehouse, table, usual)) changed.add(pair);
        warehouse.close();
      }
    });
  }, 240_000);

  it("changes it, every dataset and every step", () => {
    expect(listed.filter((pair) => !changed.has(pair))).toEqual([]);
  });

  it("is all that changes it", () => {
    expect([...changed].filter((pair) => !listed.includes(pair))).toEqual([]);
  });

  it("leaves out no table twice, and none that its mart does not stand on", () => {
    for (const { id, mart, notInputs = [] } of metrics) {
      const all = standsOn(lineage, catalogue[mart].name);
      const without = (left: readonly string[]) => standsOn(lineage, catalogue[mart].name, left);
      expect(all, id).toEqual(expect.arrayContaining([...notInputs]));
      for (const name of notInputs) {
        const others = notInputs.filter((other) => other !== name);
        expect(without(others), `${id} without ${name}`).toContain(name);
      }
    }
  });
});
