import { expect, it } from "vitest";
import { formatsOf, type MetricPast, metricPastFigure } from "../../src/figures/index.ts";

const format = formatsOf({ company: { name: "Paper Ltd", currency: "USD", locale: "en-US" } });

const past: MetricPast = {
  title: "Gross revenue retention",
  short: "GRR",
  unit: "share",
  unitLabel: "share",
  every: "quarter",
  points: [
    { month: "2025-01-01", value: 0.91 },
    { month: "2025-04-01", value: null },
    { month: "2025-07-01", value: 0.885 },
  ],
  target: 0.9,
  events: [],
  day: "Sep 30, 2025",
};

it("the past of a metric has its range in its title, its target beside it, and every period in its table", () => {
  const { finding, facts, table } = metricPastFigure(past, format);
  expect(finding).toBe("GRR: between 88.5% and 91% since 2025 Q1");
  expect(facts).toBe("Known for 2 quarters. As of Sep 30, 2025. Target: 90%.");
  expect(table.rows).toEqual([
    ["2025 Q1", "91%"],
    ["2025 Q2", "not known"],
    ["2025 Q3", "88.5%"],
  ]);
  expect(table.cells[2]).toEqual([
    { value: "2025-07-01", unit: "quarterLabel" },
    { value: 0.885, unit: "share" },
  ]);
});

it("its chart for slides has every period with its gaps, the target, and what happened in the period it fell in", () => {
  const events = [{ day: "2025-08-20", label: "Price up", told: "Price up, Aug 20, 2025" }];
  expect(metricPastFigure({ ...past, events }, format).native).toEqual({
    kind: "line",
    unit: "share",
    categories: ["2025 Q1", "2025 Q2", "2025 Q3"],
    series: [{ name: "GRR", values: [0.91, null, 0.885] }],
    level: { name: "target 90%", value: 0.9 },
    marks: [{ name: "Price up", place: 2 }],
  });
});

it("it is days that programs can count where its periods are months, and plain numbers where it is an age", () => {
  const points = [
    { month: "2025-08-01", value: 12.5 },
    { month: "2025-09-01", value: 13 },
  ];
  const { target: _none, ...ages } = { ...past, unit: "months" as const, points };
  const { native } = metricPastFigure({ ...ages, every: "month" }, format);
  expect(native?.days).toEqual(["2025-08-01", "2025-09-01"]);
  expect(native?.categories).toEqual(["Aug 2025", "Sep 2025"]);
  expect(native?.unit).toBe("number");
  expect(native?.level).toBeUndefined();
});

it("it is drawn alike from what travels to a browser", () => {
  const travelled: MetricPast = JSON.parse(JSON.stringify(past));
  const room = { width: 600, plot: 250 };
  const drawn = metricPastFigure(past, format).drawing?.(room).svg;
  expect(metricPastFigure(travelled, format).drawing?.(room).svg).toBe(drawn);
  expect(drawn).toContain("target 90%");
});

it("half-years are named as surveys name their waves, and one period is no range", () => {
  const points = [{ month: "2025-07-01", value: 0.9 }];
  const { finding, table, native } = metricPastFigure({ ...past, every: "half", points }, format);
  // No line goes through one point: a slide has the table.
  expect(native).toBeUndefined();
  expect(finding).toBe("GRR: 90% in 2025 H2; nothing older is known");
  expect(table.rows).toEqual([["2025 H2", "90%"]]);
});
