import { describe, expect, it } from "vitest";
import { formatsOf } from "../../src/figures/index.ts";
import { numbersOf } from "../../src/ledger/numbers.ts";
import { isSame } from "../../src/ledger/same.ts";

const format = formatsOf({ company: { name: "Test", currency: "USD", locale: "en-US" } });

const figure = { id: "f", figure: "f", measure: "" };

const table = {
  caption: "",
  columns: [{ label: "Tier" }, { label: "Customers" }, { label: "Churn" }],
  rows: [
    ["small", "3", "2.5%"],
    ["large", "1", ""],
  ],
  cells: [
    [{ value: "small" }, { value: 3, unit: "number" }, { value: 0.025, unit: "share" }],
    [{ value: "large" }, { value: 1, unit: "number" }, { value: null, unit: "share" }],
  ],
} as const;

describe("the numbers of a figure", () => {
  it("are those of its table, known by row and column, unknown ones too", () => {
    const numbers = numbersOf([{ ...figure, table }], format);
    expect(numbers.map(({ id, value, printed }) => [id, value, printed])).toEqual([
      ["f / small / Customers", 3, "3"],
      ["f / small / Churn", 0.025, "2.5%"],
      ["f / large / Customers", 1, "1"],
      ["f / large / Churn", null, ""],
    ]);
  });

  it("are those of its chart with their intervals, where a slide shows that", () => {
    const native = {
      kind: "column",
      unit: "share",
      categories: ["small", "large"],
      series: [{ name: "Churn", values: [0.025, 0.5], low: [0.01, null] }],
    } as const;
    const numbers = numbersOf([{ ...figure, native }], format);
    expect(numbers.map(({ id, value, printed }) => [id, value, printed])).toEqual([
      ["f / small / Churn", 0.025, "2.5%"],
      ["f / small / Churn, low", 0.01, "1%"],
      ["f / large / Churn", 0.5, "50%"],
    ]);
  });

  it("are those of every cell of a heat map, and how many customers each of its rows is of", () => {
    const native = {
      kind: "heat",
      unit: "share",
      categories: ["0", "3"],
      series: [{ name: "2025 Q1", size: 25, values: [1, null] }],
    } as const;
    const numbers = numbersOf([{ ...figure, native }], format);
    expect(numbers.map(({ id, value, printed }) => [id, value, printed])).toEqual([
      ["f / 0 / 2025 Q1", 1, "100%"],
      ["f / won / 2025 Q1", 25, "25"],
    ]);
  });

  it("have ids of their own where two rows are called alike", () => {
    const [row = [], ...others] = table.rows;
    const [cells = [], ...more] = table.cells;
    const twice = { ...table, rows: [row, row, ...others], cells: [cells, cells, ...more] };
    const ids = numbersOf([{ ...figure, table: twice }], format).map(({ id }) => id);
    expect(ids.slice(0, 4)).toEqual([
      "f / small / Customers",
      "f / small / Churn",
      "f / small / Customers #2",
      "f / small / Churn #2",
    ]);
  });
});

describe("two values", () => {
  it("are the same number up to the noise of a sum", () => {
    expect(isSame(0.1 + 0.2, 0.3)).toBe(true);
    expect(isSame(1e6, 1e6 + 0.0005)).toBe(true);
    expect(isSame(0, 1e-17)).toBe(true);
    expect(isSame(null, null)).toBe(true);
  });

  it("differ beyond it, and where one is not known", () => {
    expect(isSame(1e6, 1e6 + 0.01)).toBe(false);
    expect(isSame(0, null)).toBe(false);
  });
});
