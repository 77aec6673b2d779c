import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  catalogue,
  explainedColumns,
  meaningOf,
  readMarts,
  readModels,
} from "../../src/metrics/index.ts";
import type { Warehouse } from "../../src/warehouse/index.ts";
import { type InputFiles, measure, withFiles } from "./harness.ts";

const entries = Object.entries(catalogue);

const inputs = {
  accounts: [{ account_id: "a", name: "A", tier: "small" }],
  contracts: [{ contract_id: "1", account_id: "a", starts_on: "2024-01-01", mrr: 10 }],
};

const measureAll = (files: InputFiles) => measure(files, { asOf: "2025-03-10" });

describe("the catalogue", () => {
  it("has one entry for every mart's SQL file, under its own name", () => {
    const files = readModels()
      .map((model) => model.name)
      .filter((name) => !name.startsWith("stg_"));
    expect(entries.map(([, mart]) => mart.name).sort()).toEqual(files);
  });

  it("names each entry as its mart, in camel case", () => {
    const camel = (name: string) => name.replaceAll(/_(\w)/g, (_, letter) => letter.toUpperCase());
    for (const [key, mart] of entries) expect(key).toBe(camel(mart.name));
  });

  it("says of every mart what it is, and in what unit", () => {
    for (const [key, mart] of entries) {
      expect(mart.title, key).not.toBe("");
      expect(mart.definition, key).toMatch(/\.$/);
      expect(mart.unit, key).not.toBe("");
    }
  });

  it("says of every column of a mart what it holds, and nothing of columns that are not there", () => {
    const columns = entries.flatMap(([, { name, columns: own }]) =>
      Object.keys(own).map((column) => [name, column] as const),
    );
    const unsaid = columns.filter(([mart, column]) => meaningOf(mart, column, true) === undefined);
    expect(unsaid).toEqual([]);
    const known = new Set(columns.flatMap(([mart, column]) => [column, `${mart}.${column}`]));
    expect(explainedColumns.filter((name) => !known.has(name))).toEqual([]);
    expect(meaningOf("stg_accounts", "tier", false)).toBeUndefined();
  });
});

describe("reading the marts", () => {
  let warehouse: Warehouse;

  beforeAll(async () => {
    warehouse = await withFiles(inputs, measureAll);
  });

  afterAll(() => warehouse.close());

  it("gives rows for every entry, with days as text and money as numbers", async () => {
    const marts = await readMarts(warehouse);
    expect(Object.keys(marts)).toEqual(Object.keys(catalogue));
    expect(marts.recurringRevenue[0]).toEqual({
      dimension: "all",
      segment: "all",
      month: "2024-01-01",
      is_complete: true,
      mrr: 10,
      arr: 120,
      carr: 120,
      customers: 1,
      arpa: 10,
    });
  });

  it("refuses a mart whose columns are not its entry's", async () => {
    await warehouse.run(
      "create or replace table churn_rates as select * exclude (quick_ratio) from churn_rates",
    );
    await expect(readMarts(warehouse)).rejects.toThrow(
      "type of churn_rates.quick_ratio is no such column; expected DOUBLE",
    );
    await warehouse.run(
      "create or replace table churn_rates as select *, 1 as quick_ratio from churn_rates",
    );
    await expect(readMarts(warehouse)).rejects.toThrow(
      "type of churn_rates.quick_ratio is INTEGER; expected DOUBLE",
    );
    await warehouse.run(
      `create or replace table churn_rates as
      select * replace (cast(null as varchar) as segment, cast(1 as double) as quick_ratio)
      from churn_rates`,
    );
    await expect(readMarts(warehouse)).rejects.toThrow("null in churn_rates.segment");
    await warehouse.run("alter table churn_rates add column more integer");
    await expect(readMarts(warehouse)).rejects.toThrow(
      "column churn_rates.more is not in its catalogue entry",
    );
  });
});

describe("a company without any row", () => {
  it("has every mart, most of them empty", async () => {
    const warehouse = await measureAll({});
    const marts = await readMarts(warehouse);
    warehouse.close();
    expect(marts.mrrMovements).toEqual([]);
    expect(marts.survivalCurve).toEqual([]);
    expect(marts.cohortRetention).toEqual([]);
  });
});
