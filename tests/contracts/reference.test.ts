import { describe, expect, it } from "vitest";
import { configSchema } from "../../src/contracts/config.ts";
import { deckSchema } from "../../src/contracts/deck.ts";
import { contractReference, datasetNames, datasetOf } from "../../src/contracts/index.ts";
import { leafFields } from "./schema-fields.ts";

describe("the reference of what may be written", () => {
  const { config, deck, datasets } = contractReference();

  it("describes every field", () => {
    expect([...config, ...deck].filter((field) => field.description === "")).toEqual([]);
    expect([...config, ...deck].filter((field) => field.type === "")).toEqual([]);
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

  it("names every field of the schema, and none that it does not take", () => {
    const leaves = leafFields(configSchema);
    expect(leaves.length).toBeGreaterThan(60);
    expect(leaves).toEqual(
      expect.arrayContaining(["datasets.*.date_formats", "raw.*.files", "events.*.label"]),
    );
    expectSame(config, leaves);
    const ofDeck = leafFields(deckSchema);
    expect(ofDeck).toEqual(
      expect.arrayContaining(["template.size", "template.fonts.body", "slides.*.filter.tier"]),
    );
    expectSame(deck, ofDeck);
  });

  function expectSame(fields: typeof config, leaves: readonly string[]) {
    const paths = fields.map(({ path }) => path);
    expect(leaves.filter((leaf) => !paths.includes(leaf))).toEqual([]);
    const groups = leaves.flatMap((leaf) => {
      const parts = leaf.split(".");
      return parts.map((_, index) => parts.slice(0, index).join("."));
    });
    expect(paths.filter((path) => !leaves.includes(path) && !groups.includes(path))).toEqual([]);
  }

  it("names each field once", () => {
    for (const fields of [config, deck]) {
      const paths = fields.map((field) => field.path);
      expect(new Set(paths).size).toBe(paths.length);
    }
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
