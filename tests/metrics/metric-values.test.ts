import { describe, expect, it } from "vitest";
import { catalogue } from "../../src/metrics/index.ts";
import type { Reading } from "../../src/metrics/metric.ts";
import { readValues } from "../../src/metrics/metric-values.ts";
import type { Marts } from "../../src/metrics/read.ts";

const empty = Object.fromEntries(Object.keys(catalogue).map((name) => [name, []]));

/** Marts with some rows of some columns; the others have none. */
const martsWith = (rows: Partial<Record<keyof Marts, object[]>>) =>
  ({ ...empty, ...rows }) as unknown as Marts;

const month = (day: string, nrr: number | null, dimension = "all", segment = "all") => ({
  dimension,
  segment,
  month: day,
  nrr,
});

const nrr: Reading = {
  mart: "netRevenueRetention",
  column: "nrr",
  time: { column: "month", every: "month" },
};

const waves: Reading = {
  mart: "satisfaction",
  column: "good_share",
  where: { kind: "csat", touchpoint: "ticket" },
  time: { column: "wave", every: "half" },
};

describe("the value of a metric by month", () => {
  const marts = martsWith({
    netRevenueRetention: [
      month("2025-07-01", 1.02),
      month("2025-08-01", null),
      month("2025-09-01", 0.97),
      month("2025-10-01", 0.5),
      month("2025-08-01", 0.8, "tier", "small"),
      month("2025-09-01", 0.9, "tier", "small"),
      month("2025-09-01", null, "fit", "target"),
    ],
  });

  it("is that of the newest complete month, though a later one is running", () => {
    const { period, value, history } = readValues(marts, nrr, "2025-09-01");
    expect([period, value]).toEqual(["2025-09-01", 0.97]);
    expect(history).toEqual([
      { period: "2025-07-01", value: 1.02 },
      { period: "2025-08-01", value: null },
      { period: "2025-09-01", value: 0.97 },
    ]);
  });

  it("is unknown where that month has none, never an older one", () => {
    expect(readValues(marts, nrr, "2025-08-01")).toMatchObject({
      period: "2025-08-01",
      value: null,
    });
    expect(readValues(marts, nrr, "2026-01-01")).toMatchObject({
      period: "2026-01-01",
      value: null,
    });
  });

  it("comes with those of the segments in the same month, the unknown ones too", () => {
    expect(readValues(marts, nrr, "2025-09-01").segments).toEqual([
      { dimension: "tier", segment: "small", value: 0.9 },
      { dimension: "fit", segment: "target", value: null },
    ]);
  });
});

describe("the value of a metric by half-year", () => {
  const answer = (kind: string, touchpoint: string, wave: string, good_share: number | null) => ({
    kind,
    touchpoint,
    wave,
    good_share,
  });
  const marts = martsWith({
    satisfaction: [
      answer("csat", "relationship", "2025-07-01", 0.1),
      answer("csat", "ticket", "2024-07-01", 0.6),
      answer("csat", "ticket", "2025-01-01", 0.7),
      answer("csat", "ticket", "2025-07-01", null),
      answer("ces", "ticket", "2025-07-01", 0.2),
    ],
  });

  it("is the newest known, of the rows that are meant only", () => {
    expect(readValues(marts, waves, "2025-09-01")).toMatchObject({
      period: "2025-01-01",
      value: 0.7,
      segments: [],
    });
  });

  it("is unknown, of no period, where no row is meant", () => {
    expect(readValues(martsWith({}), waves, "2025-09-01")).toEqual({
      period: null,
      value: null,
      hasRow: false,
      history: [],
      segments: [],
    });
  });
});

describe("the value of a metric that is known of the newest day only", () => {
  const cac: Reading = { mart: "unitEconomics", column: "cac" };
  const past: Reading = {
    mart: "headlineMetrics",
    column: "value",
    where: { metric: "cac" },
    time: { column: "month", every: "month" },
  };

  it("has no period, and its history from another mart", () => {
    const marts = martsWith({
      unitEconomics: [
        { dimension: "all", segment: "all", cac: 6000 },
        { dimension: "tier", segment: "small", cac: 900 },
      ],
      headlineMetrics: [
        { metric: "cac", month: "2025-08-01", value: 5900 },
        { metric: "ltv", month: "2025-08-01", value: 1 },
        { metric: "cac", month: "2025-09-01", value: 6000 },
      ],
    });
    expect(readValues(marts, cac, "2025-09-01", { history: past })).toEqual({
      period: null,
      value: 6000,
      hasRow: true,
      history: [
        { period: "2025-08-01", value: 5900 },
        { period: "2025-09-01", value: 6000 },
      ],
      segments: [{ dimension: "tier", segment: "small", value: 900 }],
    });
  });
});
