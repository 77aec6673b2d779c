import { describe, expect, it } from "vitest";
import { targets } from "../../../src/figures/board/targets.ts";
import { viewOf } from "../../../src/figures/view.ts";
import { dataset, reportWith } from "../report.ts";

const goal = {
  metric: "arr",
  period: "2025",
  period_end: "2025-12-31",
  target: 14_000,
  value: 13_440,
  is_met: false,
  attainment: 0.96,
  months_left: 3,
  forecast: 14_200,
  forecast_low: 13_800,
  forecast_high: 14_500,
  forecast_attainment: 1.01,
  outlook: "open",
};
const rate = {
  ...goal,
  metric: "nrr",
  target: 1.05,
  value: 1,
  attainment: null,
  forecast: 1,
  forecast_low: 0.97,
  forecast_high: 1.03,
  forecast_attainment: null,
  outlook: "behind",
};
const over = {
  ...goal,
  metric: "nps",
  period: "2025-H1",
  period_end: "2025-06-30",
  target: 35,
  value: 39.8,
  is_met: true,
  attainment: null,
  months_left: 0,
  forecast: null,
  forecast_low: null,
  forecast_high: null,
  forecast_attainment: null,
  outlook: null,
};

function figureOf(goalForecasts: (typeof goal | typeof rate | typeof over)[]) {
  const figure = targets(viewOf(reportWith({ goalForecasts }, { datasets: [dataset("goals")] })));
  if (figure === undefined || "datasets" in figure) throw new Error("no figure of targets");
  return figure;
}

describe("the targets", () => {
  it("say where ARR leads at its pace, with the range and the part of the target", () => {
    expect(figureOf([rate, goal]).finding).toBe(
      "On the pace of the last six months ARR is expected at $14.2K ($13.8K to $14.5K) on Dec 31, 2025, 101% of its target",
    );
  });

  it("tell of a rate only that it stays where it is", () => {
    expect(figureOf([rate]).finding).toBe(
      "If it stays as in the last six months NRR is expected at 100% (97% to 103%) on Dec 31, 2025; its target is 105%",
    );
  });

  it("count those that are met where nothing is forecast", () => {
    expect(figureOf([over]).finding).toBe("1 of 1 target is met so far");
  });

  it("print every target with its outlook, a part attained of amounts only", () => {
    expect(figureOf([over, goal, rate]).table?.rows).toEqual([
      ["NRR", "off course", "105%", "100%", "", "2025", "100%", "97%", "103%"],
      ["ARR", "within reach", "$14K", "$13.4K", "96%", "2025", "$14.2K", "$13.8K", "$14.5K"],
      ["NPS", "met", "+35", "+39.8", "", "2025-H1", "", "", ""],
    ]);
  });

  it("ask for goals where there are none, and are silent where none is running", () => {
    expect(targets(viewOf(reportWith({})))).toEqual({ what: "Targets", datasets: ["goals"] });
    const report = reportWith({}, { datasets: [dataset("goals")] });
    expect(targets(viewOf(report))).toBeUndefined();
  });

  it("are the company's, not a segment's", () => {
    const report = reportWith({ goalForecasts: [goal] }, { datasets: [dataset("goals")] });
    expect(targets(viewOf(report, { dimension: "tier", segment: "small" }))).toBeUndefined();
  });
});
