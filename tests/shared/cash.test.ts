import { describe, expect, test } from "vitest";
import {
  aboveForGood,
  breakEvenMonth,
  constantSurvival,
  crossing,
  customerCurve,
  fleetBreakEvenMonth,
  fleetCurve,
  neverBreaksEven,
  staying,
  stepSurvival,
  survivalAtChurn,
  trough,
} from "../../src/shared/cash.ts";

const book = { cac: 6_000, monthlyMargin: 500, survival: staying, months: 60 };

describe("cash from one customer", () => {
  test("starts at minus the acquisition cost and climbs by each payment", () => {
    expect(customerCurve({ ...book, months: 2 })).toEqual([
      { month: 0, cash: -6_000, cumulative: -6_000 },
      { month: 1, cash: 500, cumulative: -5_500 },
      { month: 2, cash: 500, cumulative: -5_000 },
    ]);
  });

  test("is above zero from month 13 on in the book's example: month 12 is exactly zero", () => {
    const curve = customerCurve(book);
    expect(curve[12]?.cumulative).toBe(0);
    expect(breakEvenMonth(curve)).toBe(13);
  });

  test("paid a year upfront can sink again before it is above zero for good", () => {
    // 6,000 - 250 - 5,000 = 750 in month 1, 250 less each month: -2,000 in month 12; 3,750 in month 13, still 1,000 in 24.
    const curve = customerCurve({ ...book, cac: 5_000, monthlyMargin: 250, yearlyFrom: 500 });
    expect(curve[12]?.cumulative).toBe(-2_000);
    expect(curve[24]?.cumulative).toBe(1_000);
    expect(breakEvenMonth(curve)).toBe(1);
    expect(aboveForGood(curve)).toBe(13);
    expect(aboveForGood(curve.slice(0, 13))).toBeNull();
  });

  test("weighs the k-th payment by who is still there after k - 1 months", () => {
    const curve = customerCurve({ ...book, survival: constantSurvival(0.5), months: 3 });
    expect(curve.map((point) => point.cash)).toEqual([-6_000, 500, 250, 125]);
  });

  test("breaks even later when customers leave", () => {
    // 500 x (1 - 0.975^15) / 0.025 = 6,319.59; 14 payments give 5,968.81
    expect(breakEvenMonth(customerCurve({ ...book, survival: constantSurvival(0.025) }))).toBe(15);
  });

  test("does not break even early by a binary fraction: 0.1 x 3 is not above 0.3", () => {
    const cents = { cac: 0.3, monthlyMargin: 0.1, survival: staying, months: 12 };
    expect(breakEvenMonth(customerCurve(cents))).toBe(4);
  });

  test("breaks even with the first payment when the customer cost nothing", () => {
    const curve = customerCurve({ ...book, cac: 0 });
    expect(curve[0]).toEqual({ month: 0, cash: 0, cumulative: 0 });
    expect(breakEvenMonth(curve)).toBe(1);
  });

  test("has no break-even without margin, nor within a curve that is too short", () => {
    expect(breakEvenMonth(customerCurve({ ...book, monthlyMargin: 0 }))).toBeNull();
    expect(breakEvenMonth(customerCurve({ ...book, months: 12 }))).toBeNull();
  });
});

describe("cash of a fleet", () => {
  test.each([
    [2, 66_000],
    [5, 165_000],
    [10, 330_000],
  ])("without churn, %d customers a month need %d and are even in month 23", (n, depth) => {
    const curve = fleetCurve({ ...book, customersPerMonth: n });
    expect(trough(curve)).toEqual({ month: 11, depth });
    expect(fleetBreakEvenMonth(curve)).toBe(23);
  });

  test.each([
    [2, 73_566.9],
    [5, 183_917.3],
    [10, 367_834.5],
  ])("at 2.5%% churn, %d customers a month need %d and are even in month 29", (n, depth) => {
    const curve = fleetCurve({ ...book, customersPerMonth: n, survival: constantSurvival(0.025) });
    expect(trough(curve)?.month).toBe(14);
    expect(trough(curve)?.depth).toBeCloseTo(depth, 1);
    expect(fleetBreakEvenMonth(curve)).toBe(29);
  });

  test("pays the newcomers of month 1 and receives their first payment in it", () => {
    expect(fleetCurve({ ...book, customersPerMonth: 2, months: 1 })).toEqual([
      { month: 1, cash: -11_000, cumulative: -11_000 },
    ]);
  });

  test("pays the fixed cost in every month", () => {
    const curve = fleetCurve({ ...book, customersPerMonth: 2, fixedMonthlyCost: 100, months: 2 });
    expect(curve.map((point) => point.cash)).toEqual([-11_100, -10_100]);
  });

  test("needs no cash and is even at once when customers cost nothing", () => {
    const curve = fleetCurve({ ...book, cac: 0, customersPerMonth: 5 });
    expect(trough(curve)?.depth).toBe(0);
    expect(fleetBreakEvenMonth(curve)).toBe(1);
  });

  test("falls to the last month of the curve, and is never even, without margin", () => {
    const curve = fleetCurve({ ...book, monthlyMargin: 0, customersPerMonth: 1, months: 24 });
    expect(trough(curve)).toEqual({ month: 24, depth: 144_000 });
    expect(fleetBreakEvenMonth(curve)).toBeNull();
  });

  test("without a month has neither trough nor break-even", () => {
    const curve = fleetCurve({ ...book, customersPerMonth: 1, months: 0 });
    expect(trough(curve)).toBeNull();
    expect(fleetBreakEvenMonth(curve)).toBeNull();
  });
});

