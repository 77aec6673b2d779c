import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, expectTypeOf, it } from "vitest";
import { configSchema, datasetNames, tableChecks } from "../../src/contracts/index.ts";
import {
  catalogue,
  catalogueRows,
  lineageOf,
  type Marts,
  metrics,
  readModels,
  reportMetrics,
  settingPaths,
  standsOn,
  supportingMarts,
} from "../../src/metrics/index.ts";
import { type ReadFrom, type Reading, themes } from "../../src/metrics/metric.ts";
import { settingsOfTest } from "./harness.ts";

const ids = metrics.map(({ id }) => id);
const lineage = lineageOf(readModels());
const empty = Object.fromEntries(Object.keys(catalogue).map((name) => [name, []]));
const reported = reportMetrics(
  empty as unknown as Marts,
  lineage,
  settingsOfTest({ asOf: "2025-03-10" }),
  "2025-02-01",
);

describe("the catalogue of metrics", () => {
  it("stands on every mart with some metric, or says why with none", () => {
    const read = metrics.flatMap(({ mart, history, bySegment, notInputs }) => [
      ...standsOn(lineage, catalogue[mart].name, notInputs),
      ...[history, bySegment].flatMap((other) => (other ? [catalogue[other.mart].name] : [])),
    ]);
    const told = supportingMarts.map(({ mart }) => catalogue[mart].name);
    const names = Object.values(catalogue).map(({ name }) => name);
    expect(names.filter((name) => !read.includes(name)).sort()).toEqual(told.toSorted());
  });

  it("reads every metric from a column that its mart has", () => {
    for (const { id, mart, column, where = {}, time, history, bySegment } of metrics) {
      const others = [history, bySegment].filter((other) => other !== undefined);
      const readings = [{ mart, column, where, time }, ...others];
      for (const reading of readings) {
        const columns = Object.keys(catalogue[reading.mart].columns);
        const wanted = [reading.column, ...Object.keys(reading.where ?? {})];
        if (reading.time) wanted.push(reading.time.column);
        expect(columns, id).toEqual(expect.arrayContaining(wanted));
      }
    }
  });

  it("has a case worked out by hand for the column of every metric", () => {
    const cases = new URL("./cases/", import.meta.url);
    const columnsOf = (mart: string): string[] => {
      const folder = new URL(`${mart}/`, cases);
      return readdirSync(folder).flatMap((name) => {
        const expected = readFileSync(new URL(`${name}/expected.csv`, folder), "utf8");
        return expected.split("\n")[0]?.split(",") ?? [];
      });
    };
    const unproved = metrics.filter(
      ({ mart, column }) => !columnsOf(catalogue[mart].name).includes(column),
    );
    expect(unproved.map(({ id }) => id)).toEqual([]);
  });

  it("gives each an id of its own that can stand in an address", () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
    expect(ids).not.toContain("definitions");
    expect(new Set(metrics.map(({ title }) => title)).size).toBe(ids.length);
  });

  it("ends every sentence in a full stop, and has a formula", () => {
    for (const { id, definition, caveats, vendors, source, unknown, formula } of reported) {
      const sentences = [definition, source, unknown, ...caveats, ...vendors.map((v) => v.rule)];
      for (const sentence of sentences) expect(sentence, id).toMatch(/^\S.*[^.]\.$/);
      expect(formula, id).not.toBe("");
      expect(formula, id).not.toMatch(/\.$/);
    }
  });

  it("names sources that a reader can find, or says that the rule is the house's", () => {
    for (const { id, source } of reported)
      expect(source, id).toMatch(
        /^House rule|^A formula in common use|\((19|20)\d\d\)|\w\.com\)|Help Center/,
      );
  });

  it("lists the metrics theme by theme", () => {
    const order = metrics.map(({ theme }) => themes.indexOf(theme));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(new Set(order).size).toBe(themes.length);
  });

  it("needs only datasets that it stands on", () => {
    for (const { id, needs = [], inputs } of reported) {
      expect(datasetNames, id).toEqual(expect.arrayContaining([...needs]));
      expect(inputs, id).toEqual(expect.arrayContaining([...needs]));
    }
  });

  it("tells of every switch with the metrics that it changes", () => {
    const taken = new Set(reported.flatMap(({ settings }) => settings));
    const everywhere = ["as_of", "company.currency"];
    const switches = Object.values(settingPaths).filter((path) => path !== null);
    expect([...taken, ...everywhere].sort()).toEqual([...switches].sort());
    const settingsOf = (id: string) => reported.find((metric) => metric.id === id)?.settings;
    expect(settingsOf("nps")).toContain("nps.scale");
    expect(settingsOf("csat")).not.toContain("nps.scale");
  });

  it("denies only switches that it would else have from the tables it stands on", () => {
    for (const { id, mart, notInputs, notSettings = [] } of metrics) {
      const tables = standsOn(lineage, catalogue[mart].name, notInputs);
      const taken = lineage
        .filter(({ name }) => tables.includes(name))
        .flatMap(({ settings }) => settings.map((name) => settingPaths[name]));
      expect(taken, id).toEqual(expect.arrayContaining([...notSettings]));
    }
  });

  it("tells every metric in a plain row, with what it stands on", () => {
    const rows = catalogueRows(reported);
    expect(rows.map(({ id }) => id)).toEqual(ids);
    for (const row of rows) {
      for (const value of Object.values(row)) expect(typeof (value ?? "")).toBe("string");
    }
    expect(rows.find(({ id }) => id === "csat")).toMatchObject({
      mart: "satisfaction",
      column_name: "good_share",
      filter: "kind = 'csat' and touchpoint = 'relationship'",
      period_column: "wave",
      period: "half",
      inputs: "surveys",
    });
    expect(rows.find(({ id }) => id === "logo_retention_12")?.filter).toBe(
      "unit = 'quarter' and age = 12 and is_complete",
    );
  });
});

