import { describe, expect, it } from "vitest";
import { restatedMarks, withMarks } from "../../src/figures/board/restated.ts";
import { type FigureReport, provenanceOf, viewOf } from "../../src/figures/index.ts";

const report = {
  company: { name: "Test", currency: "USD", locale: "en-US" },
  restatements: [
    {
      name: "Q2 board",
      slug: "q2-board",
      asOf: "2025-06-30",
      changed: [{ figure: "quarters" }, { figure: "quarters" }, { figure: "churn" }],
    },
    { name: "Q1 board", slug: "q1-board", asOf: "2025-03-31", changed: [] },
  ],
} as unknown as FigureReport;

const quarters = { id: "quarters", measure: "ARR", finding: "It grew", facts: "n 3" };

describe("a figure whose presented numbers read differently now", () => {
  it("says how many of which deck, and where they stand", () => {
    expect(restatedMarks(viewOf(report), "quarters")).toEqual([
      {
        text: "2 numbers of this figure were presented otherwise in Q2 board, as of Jun 30, 2025.",
        anchor: "q2-board-quarters",
      },
    ]);
    expect(restatedMarks(viewOf(report), "churn")?.[0]?.text).toMatch(/^1 number .* was presented/);
  });

  it("says it wherever it is taken", () => {
    const [figure] = withMarks(viewOf(report), [quarters]);
    const source = { company: "Test", day: "Sep 30, 2025" };
    const { caption, facts } = provenanceOf(figure ?? quarters, source, []);
    expect(facts).toMatch(/^n 3 2 numbers of this figure were presented otherwise in Q2 board/);
    expect(caption).toContain(facts);
  });

  it("says nothing of a segment, nor where every number reads as it did", () => {
    const small = viewOf(report, { dimension: "tier", segment: "small" });
    expect(restatedMarks(small, "quarters")).toBeUndefined();
    expect(withMarks(viewOf(report), [{ ...quarters, id: "waves" }])).toEqual([
      { ...quarters, id: "waves" },
    ]);
    expect(restatedMarks(viewOf({ ...report, restatements: [] }), "quarters")).toBeUndefined();
  });
});
