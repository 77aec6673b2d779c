import { describe, expect, it } from "vitest";
import {
  combinedReport,
  company,
  type FigureReport,
  type MetricPage,
  tellMetric,
  viewOf,
} from "../../src/figures/index.ts";

/** One row of a mart with dimensions; the values are ours. */
const row = (dimension: string, segment: string, month: string, nrr: number | null) => ({
  dimension,
  segment,
  month,
  nrr,
});

const rows = [
  row("all", "all", "2025-06-01", 1.1),
  row("all", "all", "2025-07-01", 1.04),
  row("all", "all", "2025-08-01", 1.05),
  row("tier", "small", "2025-06-01", null),
  row("tier", "small", "2025-07-01", 0.9),
  row("tier", "small", "2025-08-01", 0.8),
  row("tier", "strategic", "2025-08-01", null),
];

const report = {
  company: { name: "Paper Ltd", currency: "USD", locale: "en-US" },
  definitions: { events: [], north_star: { metric: "nrr" } },
  sql: { net_revenue_retention: "select 1" },
  marts: { netRevenueRetention: rows },
} as unknown as FigureReport;

const question = { mart: "net_revenue_retention", columns: ["month", "nrr"] };
const page: MetricPage = {
  title: "Net revenue retention",
  unit: "share",
  isKnown: true,
  period: "Aug 2025",
  now: { ...question, columns: ["nrr"], where: { dimension: "all", month: "2025-08-01" } },
  bySegment: { ...question, columns: ["segment", "nrr"], where: { month: "2025-08-01" } },
  past: { ...question, where: { dimension: "all", month: { atMost: "2025-08-01" } } },
  pastBySegment: { ...question, where: { month: { atMost: "2025-08-01" } } },
  shown: {
    title: "Net revenue retention",
    short: "NRR",
    unit: "share",
    unitLabel: "share",
    every: "month",
    day: "Aug 31, 2025",
  },
  target: { value: 1.05, query: { sql: "select target", mart: "goals", madeBy: "" } },
};

const small = { dimension: "tier", segment: "small" };

describe("the page of a metric", () => {
  it("tells the newest value and the past of a segment, from its first known month on, without the company's target", () => {
    const { finding, figures } = tellMetric(page, viewOf(report, small));
    expect(finding).toBe("Net revenue retention: 80%, Aug 2025");
    const [past] = figures;
    expect(past?.finding).toBe("NRR: between 80% and 90% since Jul 2025");
    expect(past?.measure).toBe("Net revenue retention, by month (share)");
    expect(past?.facts).toBe("Known for 2 months. As of Aug 31, 2025.");
    expect(past?.table?.rows).toEqual([
      ["Jul 2025", "90%"],
      ["Aug 2025", "80%"],
    ]);
    expect(past?.queries?.[0]?.sql).toBe(
      [
        "select month, nrr",
        "from net_revenue_retention",
        "where month > '2025-06-01'",
        "    and month <= '2025-08-01'",
        "    and dimension = 'tier'",
        "    and segment = 'small'",
        "order by month",
      ].join("\n"),
    );
  });

  it("limits the past of everyone to a period, and does not say that nothing older is known", () => {
    const view = viewOf(report, company, { from: "2025-07-01", to: "2025-07-01" });
    const { finding, figures } = tellMetric(page, view);
    expect(finding).toBe("Net revenue retention: 105%, Aug 2025");
    expect(figures[0]?.finding).toBe("NRR: 104% in Jul 2025; nothing older is shown");
    expect(figures[0]?.facts).toBe("Known for 1 month. As of Aug 31, 2025. Target: 105%.");
    expect(figures[0]?.queries?.map(({ mart }) => mart)).toEqual([
      "net_revenue_retention",
      "goals",
    ]);
  });

  it("says of a segment without values that they are not known, or what no value means", () => {
    const strategic = viewOf(report, { dimension: "tier", segment: "strategic" });
    expect(tellMetric(page, strategic)).toMatchObject({
      finding: "Net revenue retention is not known",
      figures: [],
      why: "No past is known of these customers in this time.",
    });
    const blank = { ...page, blank: "not reached" };
    expect(tellMetric(blank, strategic).finding).toBe(
      "Net revenue retention: not reached, Aug 2025",
    );
  });

  it("says of a metric without segments that it is the whole company's, and of one that is not known that it is not", () => {
    const whole = { ...page, bySegment: undefined, pastBySegment: undefined };
    expect(tellMetric(whole, viewOf(report, small))).toEqual({
      finding: "Net revenue retention: for the whole company only",
      figures: [],
      why: "This figure is known for the whole company only.",
    });
    const unknown = { ...whole, isKnown: false };
    expect(tellMetric(unknown, viewOf(report, small)).finding).toBe(
      "Net revenue retention is not known",
    );
  });

  it("tells several segments together from the rows made anew for them, without the company's target", () => {
    const made = combinedReport(report, {
      netRevenueRetention: [
        row("all", "all", "2025-07-01", 0.5),
        row("all", "all", "2025-08-01", 0.6),
      ],
    });
    const { finding, figures } = tellMetric(page, viewOf(made));
    expect(finding).toBe("Net revenue retention: 60%, Aug 2025");
    expect(figures[0]?.finding).toBe("NRR: between 50% and 60% since Jul 2025");
    expect(figures[0]?.facts).toBe("Known for 2 months. As of Aug 31, 2025.");
  });
});
