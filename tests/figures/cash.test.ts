import { describe, expect, test } from "vitest";
import { whatIfFigure } from "../../src/figures/cash/index.ts";
import { asChosen, assumptionsOf, modelledFigures, viewOf } from "../../src/figures/index.ts";
import type { Report } from "../../src/report.ts";
import { staying } from "../../src/shared/cash.ts";
import { evaluateScenario } from "../../src/shared/what-if.ts";
import { reportWith } from "./report.ts";

type Marts = Report["marts"];

/** A customer costs 9,000 and pays 500 a month, of which nothing goes to its service; nobody leaves. */
function figuresOf(
  newCustomers: number,
  marts: Parameters<typeof reportWith>[0] = {},
  own: Partial<Marts["unitEconomics"][number]> = {},
) {
  const economics: Partial<Marts["unitEconomics"][number]> = {
    dimension: "all",
    segment: "all",
    cac: 9000,
    arpa_new: 500,
    margin: 1,
    monthly_churn: 0,
    new_customers: newCustomers,
    ...own,
  };
  const view = viewOf(reportWith({ ...marts, unitEconomics: [economics] }));
  const assumptions = assumptionsOf(view);
  if (!assumptions) throw new Error("no assumptions");
  const [customer, fleet] = modelledFigures(view, assumptions);
  if (!customer || !fleet) throw new Error("no figures");
  return { customer, fleet };
}

describe("a fleet", () => {
  // By the month, n a month: month t brings n (500 t - 9,000), below zero to month 17, which sums to
  // n (250 x 17 x 18 - 9,000 x 17) = -76,500 n; 250 t (t + 1) = 9,000 t at t = 35. A year upfront: n (6,000 - 9,000) in
  // each of 12 months, -36,000 n; then every month the year-old ones pay again, + 3,000 n: back after 12 more.
  test("has a line for 2, 5, 10 and the measured rate, paid by the month and a year upfront", () => {
    const { fleet } = figuresOf(240);
    expect(fleet.table?.rows).toEqual([
      ["2", "by the month", "17", "153,000.00", "35"],
      ["5", "by the month", "17", "382,500.00", "35"],
      ["10", "by the month", "17", "765,000.00", "35"],
      ["20", "by the month", "17", "1,530,000.00", "35"],
      ["2", "a year upfront", "12", "72,000.00", "24"],
      ["5", "a year upfront", "12", "180,000.00", "24"],
      ["10", "a year upfront", "12", "360,000.00", "24"],
      ["20", "a year upfront", "12", "720,000.00", "24"],
    ]);
    expect(fleet.finding).toContain("Winning 20 customers a month, as now, takes $1.53M");
    expect(fleet.facts).toContain("would take $720K, deepest in month 12, back in month 24");
  });

  test("has no second line for a measured rate of 5", () => {
    const { fleet } = figuresOf(60);
    expect(fleet.table?.rows.map(([pace]) => pace)).toEqual(["2", "5", "10", "2", "5", "10"]);
    expect(fleet.finding).toContain("5 customers a month, as now, takes $383K before it turns; 2");
  });

  // 2 in 12 months are 0.1667 a month: 76,500 x 0.17 = 13,005 to fund. 27 are 2.25: 76,500 x 2.3 = 175,950. 44 are 3.667.
  test.each([
    [2, "0.17", "Winning 0.17 customers a month, as now, takes $13K before it turns; 10 would"],
    [1, "0.083", "Winning 0.083 customers a month, as now, takes $6.35K"],
    [12, "1", "Winning 1 customer a month, as now, takes $76.5K"],
    [27, "2.3", "Winning 2.3 customers a month, as now, takes $176K before it turns; 2 would"],
    [44, "3.7", "Winning 3.7 customers a month, as now, takes $283K before it turns; 2 would"],
    [238, "20", "Winning 20 customers a month, as now, takes $1.53M before it turns; 2 would"],
    [1234, "103", "Winning 103 customers a month, as now, takes $7.88M before it turns; 2 would"],
  ])("says the pace of %i customers in 12 months as %s", (won, pace, finding) => {
    const { fleet } = figuresOf(won);
    const { svg = "" } = fleet.drawing?.("wide") ?? {};
    expect(fleet.finding).toContain(finding);
    expect(fleet.table?.rows.map(([own]) => own)).toContain(pace);
    expect(svg).toContain(`>${pace}, as now<`);
    expect(fleet.native?.series.map(({ name }) => name)).toContain(`${pace}, as now`);
    const [, depth] = /takes (\S+)/.exec(fleet.finding) ?? [];
    expect(svg).toContain(`>${depth} to fund<`);
  });

  test("draws no line twenty times slower than the fastest, and says so", () => {
    const { fleet } = figuresOf(12 * 150);
    expect(fleet.facts).toContain("in the table only");
    expect(fleet.drawing?.("wide").svg).not.toContain("5 a month");
    expect(fleet.drawing?.("wide").svg).toContain("150, as now");
  });
});

