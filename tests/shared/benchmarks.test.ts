import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Benchmark, benchmarks, positionOf } from "../../src/shared/benchmarks.ts";

const definitions = new URL("../../../shared/metrics.md", import.meta.url);
const isThere = existsSync(definitions);
const title = "are those of the definitions, number by number";

/** The section's sentences: "GRR 82 / 91 / 95% (25th, median, 75th; KeyBanc-Sapphire 2024)". */
const section = () =>
  readFileSync(definitions, "utf8").split("## Benchmarks")[1]?.replaceAll("\n", " ") ?? "";

const of = (metric: string, tier?: string): Benchmark => {
  const found = benchmarks.find((one) => one.metric === metric && one.tier === tier);
  if (!found) throw new Error(`no benchmark of ${metric}`);
  return found;
};

describe("the benchmarks", () => {
  it.skipIf(!isThere)(isThere ? title : `${title} (skipped: no ../shared/metrics.md)`, () => {
    const text = section();
    expect(text).toContain("GRR 82 / 91 / 95% (25th, median, 75th; KeyBanc-Sapphire 2024)");
    expect(of("grr")).toMatchObject({ quarters: [0.82, 0.95], middle: 0.91 });
    expect(text).toContain("NRR median 101% (Benchmarkit 2025)");
    expect(of("nrr").middle).toBe(1.01);
    expect(text).toContain("LTV:CAC >= 3 (rule of thumb)");
    expect(of("ltv_cac").least).toBe(3);
    expect(text).toContain("CAC payback small 6-18 months, enterprise 24-36 (Bessemer 2012)");
    expect(of("cac_payback", "small").span).toEqual([6, 18]);
    expect(of("cac_payback", "enterprise").span).toEqual([24, 36]);
    expect(text).toContain("B2B SaaS NPS about 36 (vendor round-ups, weak)");
    expect(of("nps").middle).toBe(36);
    expect(benchmarks).toHaveLength(6);
  });

  it("place a value among the quarters of a survey", () => {
    const places = [0.8, 0.82, 0.9, 0.91, 0.95, 0.96].map((value) => positionOf(value, of("grr")));
    expect(places).toEqual([
      "below_quarter",
      "below_middle",
      "below_middle",
      "at_middle",
      "above_middle",
      "above_quarter",
    ]);
  });

  it("tell an estimate from the middle only where its interval leaves it out", () => {
    expect(positionOf(39.8, of("nps"), [31.9, 47.1])).toBe("unclear");
    expect(positionOf(39.8, of("nps"), [36.1, 43])).toBe("above_middle");
    expect(positionOf(20, of("nps"))).toBe("below_middle");
  });

  it("hold a ratio against its least, and months against their span", () => {
    expect([2.9, 3].map((value) => positionOf(value, of("ltv_cac")))).toEqual(["short", "reached"]);
    const months = [5.9, 6, 18, 18.1].map((value) => positionOf(value, of("cac_payback", "small")));
    expect(months).toEqual(["sooner", "within", "within", "later"]);
  });
});
