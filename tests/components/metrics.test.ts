import { describe, expect, it } from "vitest";
import { metricsJson } from "../../src/components/metrics/json.ts";
import { metricLineage } from "../../src/components/metrics/lineage.ts";
import {
  chosenOf,
  historyOf,
  isUnknown,
  type Metric,
  periodCode,
  periodLabel,
  whyUnknown,
  write,
  writeNewest,
} from "../../src/components/metrics/values.ts";
import { formatsOf, placesOf } from "../../src/figures/index.ts";
import { metrics } from "../../src/metrics/index.ts";
import { reportWith } from "../figures/report.ts";

const plain: Metric = {
  id: "cac_payback",
  theme: "cash",
  title: "CAC payback",
  short: "CAC payback",
  definition: "Months.",
  formula: "a / b",
  unit: "months",
  direction: "down",
  caveats: [],
  vendors: [],
  source: "House rule.",
  needs: ["costs"],
  unknown: "The margin is unknown.",
  mart: "unit_economics",
  martTitle: "Unit economics",
  column: "payback_months",
  filter: "dimension = 'all'",
  time: null,
  every: null,
  grain: "dimension and segment",
  standsOn: ["costs", "stg_a", "contracts", "gross_margin", "unit_economics"],
  inputs: ["costs"],
  settings: ["churn.grace_days", "margin.gross"],
  now: { mart: "unit_economics", columns: ["payback_months"], where: { dimension: "all" } },
  past: { mart: "unit_economics", columns: ["payback_months"], where: { dimension: "all" } },
  bySegment: { mart: "unit_economics", columns: ["segment", "payback_months"], where: {} },
  period: null,
  value: 12.986,
  hasRow: true,
  history: [],
  segments: [],
};
const report = reportWith({});
const format = formatsOf(report);

describe("a metric's value in words", () => {
  it("has one digit of a month at most", () => {
    expect(write(plain, 12.986, format)).toBe("13 months");
    expect(write(plain, 12.94, format)).toBe("12.9 months");
  });

  it("is the metric's own answer where the row is there without a value", () => {
    const median = { ...plain, value: null, blank: "not reached" };
    expect(writeNewest(median, format)).toBe("not reached");
    expect(isUnknown(median)).toBe(false);
    expect(writeNewest({ ...median, hasRow: false }, format)).toBe("not known");
    expect(isUnknown({ ...median, hasRow: false })).toBe(true);
  });

  it("is unknown for want of a file first, else for the metric's own reason", () => {
    const unknown = { ...plain, value: null };
    const withCosts = reportWith(
      {},
      {
        datasets: [
          {
            dataset: "costs",
            grain: "month",
            lights: "",
            isPresent: true,
            rows: 1,
            accepted: 1,
            setAside: 0,
            firstDay: null,
            lastDay: null,
          },
        ],
      },
    );
    expect(whyUnknown(unknown, report)).toBe("This build was not given costs.csv, which it needs.");
    expect(whyUnknown(unknown, withCosts)).toBe("The margin is unknown.");
  });

  it("names its period as readers do, and as goals do", () => {
    const of = (every: Metric["every"], period: string | null) => ({ ...plain, every, period });
    const both = (metric: Metric) => [
      periodLabel(metric, metric.period, report, format),
      periodCode(metric),
    ];
    expect(both(of("month", "2025-09-01"))).toEqual(["Sep 2025", "2025-09"]);
    expect(both(of("quarter", "2024-10-01"))).toEqual(["2024 Q4", "2024-Q4"]);
    expect(both(of("half", "2025-01-01"))).toEqual(["2025 H1", "2025-H1"]);
    expect(both(of("half", "2025-07-01"))).toEqual(["2025 H2", "2025-H2"]);
    expect(both(of(null, null))).toEqual(["as of Sep 30, 2025", null]);
  });

  it("has a history from its first known value on, gaps kept", () => {
    const history = [
      { period: "2025-06-01", value: null },
      { period: "2025-07-01", value: 1 },
      { period: "2025-08-01", value: null },
    ];
    expect(historyOf({ ...plain, history })).toEqual([
      { month: "2025-07-01", value: 1 },
      { month: "2025-08-01", value: null },
    ]);
    expect(historyOf(plain)).toEqual([]);
  });
});

describe("what the configuration chose", () => {
  it("is found by the path of its field, and undefined where it is not set", () => {
    expect(chosenOf(report, "churn.grace_days")).toBe(30);
    expect(chosenOf(report, "company.currency")).toBe("USD");
    expect(chosenOf(report, "margin.gross")).toBeUndefined();
    expect(chosenOf(report, "no.such.field")).toBeUndefined();
  });

  it("stands in metrics.json in the order of the paths, null where it is not set", () => {
    const { settings } = metricsJson(reportWith({}, { metrics: [plain] }));
    expect(Object.entries(settings)).toEqual([
      ["churn.grace_days", 30],
      ["definitions.preset", "hourglass"],
      ["margin.gross", null],
    ]);
  });
});

describe("the lineage of a metric", () => {
  it("has the datasets first, then the steps, the mart and the metric, and nothing of another column", () => {
    const table = (name: string, kind: "staging" | "mart", reads: string[]) => ({
      name,
      kind,
      grain: `one row per ${name}`,
      reads,
      settings: [],
    });
    const lineage = [
      table("stg_a", "staging", ["costs"]),
      table("gross_margin", "mart", ["stg_a", "contracts"]),
      table("unit_economics", "mart", ["gross_margin", "stg_a", "stg_b"]),
      table("stg_b", "staging", ["goals"]),
      table("other", "mart", ["stg_a"]),
    ];
    const { rows, datasets, steps } = metricLineage(reportWith({}, { lineage }), plain);
    expect(rows.map(({ layer, name }) => `${layer}: ${name}`)).toEqual([
      "Datasets: costs",
      "Datasets: contracts",
      "Steps: stg_a",
      "Steps: gross_margin",
      "Mart: unit_economics",
      "Metric: CAC payback",
    ]);
    expect(datasets).toEqual(["contracts", "costs"]);
    expect(steps).toBe(2);
    expect(rows[2]?.note).toBe("stg_a");
    expect(rows[4]?.reads).toEqual(["gross_margin", "stg_a"]);
  });
});

describe("the figures that show metrics", () => {
  it("are of metrics that the catalogue has", () => {
    const ids = metrics.map(({ id }) => id);
    const full = reportWith(
      {
        survivalSummary: [{ dimension: "all", segment: "all", customers: 1 }],
        satisfaction: [{ kind: "csat" }],
        leftBeforePayback: [{ dimension: "all" }],
        npsByWave: [{ dimension: "all", nps: 1, wave: "2025-01-01" }],
        unitEconomics: [{ dimension: "all", cac: 1, arpa_new: 1, margin: 1 }],
      },
      {
        metrics: metrics.map(({ id, short, unit, direction }) => {
          return { ...plain, id, short, unit, direction };
        }),
      },
    );
    const places = placesOf(full);
    expect(new Set(places.map(({ page }) => page)).size).toBe(4);
    for (const { metrics: shown, figure } of places) {
      expect(ids, figure).toEqual(expect.arrayContaining([...shown]));
    }
  });

  it("are none where nothing is drawn", () => {
    expect(placesOf(report)).toEqual([]);
  });
});
