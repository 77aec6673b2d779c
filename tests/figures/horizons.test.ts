import { describe, expect, it } from "vitest";
import { askHorizons, horizonFinding } from "../../src/figures/retention/horizons.ts";
import { viewOf } from "../../src/figures/view.ts";
import type { Report } from "../../src/report.ts";
import { reportWith } from "./report.ts";

const point = (segment: string, age: number, survival: number, at_risk: number) => ({
  dimension: segment === "all" ? "all" : "tier",
  segment,
  age,
  survival,
  at_risk,
  lower: null,
  upper: null,
});

const rowsOf = (report: Report, segments: string[] = []) =>
  askHorizons(viewOf(report), "tier", segments).flatMap(({ rows }) => rows);
const findingOf = (points: ReturnType<typeof point>[]) => {
  const report = reportWith({ survivalCurve: points });
  return horizonFinding(rowsOf(report), 10, viewOf(report));
};

describe("who is still there after a fixed time", () => {
  it("is told after one year and two", () => {
    expect(
      findingOf([point("all", 6, 0.9, 80), point("all", 12, 0.8, 40), point("all", 24, 0.6, 10)]),
    ).toBe("80% of customers are still there after 12 months, 60% after 24");
  });

  it("is told of the longest time that ten customers were followed", () => {
    expect(
      findingOf([point("all", 3, 0.95, 60), point("all", 6, 0.9, 10), point("all", 12, 0.5, 9)]),
    ).toBe("90% of customers are still there after 6 months");
  });

  it("is not told where too few were followed for three months", () => {
    expect(findingOf([point("all", 2, 1, 60)])).toBe(
      "Too few customers have been followed for three months or more to say who stays",
    );
  });

  it("has the whole company first and each segment at each horizon, those not reached too", () => {
    const report = reportWith({
      survivalCurve: [
        point("small", 3, 0.9, 30),
        point("all", 3, 0.95, 40),
        point("enterprise", 3, 1, 10),
        point("all", 6, 0.9, 20),
      ],
    });
    expect(
      rowsOf(report, ["enterprise", "small"]).map(
        ({ months, segment, kept }) => `${months} ${segment} ${kept}`,
      ),
    ).toEqual([
      "3 all 0.95",
      "3 enterprise 1",
      "3 small 0.9",
      "6 all 0.9",
      "6 enterprise null",
      "6 small null",
      "12 all null",
      "12 enterprise null",
      "12 small null",
      "24 all null",
      "24 enterprise null",
      "24 small null",
    ]);
  });
});
