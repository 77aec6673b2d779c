import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { catalogue, RowOf } from "../../src/metrics/index.ts";
import { type Cells, measure, type SettingsOfTest, withFiles } from "./harness.ts";

type CurveRow = RowOf<(typeof catalogue)["survivalCurve"]>;
type SummaryRow = RowOf<(typeof catalogue)["survivalSummary"]>;
type ComparisonRow = RowOf<(typeof catalogue)["survivalComparison"]>;

/** Months of age at which a customer came under observation and left it. */
interface Lifetime {
  entry?: number;
  time: number;
  isChurned: boolean;
  tier?: string;
}

const asOfMonth = 60;
const dataFromMonth = 36;

/** First day of the month so many months after January 2020. */
function monthDay(months: number): string {
  return new Date(Date.UTC(2020, months, 1)).toISOString().slice(0, 10);
}

/**
 * A contract whose age and end are those of the lifetime: who left late entered at `dataFromMonth`,
 * who is still there is censored at `asOfMonth`.
 */
function contractOf({ entry = 0, time, isChurned }: Lifetime, place: number): Cells {
  const latest = entry > 0 ? dataFromMonth - entry : dataFromMonth;
  const start = isChurned ? Math.min(latest, asOfMonth - time) : asOfMonth - time;
  return {
    contract_id: place,
    account_id: place,
    starts_on: monthDay(start),
    ends_on: isChurned ? monthDay(start + time) : null,
    cancelled_on: isChurned ? monthDay(start) : null,
    mrr: 10,
  };
}

async function survivalOf(lifetimes: readonly Lifetime[], settings: Partial<SettingsOfTest> = {}) {
  const accounts = lifetimes.map(({ tier = null }, place) => ({ account_id: place, tier }));
  const contracts = lifetimes.map(contractOf);
  return withFiles({ accounts, contracts }, async (files) => {
    const warehouse = await measure(
      files,
      { asOf: monthDay(asOfMonth), endIs: "exclusive", ...settings },
      ["survival_curve", "survival_summary", "survival_comparison"],
    );
    const whole = "where dimension = 'all'";
    const curve = await warehouse.rows<CurveRow>(`from survival_curve ${whole}`);
    const summary = await warehouse.rows<SummaryRow>(`from survival_summary ${whole}`);
    const comparison = await warehouse.rows<ComparisonRow>("from survival_comparison");
    warehouse.close();
    return { at: (age: number) => curve[age], summary: summary[0], comparison: comparison[0] };
  });
}

/** Times as textbooks print them: `6+` is censored. */
function lifetimesOf(times: string, tier?: string): Lifetime[] {
  return times.split(",").map((word) => ({
    time: Number.parseInt(word, 10),
    isChurned: !word.endsWith("+"),
    ...(tier && { tier }),
  }));
}

function tableOf(name: string): Record<string, string>[] {
  const text = readFileSync(new URL(`./golden/${name}`, import.meta.url), "utf8");
  const [header = "", ...lines] = text.trimEnd().split("\n");
  const columns = header.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? ""]));
  });
}

function expectCurve(name: string, at: (age: number) => CurveRow | undefined): void {
  for (const row of tableOf(name)) {
    const ours = at(Number(row.age));
    for (const column of [
      "at_risk",
      "events",
      "survival",
      "standard_error",
      "lower",
      "upper",
    ] as const) {
      const expected = row[column] ?? "";
      if (expected === "") expect(ours?.[column]).toBeNull();
      else expect(ours?.[column], `${column} at ${row.age}`).toBeCloseTo(Number(expected), 6);
    }
  }
}

const mercaptopurine = "6,6,6,6+,7,9+,10,10+,11+,13,16,17+,19+,20+,22,23,25+,32+,32+,34+,35+";
const placebo = "1,1,2,2,3,4,4,5,5,8,8,8,8,11,11,12,12,15,17,22,23";

describe("the survival of the 6-MP remission data", () => {
  it.each([
    [6, 0.8571],
    [7, 0.8067],
    [10, 0.7529],
    [13, 0.6902],
    [16, 0.6275],
    [22, 0.5378],
    [23, 0.4482],
  ])("at %i months is the textbook's %f", async (age, survival) => {
    const { at } = await survivalOf(lifetimesOf(mercaptopurine));
    expect(at(age)?.survival).toBeCloseTo(survival, 4);
  });

  it("has the textbook's standard error and band", async () => {
    const { at } = await survivalOf(lifetimesOf(mercaptopurine));
    expect(at(6)?.standard_error).toBeCloseTo(0.0764, 4);
    expect(at(6)?.lower).toBeCloseTo(0.6197, 4);
    expect(at(6)?.upper).toBeCloseTo(0.9516, 4);
    expect(at(23)?.lower).toBeCloseTo(0.1881, 4);
    expect(at(23)?.upper).toBeCloseTo(0.6801, 4);
  });

  it("differs from placebo by a log-rank chi-square of 16.793", async () => {
    const { comparison } = await survivalOf([
      ...lifetimesOf(mercaptopurine, "enterprise"),
      ...lifetimesOf(placebo, "small"),
    ]);
    expect(comparison?.chi_square).toBeCloseTo(16.793, 3);
  });
});

describe("survival beside R", () => {
  it("agrees on 40 right-censored customers, their median and the log-rank test", async () => {
    const lifetimes = tableOf("right-censored.csv").map(({ time, event, tier }) => ({
      time: Number(time),
      isChurned: event === "1",
      ...(tier && { tier }),
    }));
    const { at, summary, comparison } = await survivalOf(lifetimes);
    expectCurve("right-censored-curve.csv", at);
    expect(summary).toMatchObject({ customers: 40, events: 23, median_months: 30 });
    expect(comparison).toMatchObject({ segment: "enterprise", observed: 11 });
    expect(comparison?.expected).toBeCloseTo(11.9763919995, 8);
    expect(comparison?.variance).toBeCloseTo(5.1172316564, 8);
    expect(comparison?.chi_square).toBeCloseTo(0.1863002109, 8);
  });

  it("agrees on 30 customers of whom half enter late", async () => {
    const lifetimes = tableOf("late-entry.csv").map(({ entry, exit, event }) => ({
      entry: Number(entry),
      time: Number(exit),
      isChurned: event === "1",
    }));
    const { at, summary } = await survivalOf(lifetimes, { dataFrom: monthDay(dataFromMonth) });
    expectCurve("late-entry-curve.csv", at);
    expect(summary).toMatchObject({ customers: 30, events: 22, median_months: 16 });
  });
});
