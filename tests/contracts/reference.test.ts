import { describe, expect, it } from "vitest";
import { contractReference, datasetNames, datasetOf } from "../../src/contracts/index.ts";

describe("the reference of what may be written", () => {
  const { config, datasets } = contractReference();

  it("describes every field", () => {
    expect(config.filter((field) => field.description === "")).toEqual([]);
    expect(config.filter((field) => field.type === "")).toEqual([]);
  });

  it.each([
    "company.name",
    "as_of",
    "data_from",
    "on_error",
    "max_bad_share",
    "churn.grace_days",
    "contracts.end_is",
    "cac.lag_months",
    "nps.scale",
    "datasets.*.columns",
    "datasets.*.sql",
    "raw.*.files",
  ])("names %s", (path) => {
    expect(config.map((field) => field.path)).toContain(path);
  });

  it("names each field once", () => {
    const paths = config.map((field) => field.path);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it("needs nothing but the company's name and currency and two datasets", () => {
    const required = config.filter((field) => field.isRequired).map((field) => field.path);
    expect(required.filter((path) => !path.includes("*"))).toEqual([
      "company.name",
      "company.currency",
      "datasets",
    ]);
  });

  it("lists every column of every dataset", () => {
    expect(datasets.map(({ name }) => name)).toEqual(datasetNames);
    for (const name of datasetNames) {
      const columns = datasets.find((dataset) => dataset.name === name)?.columns ?? [];
      expect(columns.map((column) => column.name)).toEqual(Object.keys(datasetOf(name).fields));
      expect(columns.every(({ description, expected }) => description && expected)).toBe(true);
    }
  });
});
