import { beforeAll, describe, expect, it } from "vitest";
import {
  deckFigure,
  type FigureReport,
  figuresOf,
  openReport,
  shipReport,
  takeFigure,
  takenPaths,
  viewOf,
} from "../../src/figures/index.ts";
import { northStar } from "../../src/figures/overview/north-star.ts";
import { reportWith } from "./report.ts";
import { sampleReport } from "./sample.ts";

const pages = Object.keys(takenPaths) as (keyof typeof takenPaths)[];

/** What travels to a browser as JSON, opened there. */
const travelled = <Plain>(plain: Plain): Plain => JSON.parse(JSON.stringify(plain));

describe("a chart that is taken from a page", () => {
  let report: FigureReport;

  beforeAll(async () => {
    report = await sampleReport();
  });

  it.each(pages)("of %s is in every field the chart of the deck of the build", (page) => {
    const view = viewOf(report);
    const taken = figuresOf(page, view).map((figure) => travelled(takeFigure(figure, [])));
    const both = taken.flatMap(({ id, native }) => {
      const built = deckFigure(view, id)?.native;
      return built ? [{ id, native, built: travelled(built) }] : [];
    });
    expect(both.length).toBeGreaterThan(2);
    for (const { id, native, built } of both) expect(native, id).toEqual(built);
  });

  it.each(pages)("of %s under a filter is that of a slide with this filter", (page) => {
    const scope = { dimension: "tier", segment: "small" };
    const opened = openReport(travelled(shipReport(report, page)));
    const anew = figuresOf(page, viewOf(opened, scope)).flatMap(({ id, native }) =>
      native ? [{ id, native }] : [],
    );
    const slides = viewOf(report, scope);
    const both = anew.flatMap(({ id, native }) => {
      const built = deckFigure(slides, id)?.native;
      return built ? [{ id, native, built }] : [];
    });
    expect(both.length).toBeGreaterThan(0);
    const digits = (chart: object) =>
      JSON.stringify(chart, (_, value) =>
        typeof value === "number" ? Number(value.toPrecision(9)) : value,
      );
    for (const { id, native, built } of both) expect(digits(native), id).toBe(digits(built));
  });

  it("marks every event that its page marks, and holds the target that is drawn there", () => {
    const view = viewOf(report);
    const told = pages.flatMap((page) => figuresOf(page, view));
    const happened = told.filter(({ events = [] }) => events.length > 0);
    expect(happened.map(({ id }) => id)).toEqual([
      "north-star",
      "arr",
      "waves",
      "shares",
      "satisfaction",
    ]);
    for (const { id, events = [], native } of happened) {
      expect(
        native?.marks?.map(({ name }) => name),
        id,
      ).toEqual(events.map(({ label }) => label));
    }
  });
});

it("the number on top is taken with what happened in its months, and with its target", () => {
  const plain = reportWith({
    headlineMetrics: ["2025-05-01", "2025-06-01", "2025-07-01"].map((month, place) => ({
      dimension: "all",
      segment: "all",
      metric: "nrr",
      month,
      value: 1 + place / 100,
    })),
  });
  const report = {
    ...plain,
    lastMonth: "2025-07-01",
    definitions: {
      ...plain.definitions,
      north_star: { metric: "nrr" as const, target: 1.05 },
      events: [{ on: "2025-06-30", label: "Outage" }],
    },
  };
  expect(northStar(viewOf(report)).native).toEqual({
    kind: "line",
    unit: "share",
    categories: ["May 2025", "Jun 2025", "Jul 2025"],
    days: ["2025-05-01", "2025-06-01", "2025-07-01"],
    series: [{ name: "NRR", values: [1, 1.01, 1.02] }],
    level: { name: "target 105%", value: 1.05 },
    marks: [{ name: "Outage", place: 1 }],
  });
});