describe("never", () => {
  const example = { cac: 6_000, monthlyMargin: 500 };

  test("is when CAC x churn reaches the monthly margin: 6,000 x 10% is above 500", () => {
    expect(neverBreaksEven({ ...example, monthlyChurn: 0.1 })).toBe(true);
    const curve = customerCurve({ ...book, survival: constantSurvival(0.1), months: 2_000 });
    expect(breakEvenMonth(curve)).toBeNull();
  });

  test("holds at equality: the curve nears zero and never crosses it", () => {
    expect(neverBreaksEven({ cac: 6_000, monthlyMargin: 600, monthlyChurn: 0.1 })).toBe(true);
  });

  test("is not when 8% leave a month, though it takes 39 months", () => {
    expect(neverBreaksEven({ ...example, monthlyChurn: 0.08 })).toBe(false);
    expect(breakEvenMonth(customerCurve({ ...book, survival: constantSurvival(0.08) }))).toBe(39);
  });

  test("is without margin even when nobody leaves", () => {
    expect(neverBreaksEven({ cac: 6_000, monthlyMargin: 0, monthlyChurn: 0 })).toBe(true);
  });

  test("counts the fixed cost: 2 customers a month earn 16,000 each in the end, less 6,000", () => {
    // 400 / 0.025 = 16,000; 2 x (16,000 - 6,000) = 20,000 a month in the long run
    const fleet = { cac: 6_000, monthlyMargin: 400, monthlyChurn: 0.025, customersPerMonth: 2 };
    expect(neverBreaksEven({ ...fleet, fixedMonthlyCost: 19_999 })).toBe(false);
    expect(neverBreaksEven({ ...fleet, fixedMonthlyCost: 20_001 })).toBe(true);
  });
});

describe("survival of a measured curve", () => {
  const survival = stepSurvival([
    { age: 0, survival: 1 },
    { age: 3, survival: 0.8 },
    { age: 7, survival: 0.6 },
  ]);

  test("is 1 until the first age with churn, and drops at that age", () => {
    expect([0, 2, 3, 6, 7].map(survival)).toEqual([1, 1, 0.8, 0.8, 0.6]);
  });

  test("is held after the last age", () => {
    expect(survival(120)).toBe(0.6);
  });

  test("is 1 where nothing was measured", () => {
    expect(stepSurvival([])(12)).toBe(1);
  });
});

describe("survival at another churn", () => {
  const measured = {
    survival: stepSurvival([
      { age: 0, survival: 1 },
      { age: 12, survival: 0.81 },
    ]),
    monthlyChurn: 0.19,
  };

  test("is the measured curve at its own churn", () => {
    expect(survivalAtChurn(measured, 0.19)(12)).toBeCloseTo(0.81, 12);
  });

  test("takes the same step to the power of the churns' ratio: half the logarithm is the root", () => {
    expect(survivalAtChurn(measured, 0.1)(12)).toBeCloseTo(0.9, 12);
    expect(survivalAtChurn(measured, 0.1)(11)).toBe(1);
  });

  test("is the measured curve where its churn of late is 0 as well, though some left before", () => {
    const late = { ...measured, monthlyChurn: 0 };
    expect(survivalAtChurn(late, 0)(12)).toBe(0.81);
  });

  test("is constant where no churn was measured, and 1 where none is wanted", () => {
    expect(survivalAtChurn({ survival: staying, monthlyChurn: 0 }, 0.5)(2)).toBe(0.25);
    expect(survivalAtChurn(measured, 0)(12)).toBe(1);
  });
});

describe("a year paid at its start", () => {
  const yearly = { ...book, yearlyFrom: 600 };

  test("comes in months 1 and 13 while the service costs every month", () => {
    // 12 x 600 less 100 of service, then 100 of service a month
    const cash = customerCurve({ ...yearly, months: 13 }).map((point) => point.cash);
    expect(cash).toEqual([-6_000, 7_100, ...new Array(11).fill(-100), 7_100]);
  });

  test("is all received from those who leave within the year, and costs nothing after they left", () => {
    const half = customerCurve({ ...yearly, survival: constantSurvival(0.5), months: 2 });
    expect(half.map((point) => point.cash)).toEqual([-6_000, 7_100, -50]);
  });

  test("spares a fleet its trough", () => {
    // 2 x (7,100 - 6,000) = 2,200 in month 1; the cohort before costs 200 in month 2
    const curve = fleetCurve({ ...yearly, customersPerMonth: 2, months: 2 });
    expect(curve.map((point) => point.cash)).toEqual([2_200, 2_000]);
    expect(trough(curve)?.depth).toBe(0);
  });
});

describe("the crossing of zero", () => {
  test("lies between two months by a straight line: 5,750 of 500 a month is 11.5", () => {
    expect(crossing(customerCurve({ ...book, cac: 5_750 }))).toBe(11.5);
  });

  test("is the first month where nothing is spent, and unknown where the curve stays under 0", () => {
    expect(crossing(customerCurve({ ...book, cac: -1 }))).toBe(0);
    expect(crossing(customerCurve({ ...book, months: 11 }))).toBeNull();
  });
});
