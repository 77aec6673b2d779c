import { expect, it } from "vitest";
import { restatedOf } from "../../src/components/metrics/take/restated.ts";
import type { Metric } from "../../src/components/metrics/values.ts";
import type { Report } from "../../src/report.ts";
import { reportWith } from "../figures/report.ts";

const report = {
  ...reportWith({}),
  restatements: [
    {
      name: "Q2 board",
      slug: "q2-board",
      asOf: "2025-06-30",
      changed: [{ figure: "nrr-grr" }, { figure: "headline" }, { figure: "waves" }],
    },
    { name: "Q1 board", slug: "q1-board", asOf: "2025-03-31", changed: [] },
  ],
} as unknown as Report;

const marksOf = (id: string) => restatedOf(report, { id } as Metric);

it("a metric says of which decks numbers of the figures that show it were presented otherwise", () => {
  // GRR is in both figures, LTV:CAC in the headline alone; the waves are of NPS.
  expect(marksOf("grr")).toEqual([
    {
      text: "2 numbers of figures that show this metric were presented otherwise in Q2 board, as of Jun 30, 2025.",
      anchor: "q2-board-nrr-grr",
    },
  ]);
  expect(marksOf("ltv_cac")?.[0]).toEqual({
    text: "1 number of figures that show this metric was presented otherwise in Q2 board, as of Jun 30, 2025.",
    anchor: "q2-board-headline",
  });
});

it("a metric that no such figure shows, or of a company that presented nothing, says nothing", () => {
  expect(marksOf("hazard_12")).toBeUndefined();
  const { restatements: _none, ...fresh } = report;
  expect(restatedOf(fresh as Report, { id: "grr" } as Metric)).toBeUndefined();
});
