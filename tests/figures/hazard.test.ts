import { describe, expect, it } from "vitest";
import { formatsOf } from "../../src/figures/formats.ts";
import {
  askHazard,
  askOrdinary,
  hazardFinding,
  spikesOf,
} from "../../src/figures/retention/spikes.ts";
import { viewOf } from "../../src/figures/view.ts";
import { reportWith } from "./report.ts";

/** Customers at risk and those of them who left, by month of age from 0. */
function findingOf(months: [atRisk: number, left: number][]): string {
  const report = reportWith({
    survivalCurve: months.map(([at_risk, events], age) => ({
      dimension: "all",
      segment: "all",
      age,
      at_risk,
      events,
      hazard: events / at_risk,
    })),
  });
  const spikes = spikesOf(askHazard(viewOf(report)).rows, report.definitions.survival.grey_below);
  const ordinary = askOrdinary(viewOf(report), spikes).rows[0]?.ordinary_hazard ?? 0;
  return hazardFinding(spikes, ordinary, formatsOf(report));
}

const flat = (count: number, atRisk: number, left: number) =>
  Array.from({ length: count }, (): [number, number] => [atRisk, left]);

describe("the months of age that stand out", () => {
  it("are named with their hazard and how far it is above an ordinary month", () => {
    // 20 of 100 against 20 of 2000, which is 1%
    expect(findingOf([...flat(12, 100, 1), [100, 20], ...flat(8, 100, 1)])).toBe(
      "Month 12: 20% of those at risk left, 20 times an ordinary month",
    );
  });

  it("are told from each other, the first two by age where there are more", () => {
    const year = flat(11, 200, 2);
    expect(findingOf([...year, [200, 2], [200, 30], ...year, [200, 50], ...year, [200, 40]])).toBe(
      "Month 24: 25% of those at risk left, 25 times an ordinary month; month 36: 20%, 20 times",
    );
  });

  it("are those alone at which anybody left, where nobody did in between", () => {
    expect(findingOf([...flat(12, 50, 0), [50, 10]])).toBe(
      "Month 12: 20% of those at risk left, and nobody in an ordinary month",
    );
  });

  it("are none where every month is like the others", () => {
    expect(findingOf(flat(24, 100, 2))).toBe(
      "No month of age stands out: 2% of those at risk leave in a month",
    );
  });

  it("are never of few customers, however many of them left", () => {
    // All 9 of 9 leave, which no chance explains; 10 at risk are needed to be named.
    expect(findingOf([...flat(24, 100, 1), [9, 9]])).toMatch(/^No month of age stands out/);
    expect(findingOf([...flat(24, 100, 1), [10, 10]])).toMatch(/^Month 24: 100%/);
  });

  it("are not one leaver of fifteen: by chance alone that happens to one month of seven", () => {
    expect(findingOf([...flat(36, 230, 2), [15, 1]])).toMatch(/^No month of age stands out/);
  });
});
