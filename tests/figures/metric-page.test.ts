import { describe, expect, it } from "vitest";
import {
  combinedReport,
  company,
  costsShared,
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
  id: "nrr",
  title: "Net revenue retention",
  unit: "share",
  isKnown: true,
  unknown: "Nobody was a customer a year before.",
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
      note: "Nobody was a customer a year before.",
      why: "No past is known of these customers in this time.",
    });
    const blank = { ...page, blank: "not reached" };
    expect(tellMetric(blank, strategic).finding).toBe(
      "Net revenue retention: not reached, Aug 2025",
    );
  });

  it("shows the company's numbers of a metric without segments, and says that they are everyone's", () => {
    const whole = { ...page, bySegment: undefined, pastBySegment: undefined };
    const told = tellMetric(whole, viewOf(report, small));
    expect(told.finding).toBe("Net revenue retention: 105%, Aug 2025");
    expect(told.whose).toEqual({
      title: "Of everyone: this page tells it of the whole company only.",
      how: "Of everyone: this page tells it of the whole company only.",
      history: "Of everyone: its past is told here for the whole company only.",
    });
    expect(told.figures[0]?.finding).toBe("NRR: between 104% and 110% since Jun 2025");
    expect(told.figures[0]?.measure).toBe("Net revenue retention, by month, whole company (share)");
    expect(told.newest?.sql).toContain("dimension = 'all'");
    const unknown = {
      ...whole,
      isKnown: false,
      now: { ...page.now, where: { month: "2020-01-01" } },
    };
    expect(tellMetric(unknown, viewOf(report, small)).finding).toBe(
      "Net revenue retention is not known",
    );
  });

  it("tells a segment's value over a past that is everyone's", () => {
    const { finding, whose, newest } = tellMetric(
      { ...page, pastBySegment: undefined },
      viewOf(report, small),
    );
    expect(finding).toBe("Net revenue retention: 80%, Aug 2025");
    expect(whose).toEqual({
      history: "Of everyone: its past is told here for the whole company only.",
    });
    expect(newest?.sql).toContain("segment = 'small'");
  });

  it("says that cohorts are told by segment elsewhere", () => {
    const marts = { cohortPayback: [{ cohort: "2025-04-01", payback_age: 9 }] };
    const ofCohorts = { ...report, marts } as unknown as FigureReport;
    const cohorts = { mart: "cohort_payback", columns: ["cohort", "payback_age"] };
    const payback: MetricPage = {
      ...page,
      id: "cohort_payback",
      title: "Payback age of a cohort",
      unit: "months",
      period: "2025 Q2",
      now: { ...cohorts, columns: ["payback_age"], where: { cohort: "2025-04-01" } },
      bySegment: undefined,
      past: { ...cohorts, where: { cohort: { atMost: "2025-08-01" } } },
      pastBySegment: undefined,
    };
    const { finding, whose } = tellMetric(payback, viewOf(ofCohorts, small));
    expect(finding).toBe("Payback age of a cohort: 9 months, 2025 Q2");
    expect(whose).toMatchObject({
      title:
        "Of everyone: this page tells it of the whole company only. Cash flow tells the cohorts by segment.",
    });
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

describe("the page of a metric of costs", () => {
  const economics = (dimension: string, segment: string, cac: number, isOwn: boolean) => ({
    dimension,
    segment,
    cac,
    payback_months: cac / 1000,
    ltv_expected: 60000,
    is_cac_own: isOwn,
  });
  const costs = {
    ...report,
    marts: {
      fleetCash: [{ dimension: "tier", segment: "small", cumulative_cash: 5 }],
      unitEconomics: [
        economics("all", "all", 17000, true),
        economics("industry", "Energy", 17000, false),
        economics("tier", "small", 6660, true),
      ],
    },
  } as unknown as FigureReport;
  const ofColumn = (id: string, column: string): MetricPage => ({
    id,
    title: id,
    unit: "number",
    isKnown: true,
    period: "as of Aug 31, 2025",
    unknown: "No customer was won.",
    now: { mart: "unit_economics", columns: [column], where: { dimension: "all" } },
    bySegment: { mart: "unit_economics", columns: ["segment", column], where: {} },
  });
  const energy = viewOf(costs, { dimension: "industry", segment: "Energy" });
  const ofWhom =
    "The costs do not say for whom they are; Cash flow reckons with the nearest known and says whose it is.";

  it("tells a tier's own acquisition cost, and does not take the company's for an industry's", () => {
    const cac = ofColumn("cac", "cac");
    const own = tellMetric(cac, viewOf(costs, small));
    expect([own.finding, own.note]).toEqual(["cac: 6,660, as of Aug 31, 2025", undefined]);
    const shared = tellMetric(cac, energy);
    expect([shared.finding, shared.note]).toEqual(["cac is not known", ofWhom]);
    expect(shared.newest?.sql).toContain("is_cac_own");
    expect(tellMetric(cac, viewOf(costs)).finding).toBe("cac: 17,000, as of Aug 31, 2025");
  });

  it("says whose cost and margin a value is reckoned with", () => {
    const payback = ofColumn("cac_payback", "payback_months");
    const margin = "Gross margin is the company's.";
    expect(tellMetric(payback, energy)).toMatchObject({
      finding: "cac_payback: 17, as of Aug 31, 2025",
      note: `The cost of winning a customer is the company's: costs are not told by industry. ${margin}`,
    });
    expect(tellMetric(payback, viewOf(costs, small)).note).toBe(margin);
    expect(tellMetric(ofColumn("ltv", "ltv_expected"), energy).note).toBe(margin);
    expect(tellMetric(payback, viewOf(costs)).note).toBeUndefined();
  });

  it("says why what was spent on a segment is not known, and what is for several together", () => {
    const spent = {
      ...ofColumn("fleet_cash", "cumulative_cash"),
      bySegment: { mart: "fleet_cash", columns: ["segment", "cumulative_cash"], where: {} },
    };
    expect(tellMetric(spent, energy)).toMatchObject({
      finding: "fleet_cash is not known",
      note: "Costs are not told by industry.",
    });
    const made = combinedReport(costs, { fleetCash: [] }, { dimensions: ["region", "fit"] });
    expect(tellMetric(ofColumn("ltv", "ltv_expected"), viewOf(made)).note).toBe(ofWhom);
    expect(tellMetric(spent, viewOf(made)).note).toBe("Costs are not told by region and fit.");
  });

  it("says beside values by segment which are reckoned with the company's cost", () => {
    expect(costsShared("cac_payback", costs, ["tier", "industry"])).toBe(
      "Reckoned with the company's cost of winning a customer by industry: costs do not say for whom of these they are.",
    );
    expect(costsShared("cac_payback", costs, ["tier"])).toBeUndefined();
    expect(costsShared("nrr", costs, ["industry"])).toBeUndefined();
  });
});
