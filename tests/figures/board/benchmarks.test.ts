import { describe, expect, it } from "vitest";
import { benchmarkLine, benchmarksOf, comparison } from "../../../src/figures/board/benchmarks.ts";
import { viewOf } from "../../../src/figures/view.ts";
import type { Report } from "../../../src/report.ts";
import { metricNamed, reportWith } from "../report.ts";

const metrics = [
  metricNamed("grr", "GRR", "share", "up"),
  metricNamed("nps", "NPS", "points", "up"),
  metricNamed("cac_payback", "CAC payback", "months", "down"),
];
const payback = { dimension: "tier", segment: "small", payback_months: 20.4, is_cac_own: true };
const marts = {
  headlineMetrics: [{ metric: "grr", month: "2025-09-01", value: 0.892 }],
  unitEconomics: [payback, { ...payback, segment: "enterprise", is_cac_own: false }],
  npsByWave: [{ dimension: "all", wave: "2025-01-01", nps: 39.8, lower: 31.9, upper: 47.1 }],
};

const switchedOff = (report: Report): Report => ({
  ...report,
  definitions: { ...report.definitions, benchmarks: false },
});

describe("the comparison with benchmarks", () => {
  it("places each known metric, with numbers, source, population and how weak it is", () => {
    const figure = comparison(viewOf(reportWith(marts, { metrics })));
    expect(figure?.finding).toBe("GRR of 89.2% is below the median of the companies surveyed");
    expect(figure?.table?.rows).toEqual([
      [
        "GRR",
        "89.2%",
        "median 91%, middle half 82% to 95%",
        "below the median",
        "KeyBanc-Sapphire 2024: private SaaS companies, survey",
      ],
      [
        "CAC payback in months, small",
        "20.4",
        "6 to 18 months",
        "later",
        "Bessemer 2012: cloud companies, an investor's advice",
      ],
      [
        "NPS",
        "+39.8",
        "about +36",
        "no different beyond chance",
        "vendor round-ups: SaaS sold to businesses, no year, weak",
      ],
    ]);
  });

  it("is left out where it is switched off, with every line beside the metrics", () => {
    const report = reportWith(marts, { metrics });
    const { format } = viewOf(report);
    expect(benchmarkLine(report, "grr", format)).toBe("median 91% (KeyBanc-Sapphire 2024)");
    expect(benchmarksOf(report, "grr", format)).toBe(
      "Elsewhere: median 91%, middle half 82% to 95% (KeyBanc-Sapphire 2024: private SaaS companies, survey).",
    );
    const off = switchedOff(report);
    expect(comparison(viewOf(off))).toBeUndefined();
    expect(benchmarkLine(off, "grr", format)).toBeUndefined();
    expect(benchmarksOf(off, "grr", format)).toBeUndefined();
  });

  it("is left out where nothing of it is known", () => {
    expect(comparison(viewOf(reportWith({}, { metrics })))).toBeUndefined();
  });
});
