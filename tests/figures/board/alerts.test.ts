import { describe, expect, it } from "vitest";
import { alerts } from "../../../src/figures/board/alerts.ts";
import { viewOf } from "../../../src/figures/view.ts";
import type { Report } from "../../../src/report.ts";
import { metricNamed, reportWith } from "../report.ts";

const metrics = [
  metricNamed("mrr", "MRR", "money", "up"),
  metricNamed("new_customers", "New customers", "count", "up"),
  metricNamed("gross_mrr_churn", "Gross MRR churn", "share", "down"),
];

type Row = Partial<Report["marts"]["metricAlerts"][number]>;

const steady = {
  metric: "mrr",
  month: "2025-09-01",
  value: 1040,
  previous: 1000,
  is_relative: true,
  change: 0.04,
  usual_low: -0.02,
  usual_high: 0.1,
  earlier_changes: 36,
  is_unusual: false,
};
const jump = {
  ...steady,
  metric: "new_customers",
  value: 7,
  previous: 1,
  is_relative: false,
  change: 6,
  usual_low: -4.4478,
  usual_high: 4.4478,
  is_unusual: true,
};
const worse = {
  ...jump,
  metric: "gross_mrr_churn",
  value: 0.032,
  previous: 0.02,
  change: 0.012,
  usual_low: -0.01,
  usual_high: 0.0104,
};
const young = {
  ...steady,
  usual_low: null,
  usual_high: null,
  earlier_changes: 11,
  is_unusual: null,
};

const figureOf = (metricAlerts: Row[]) => alerts(viewOf(reportWith({ metricAlerts }, { metrics })));

describe("the alerts", () => {
  it("name what moved beyond its usual range", () => {
    expect(figureOf([steady, jump])?.finding).toBe(
      "New customers rose to 7 in Sep 2025, beyond the usual range",
    );
    expect(figureOf([steady, jump, worse])?.finding).toBe(
      "New customers rose to 7 and Gross MRR churn rose to 3.2% in Sep 2025, beyond the usual range",
    );
  });

  it("say that nothing did", () => {
    expect(figureOf([steady])?.finding).toBe(
      "Nothing moved beyond its usual month-to-month range in Sep 2025",
    );
  });

  it("say that too little is known to judge", () => {
    const figure = figureOf([young]);
    expect(figure?.finding).toBe("Too few months are known to say what is a usual change");
    expect(figure?.table?.rows[0]?.[1]).toBe("too few months");
  });

  it("print changes in the metric's own measure, for the better or the worse", () => {
    expect(figureOf([steady, jump, worse])?.table?.rows).toEqual([
      ["MRR", "usual", "+4%", "-2%", "+10%", "$1.04K", "$1K"],
      ["New customers", "beyond: better", "+6", "-4.4", "+4.4", "7", "1"],
      ["Gross MRR churn", "beyond: worse", "+1.2 points", "-1 point", "+1 point", "3.2%", "2%"],
    ]);
  });

  it("tell a metric without a range, for it hardly ever moves, and one without a month before", () => {
    const still = { ...young, earlier_changes: 36, change: 0 };
    const unknown = { ...young, metric: "new_customers", change: null };
    const rows = figureOf([still, unknown])?.table?.rows ?? [];
    expect(rows.map((row) => row[1])).toEqual(["hardly ever moves", "not known"]);
    expect(rows[0]?.[2]).toBe("0%");
  });

  it("are left out where no change is known, and of a segment", () => {
    expect(figureOf([{ ...young, change: null }])).toBeUndefined();
    const view = viewOf(reportWith({ metricAlerts: [steady] }, { metrics }), {
      dimension: "tier",
      segment: "small",
    });
    expect(alerts(view)).toBeUndefined();
  });
});
