import { describe, expect, test } from "vitest";
import * as charts from "../../src/charts/index.ts";
import {
  cohortCash,
  customer,
  economics,
  fleet,
  leavers,
  left,
  paybacks,
} from "./fixtures/cash.ts";
import { frame, text } from "./gallery.ts";
import { attributesOf, textsOf } from "./reading.ts";

describe("cash from one customer", () => {
  test("marks the break-even months, none where a curve never crosses", () => {
    const options = { ...frame(720, "pays back"), text: text.customer };
    const marked = textsOf(charts.customerCash(customer, options));
    expect(marked).toEqual(expect.arrayContaining(["month 13", "month 15", "month 16"]));
    const never = charts.customerCash({ series: customer.series, breakEven: [] }, options);
    expect(textsOf(never).filter((shown) => /^month \d/.test(shown))).toEqual([]);
  });

  test("names each curve at its end", () => {
    const options = { ...frame(328, "pays back"), text: text.customer };
    expect(textsOf(charts.customerCash(customer, options))).toEqual(
      expect.arrayContaining(["if they stay", "as they leave", "measured"]),
    );
  });
});

test("thin lines of cohorts end where their customers do, each by its name, and are read with the others", () => {
  const series = [...customer.series, ...cohortCash];
  const options = { ...frame(720, "cohorts"), text: text.customer };
  const chart = charts.customerCash({ ...customer, series }, options);
  expect(textsOf(chart)).toEqual(expect.arrayContaining(["2024 Q1", "2024 Q2", "2024 Q3"]));
  expect(attributesOf(chart, "circle[r='2']", "cx")).toHaveLength(3);
  // -6,500 + 460 x 18 = 1,780; the others have ended.
  expect(chart.readings[18]?.lines).toContain("2024 Q1 $1,780");
  expect(chart.readings[18]?.lines.join()).not.toContain("2024 Q2");
});

test("a fleet shows the depth of every trough, and a shared break-even month once", () => {
  const shown = textsOf(charts.fleetCash(fleet, { ...frame(720, "trough"), text: text.fleet }));
  expect(shown).toEqual(expect.arrayContaining(["$66K to fund", "$165K to fund", "$330K to fund"]));
  expect(shown.filter((one) => one === "break-even month 23")).toHaveLength(1);
  expect(shown.filter((one) => one === "deepest in month 11")).toHaveLength(1);
});

test("payback tells apart cohorts that are paid, on their way and without costs", () => {
  const chart = charts.paybackByCohort(paybacks, { ...frame(720, "slower"), text: text.payback });
  const shown = textsOf(chart);
  expect(shown).toEqual(expect.arrayContaining(["13", "64% back after 12", "no cost data"]));
  expect(attributesOf(chart, "g[fill^='url'] rect", "width")).toHaveLength(5);
});

describe("LTV to CAC", () => {
  const draw = (rows: charts.UnitEconomics[]) =>
    charts.ltvCacBars(rows, { ...frame(720, "worth"), threshold: 3, text: text.ltv });

  test("is highest first, unknown last", () => {
    const chart = draw([economics("B", 20, 2), economics("C", 20, null), economics("A", 20, 4)]);
    const names = textsOf(chart).filter((shown) => /^[ABC]$/.test(shown));
    expect(names).toEqual(["A", "B", "C"]);
  });

  test("is good at the threshold itself, bad under it, grey under 10 customers", () => {
    const fills = (customers: number, ratio: number) =>
      attributesOf(draw([economics("A", customers, ratio)]), "rect", "fill");
    expect(fills(10, 3)).toEqual(["var(--chart-accent)"]);
    expect(fills(10, 2.99)).toEqual(["var(--chart-lost)"]);
    expect(fills(9, 5)).toEqual(["var(--chart-grey)"]);
  });
});

describe("left before paying back", () => {
  const draw = (rows: charts.LeftBeforePayback[]) =>
    textsOf(charts.leftBeforeBars(rows, { ...frame(720, "left"), text: text.left }));

  test("shows the share and the money, 46 of 120 = 38%", () => {
    expect(draw(leavers)).toContain("38% · $133K not recovered");
  });

  test("has headings only where there are two dimensions", () => {
    expect(draw(leavers)).toEqual(expect.arrayContaining(["By importance", "By fit"]));
    expect(draw([left("tier", "Small", 120, 46)])).not.toContain("By importance");
  });
});