describe("what is said where a year is paid upfront", () => {
  // The fleet as above; 500 x 18 = 9,000 is not above it, and upfront 6,000 then 12,000 is in month 13.
  test("is true of that drawing, and the figure's own words stay those of the month", () => {
    const { customer, fleet } = figuresOf(240);
    const [paid, won] = [asChosen(customer, 1), asChosen(fleet, 1)];
    expect(asChosen(fleet, 0)).toBe(fleet);
    expect(won.finding).toBe(
      "Paid a year upfront, winning 20 customers a month, as now, takes $720K before it turns; 2 would take $72K",
    );
    expect(won.facts).toMatch(
      /^Deepest in month 12, back above zero in month 24, at every speed\./,
    );
    expect(won.caveat).toMatch(/costs its service by the month.* The depth is the cash to fund\.$/);
    expect(won.native).toMatchObject({ kind: "line" });
    expect(won.native?.marks?.at(-1)).toEqual({ name: "$720K to fund", place: 11, series: 3 });
    expect(paid.finding).toBe(
      "Paid a year upfront, a customer is above zero from month 13 on, as customers really leave",
    );
    expect(paid.facts).toMatch(/Measured lines are left out/);
    expect(paid.caveat).toContain("a year's payment in months 1, 13, 25");
    expect(paid.native?.series.map(({ name }) => name)).toEqual(["if it stays", "as they leave"]);
    expect(paid.native?.series[0]?.values.slice(0, 3)).toEqual([-9_000, -3_000, -3_000]);
    for (const shown of [paid, won]) {
      const { svg } = shown.drawing?.("wide") ?? { svg: "" };
      expect(svg).toContain(`aria-label="${shown.finding}"`);
    }
  });

  // 100 of 500 are left: 6,000 come in month 1 for 1,500 and 400, and 400 go every month: 4,100 in month 1, 100 in month 11, -300 in
  // month 12, 5,300 in month 13, 900 in month 24. Of a fleet the first twelve sum to 12 x 4,100 - 400 x 66 = 22,800 each.
  test("tells and marks from when on a customer is above zero for good, and that growth never is below", () => {
    const { customer, fleet } = figuresOf(240, {}, { cac: 1500, margin: 0.2 });
    expect(customer.finding).toContain("in month 16");
    const paid = asChosen(customer, 1);
    expect(paid.finding).toBe(
      "Paid a year upfront, a customer is first above zero in month 1, as customers really leave, and for good from month 13 on",
    );
    expect(paid.drawing?.("wide").svg).toContain("month 13, for good");
    expect(paid.native?.marks?.map(({ name, place }) => [name, place])).toEqual([
      ["month 1", 1],
      ["month 13, for good", 13],
      ["month 1", 1],
      ["month 13, for good", 13],
    ]);
    const won = asChosen(fleet, 1);
    expect(fleet.finding).toContain("before it turns");
    expect(won.finding).toBe(
      "Paid a year upfront, winning 20 customers a month, as now, is never below zero",
    );
    expect(won.facts).toMatch(/^Below zero at no speed\. As of /);
    expect(won.native?.marks).toEqual([]);
  });

  // 50 of 500 are left: the most within 10 years is that of the tenth payment, 10 x 6,000 - 109 x 450 = 10,950 of 13,000.
  test("is no other where it does not pay back either", () => {
    const { customer } = figuresOf(240, {}, { cac: 13_000, margin: 0.1 });
    expect(customer.finding).toContain("never pays back");
    expect(asChosen(customer, 1).finding).toContain("not above zero within 10 years either");
  });
});

