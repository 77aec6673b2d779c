import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { constantSurvival, staying } from "../../src/shared/cash.ts";
import {
  drawnCurves,
  encodeScenario,
  evaluateScenario,
  movedTo,
  type NamedScenario,
  parseScenario,
  scenarioLimits,
} from "../../src/shared/what-if.ts";

const measured = { cac: 6_000, price: 500, margin: 1, monthlyChurn: 0, survival: staying };
const book: NamedScenario = {
  name: "the book",
  cac: 6_000,
  price: 500,
  margin: 1,
  monthlyChurn: 0,
  customersPerMonth: 2,
  fixedMonthlyCost: 0,
  isYearly: false,
};

describe("a scenario", () => {
  test("of the book's company: 66,000 to fund in month 11, even in month 23, a customer in month 13", () => {
    const { trough, breakEven, customerBreakEven, drawnTo } = evaluateScenario(measured, book);
    expect({ trough, breakEven, customerBreakEven }).toEqual({
      trough: { month: 11, depth: 66_000 },
      breakEven: 23,
      customerBreakEven: 13,
    });
    expect(drawnTo).toBe(29);
  });

  test("at 2.5% churn: 73,566.9 to fund in month 14, even in month 29", () => {
    const outcome = evaluateScenario(
      { ...measured, monthlyChurn: 0.01, survival: constantSurvival(0.01) },
      { ...book, monthlyChurn: 0.025 },
    );
    expect(outcome.trough.month).toBe(14);
    expect(outcome.trough.depth).toBeCloseTo(73_566.9, 1);
    expect(outcome.breakEven).toBe(29);
  });

  test("paid a year upfront needs nothing: 6,000 come in with each customer who costs 6,000", () => {
    expect(evaluateScenario(measured, { ...book, isYearly: true }).trough.depth).toBe(0);
  });

  test("that never earns its money back is drawn for four years", () => {
    const outcome = evaluateScenario(measured, { ...book, monthlyChurn: 0.2 });
    expect(outcome.breakEven).toBeNull();
    expect(outcome.drawnTo).toBe(48);
  });

  test("set against one start keeps only that against another", () => {
    const { name: _name, ...start } = book;
    const other = { ...start, cac: 7_000, price: 250.123_45, margin: 0.8, customersPerMonth: 0.17 };
    expect(movedTo(start, start, other)).toEqual(other);
    expect(movedTo({ ...start, cac: 9_000 }, start, other)).toEqual({ ...other, cac: 9_000 });
    // A field shows 250.1: set to that it is as it was.
    expect(movedTo({ ...other, price: 250.1 }, other, start)).toEqual(start);
    const set = { ...start, isYearly: true, fixedMonthlyCost: 50 };
    expect(movedTo(set, start, other)).toEqual({ ...other, isYearly: true, fixedMonthlyCost: 50 });
  });

  test("is drawn as far as the one beside it that needs longest", () => {
    const never = evaluateScenario(measured, { ...book, monthlyChurn: 0.2 });
    const curves = drawnCurves([evaluateScenario(measured, book), never]);
    expect(curves.map(({ points }) => points.at(-1)?.month)).toEqual([48, 48]);
    expect(curves[0]?.points[0]).toEqual({ month: 1, cash: -11_000 });
  });
});

describe("a scenario in a link", () => {
  test("comes back as it went in, whatever its name", () => {
    const between = (name: keyof typeof scenarioLimits) =>
      fc
        .double({ min: scenarioLimits[name].low, max: scenarioLimits[name].high, noNaN: true })
        .map((value) => Number(value.toPrecision(9)) + 0);
    const scenarios = fc.record({
      name: fc.string({ maxLength: 60, unit: "grapheme" }).map((name) => name.slice(0, 60)),
      cac: between("cac"),
      price: between("price"),
      margin: between("margin"),
      monthlyChurn: between("monthlyChurn"),
      customersPerMonth: between("customersPerMonth"),
      fixedMonthlyCost: between("fixedMonthlyCost"),
      isYearly: fc.boolean(),
    });
    fc.assert(
      fc.property(scenarios, (scenario) => {
        expect(parseScenario(encodeScenario(scenario))).toEqual(scenario);
      }),
    );
  });

  test.each([
    ["nothing", ""],
    ["words", "a_b_c_d_e_f_0_name"],
    ["a blank number", "6000_500_1_0_2__0_name"],
    ["a churn of 100%", "6000_500_1_1_2_0_0_name"],
    ["a negative cost", "-1_500_1_0_2_0_0_name"],
    ["neither yearly nor not", "6000_500_1_0_2_0_2_name"],
  ])("that holds %s is none", (_what, text) => {
    expect(parseScenario(text)).toBeUndefined();
  });
});
