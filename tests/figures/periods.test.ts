import { describe, expect, it } from "vitest";
import { type PageName, tellMetric, tellPage } from "../../src/figures/index.ts";
import { company, inPeriod, lastStart, type Period, viewOf } from "../../src/figures/view.ts";
import { dataset, reportWith } from "./report.ts";

const all = { dimension: "all", segment: "all" };
const answered = { answers: 10, promoters: 5, passives: 3, detractors: 2, nps: 30 };
const wave = (day: string, wave_label: string) => ({
  ...all,
  ...answered,
  wave: day,
  wave_label,
  lower: 0,
  upper: 60,
});
const cohort = (day: string, size: number) => ({
  unit: "quarter" as const,
  cohort: day,
  age: 0,
  size,
  reached: size,
  live: size,
  start_mrr: size,
  mrr: size,
  logo_retention: 1,
  revenue_retention: 1,
  is_complete: true,
});
const paid = (day: string, customers: number) => ({ cohort: day, customers, recovered_share: 0 });

const report = reportWith(
  {
    npsByWave: [
      wave("2024-01-01", "2024 H1"),
      wave("2024-07-01", "2024 H2"),
      wave("2025-01-01", "2025 H1"),
    ],
    satisfaction: [
      { kind: "csat", touchpoint: "", wave: "2024-07-01", wave_label: "2024 H2", answers: 4 },
      { kind: "csat", touchpoint: "", wave: "2025-01-01", wave_label: "2025 H1", answers: 8 },
    ],
    cohortRetention: [
      cohort("2024-04-01", 20),
      cohort("2024-07-01", 70),
      cohort("2024-10-01", 90),
      cohort("2025-01-01", 6),
    ],
    cohortPayback: [
      paid("2024-04-01", 20),
      paid("2024-07-01", 70),
      paid("2024-10-01", 90),
      paid("2025-01-01", 6),
    ],
  },
  { datasets: [dataset("surveys")] },
);

const told = (page: PageName, period: Period) => tellPage(page, viewOf(report, company, period));
const figureOf = (page: PageName, id: string, period: Period) =>
  told(page, period).figures.find((figure) => figure.id === id);
const firstCells = (page: PageName, id: string, period: Period) => [
  ...new Set(figureOf(page, id, period)?.table?.rows.map(([first]) => first)),
];

/** June 2024 to February 2025: whole in it are the last two quarters and the second half of 2024. */
const winter: Period = { from: "2024-06-01", to: "2025-02-01" };

describe("a period", () => {
  it("holds what lies in it with all its months", () => {
    expect(lastStart("2025-02-01", "month")).toBe("2025-02-01");
    expect(lastStart("2025-02-01", "quarter")).toBe("2024-12-01");
    expect(lastStart("2025-03-01", "quarter")).toBe("2025-01-01");
    expect(lastStart("2025-02-01", "half")).toBe("2024-09-01");
    expect(lastStart("2025-06-01", "half")).toBe("2025-01-01");
    expect(inPeriod(winter, "wave", "half")).toEqual({
      wave: { above: "2024-05-31", atMost: "2024-09-01" },
    });
    expect(inPeriod({ from: "2024-06-01" }, "month", "month")).toEqual({
      month: { above: "2024-05-31" },
    });
  });

  it("shows half-years that are whole in it, and asks so in the SQL", () => {
    expect(firstCells("nps", "waves", winter)).toEqual(["2024 H2"]);
    expect(firstCells("nps", "shares", winter)).toEqual(["2024 H2"]);
    const satisfaction = figureOf("nps", "satisfaction", winter);
    expect(satisfaction?.table?.rows).toHaveLength(1);
    expect(satisfaction?.facts).toMatch(/^4 answers in 1 half-year\./);
    for (const { sql } of satisfaction?.queries ?? []) {
      expect(sql).toContain("wave > '2024-05-31'\n    and wave <= '2024-09-01'");
    }
    expect(firstCells("nps", "waves", { from: "2024-06-01", to: "2025-06-01" })).toEqual([
      "2024 H2",
      "2025 H1",
    ]);
    expect(firstCells("nps", "waves", { from: "2024-06-01" })).toEqual(["2024 H2", "2025 H1"]);
  });

  it("counts the customers of quarters that are whole in it: 70 and 90", () => {
    for (const id of ["cohorts-customers", "cohorts-revenue"]) {
      expect(figureOf("retention", id, winter)?.facts).toMatch(/^2 cohorts, 160 customers\./);
    }
    expect(figureOf("cash", "payback", winter)?.facts).toContain("160 customers");
    expect(firstCells("cash", "payback", winter)).toEqual(["2024 Q3", "2024 Q4"]);
    expect(firstCells("cash", "payback", { to: "2025-03-01" })).toHaveLength(4);
  });

  it("says so where no whole quarter or half-year lies in it, and of figures without rows what it says of all months", () => {
    const short: Period = { from: "2024-08-01", to: "2024-10-01" };
    const half = "No whole half-year of this figure lies in the months Aug 2024 to Oct 2024.";
    const quarter = "No whole quarter of this figure lies in the months Aug 2024 to Oct 2024.";
    const nps = told("nps", short);
    expect(nps.outside).toEqual({ waves: half, shares: half, satisfaction: half });
    expect(nps.figures.map(({ id }) => id)).not.toContain("waves");
    expect(nps.finding).toBe("NPS is +30 in 2025 H1, between 0 and +60 with 95% confidence");
    expect(told("retention", short).outside).toEqual({
      "cohorts-customers": quarter,
      "cohorts-revenue": quarter,
    });
    expect(told("cash", short).outside).toEqual({ payback: quarter });
    expect(told("cash", winter).outside).toBeUndefined();
    const nobody = tellPage("nps", viewOf(reportWith({}), company, short));
    expect(nobody.outside).toEqual({});
  });

  it("limits the past of a metric of half-years in the same way", () => {
    const past = {
      mart: "nps_by_wave",
      columns: ["wave", "nps"],
      where: { dimension: "all", wave: { atMost: "2025-01-01" } },
    };
    const page = {
      id: "nps",
      title: "Net promoter score",
      unit: "points" as const,
      isKnown: true,
      period: "2025 H1",
      now: { ...past, where: { dimension: "all", wave: "2025-01-01" } },
      past,
      shown: {
        title: "Net promoter score",
        short: "NPS",
        unit: "points" as const,
        unitLabel: "points",
        every: "half" as const,
        day: "Sep 30, 2025",
      },
    };
    const [history] = tellMetric(page, viewOf(report, company, winter)).figures;
    expect(history?.table?.rows).toEqual([["2024 H2", "+30"]]);
    expect(history?.queries?.[0]?.sql).toContain("wave <= '2024-09-01'");
    const short = { from: "2024-08-01", to: "2024-10-01" };
    expect(tellMetric(page, viewOf(report, company, short))).toMatchObject({
      figures: [],
      why: "No whole half-year of this figure lies in the months Aug 2024 to Oct 2024.",
    });
  });
});