describe("cash from one customer", () => {
  // 500 x 18 = 9,000 is not above it: month 19. Upfront, 6,000 then 12,000: month 13.
  test("is above zero sooner where a year is paid upfront", () => {
    const { customer } = figuresOf(24);
    expect(customer.finding).toContain("month 19");
    expect(customer.facts).toContain("would be above zero from month 13 on");
    expect(customer.choice?.others).toHaveLength(1);
  });

  test("says under one segment that cohorts within it do not come with the page, and of everyone nothing", () => {
    const own = { dimension: "tier", segment: "small" };
    const economics = {
      ...own,
      cac: 9000,
      arpa_new: 500,
      margin: 1,
      monthly_churn: 0,
      new_customers: 12,
    };
    const view = viewOf(reportWith({ unitEconomics: [economics] }), own);
    const assumptions = assumptionsOf(view);
    const [ofSegment] = assumptions ? modelledFigures(view, assumptions) : [];
    const untold = "No curves by cohort: those within one segment do not come with the page.";
    expect(ofSegment?.facts).toContain(untold);
    expect(figuresOf(24).customer.facts).not.toContain(untold);
  });

  test("has the newest three cohorts that are a year old, each at the ages it was measured at", () => {
    const cohort = (day: string, reached: number) => ({
      cohort: day,
      customers: 4,
      reached_age: reached,
    });
    const cash = (segment: string, age: number, cumulative: number) => ({
      dimension: "cohort",
      segment,
      age,
      customers: 4,
      cumulative_cash: cumulative,
    });
    const { customer } = figuresOf(24, {
      cohortPayback: [
        cohort("2024-01-01", 20),
        cohort("2024-04-01", 17),
        cohort("2024-07-01", 14),
        cohort("2024-10-01", 12),
        cohort("2025-01-01", 11),
      ],
      customerCash: [cash("2024-Q4", 0, -8000), cash("2024-Q4", 1, -7600), cash("2025-Q1", 0, 1)],
    });
    const names = customer.table?.columns.map(({ label }) => label) ?? [];
    expect(names.filter((name) => /^20/.test(name))).toEqual(["2024 Q4"]);
    const column = names.indexOf("2024 Q4");
    expect(customer.table?.rows.slice(0, 3).map((row) => row[column])).toEqual([
      "-8,000.00",
      "-7,600.00",
      "",
    ]);
  });
});

describe("a what-if as plain data", () => {
  const measured = { cac: 6_000, price: 500, margin: 1, monthlyChurn: 0, survival: staying };
  const book = {
    name: "the book",
    cac: 6_000,
    price: 500,
    margin: 1,
    monthlyChurn: 0,
    customersPerMonth: 2,
    fixedMonthlyCost: 0,
    isYearly: false,
  };
  const chartOf = (...scenarios: (typeof book)[]) => {
    const evaluated = scenarios.map((scenario) => {
      const outcome = evaluateScenario({ ...measured, ...scenario }, scenario);
      return { scenario, outcome };
    });
    const { format } = viewOf(reportWith({}));
    return whatIfFigure(evaluated, "Sep 30, 2025", format).native;
  };

  // Month 1: 2 won for 6,000 each, 500 from each: -11,000. Month 2: 2 more, and 4 pay: -21,000.
  test("has a curve for each scenario, the newest standing out, and the cash to fund at its trough", () => {
    const native = chartOf(book, { ...book, name: "five a month", customersPerMonth: 5 });
    expect(native).toMatchObject({ kind: "line", unit: "money" });
    expect(native?.series.map(({ name, tone }) => [name, tone])).toEqual([
      ["the book", undefined],
      ["five a month", "accent"],
    ]);
    expect(native?.series[0]?.values.slice(0, 2)).toEqual([-11_000, -21_000]);
    expect(native?.marks).toEqual([
      { name: "$66K to fund", place: 10, series: 0 },
      { name: "$165K to fund", place: 10, series: 1 },
    ]);
  });

  test("marks no trough where the money never comes back", () => {
    const native = chartOf({ ...book, price: 0 });
    expect(native?.series).toHaveLength(1);
    expect(native?.marks).toEqual([]);
  });
});