describe("the metrics that can have a target", () => {
  const dashboard = configSchema.parse({
    company: { name: "Paper Ltd", currency: "USD" },
    datasets: { accounts: "a.csv", contracts: "c.csv" },
  });
  const check = tableChecks(dashboard).find(({ id }) => id === "unknown_metric");
  const known = check?.known ?? [];

  it("bear the ids of the catalogue, in goals as in the north star", () => {
    expect(known.length).toBeGreaterThan(0);
    expect(ids).toEqual(expect.arrayContaining([...known]));
    const { options } = configSchema.shape.north_star.unwrap().shape.metric.unwrap();
    expect(known).toEqual(expect.arrayContaining([...options]));
  });

  it("are those that headline_metrics has by month", () => {
    const sql = readModels().find(({ name }) => name === "headline_metrics")?.sql ?? "";
    const listed = /value for metric in \(([^)]*)\)/.exec(sql)?.[1]?.split(/,\s*/) ?? [];
    expect(listed.toSorted()).toEqual(known.toSorted());
  });
});

// Held by the type check; running them asks nothing.
describe("a wrong mart or column", () => {
  it("does not compile", () => {
    expectTypeOf<"churnRates">().toExtend<Reading["mart"]>();
    expectTypeOf<"churnRate">().not.toExtend<Reading["mart"]>();
    expectTypeOf<{ mart: "churnRates"; column: "logo_churn" }>().toExtend<Reading>();
    expectTypeOf<{ mart: "churnRates"; column: "mrr" }>().not.toExtend<Reading>();
  });

  it("does not compile where the column is a text, which is no value", () => {
    expectTypeOf<{ mart: "churnRates"; column: "segment" }>().not.toExtend<Reading>();
  });

  it("does not compile where rows are chosen by a column that the mart has not", () => {
    type Chosen = keyof NonNullable<ReadFrom<"satisfaction">["where"]>;
    expectTypeOf<"kind">().toExtend<Chosen>();
    expectTypeOf<"plan">().not.toExtend<Chosen>();
  });
});

describe("the lineage", () => {
  it("leads from every mart down to datasets", () => {
    const made = new Set(lineage.map(({ name }) => name));
    for (const { name } of Object.values(catalogue)) {
      const roots = standsOn(lineage, name).filter((table) => !made.has(table));
      expect(roots.length, name).toBeGreaterThan(0);
      expect(datasetNames, name).toEqual(expect.arrayContaining(roots));
    }
  });

  it("puts a table after all it reads", () => {
    const order = standsOn(lineage, "unit_economics");
    expect(order.at(-1)).toBe("unit_economics");
    expect(order).toContain("contracts");
    for (const { name, reads } of lineage.filter((table) => order.includes(table.name))) {
      for (const below of reads) expect(order.indexOf(below)).toBeLessThan(order.indexOf(name));
    }
  });

  it("knows the grain of every table, and the settings that it takes", () => {
    expect(lineage.filter(({ grain }) => grain === "").map(({ name }) => name)).toEqual([]);
    const taken = (table: string) => lineage.find(({ name }) => name === table)?.settings;
    expect(taken("stg_bridged_spans")).toEqual(["asOf", "graceDays"]);
    expect(taken("gross_margin")).toEqual(["grossMargin"]);
    expect(taken("churn_rates")).toEqual([
      "churnDenominator",
      "churnContraction",
      "quickRatioReactivation",
    ]);
    expect(taken("mrr_movements")).toEqual([]);
  });

  it("finds every setting taken by some table", () => {
    const taken = new Set(lineage.flatMap(({ settings }) => settings));
    expect(Object.keys(settingPaths).filter((name) => !taken.has(name as never))).toEqual([]);
  });
});
