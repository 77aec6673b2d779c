import { describe, expect, it } from "vitest";
import { definitionsOf, provenanceOf } from "../../src/figures/index.ts";
import type { Report } from "../../src/report.ts";
import { reportWith } from "./report.ts";

const figure = {
  id: "arr",
  measure: "ARR, USD, by month",
  finding: "ARR is $1.2M",
  facts: "n 40. As of Sep 30, 2025.",
  caveat: "The running month is left out.",
};
const definitions = [{ name: "ARR", text: "Twelve times MRR." }];
const source = { company: "Paper Ltd", day: "Sep 30, 2025" };

describe("what travels with a figure", () => {
  it("is its finding, measure, facts, caveat, definitions and source, line by line", () => {
    const { caption, ...told } = provenanceOf(figure, source, definitions);
    expect(told.source).toBe("Hourglass, Paper Ltd, data as of Sep 30, 2025, whole company");
    expect(told.title).toBe("ARR is $1.2M");
    expect(caption.split("\n")).toEqual([
      "ARR is $1.2M",
      "ARR, USD, by month",
      "n 40. As of Sep 30, 2025.",
      "The running month is left out.",
      "ARR: Twelve times MRR.",
      "Hourglass, Paper Ltd, data as of Sep 30, 2025, whole company",
    ]);
  });

  it("says the filter in the place of the whole company", () => {
    const filtered = provenanceOf(figure, { ...source, whose: "Only tier small" }, []);
    expect(filtered.source).toBe("Hourglass, Paper Ltd, data as of Sep 30, 2025, Only tier small");
  });

  it("says of a scenario that it is one, in its title and its source", () => {
    const scenario = provenanceOf(figure, { ...source, scenario: "the book" }, []);
    expect(scenario.title).toBe("Scenario the book: ARR is $1.2M");
    expect(scenario.source).toMatch(/whole company, scenario the book$/);
  });

  it("defines each metric that the figure shows, and none of a figure that is not there", () => {
    const metric = (id: string) => ({ id, title: id.toUpperCase(), definition: `What ${id} is.` });
    const report = reportWith(
      {
        survivalSummary: [{ dimension: "all", segment: "all", customers: 3 }],
      },
      { metrics: ["arr", "mrr", "nps"].map(metric) as unknown as Report["metrics"] },
    );
    expect(definitionsOf(report, "", "arr")).toEqual([
      { name: "ARR", text: "What arr is." },
      { name: "MRR", text: "What mrr is." },
    ]);
    expect(definitionsOf(report, "nps/", "waves")).toEqual([]);
  });
});
