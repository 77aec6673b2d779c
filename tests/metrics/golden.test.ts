import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { catalogue, RowOf } from "../../src/metrics/index.ts";
import { type Cells, measure, type SettingsOfTest, withFiles } from "./harness.ts";

type CurveRow = RowOf<(typeof catalogue)["survivalCurve"]>;
type SummaryRow = RowOf<(typeof catalogue)["survivalSummary"]>;
type PairRow = RowOf<(typeof catalogue)["survivalComparison"]>;
type DifferenceRow = RowOf<(typeof catalogue)["survivalDifferences"]>;

/** Ages at which a customer came under observation and left it. */
interface Lifetime {
  entry?: number;
  time: number;
  isChurned: boolean;
  tier?: string;
}

/** Ages from the first day to the as-of day and from there to data_from. */
const clocks = {
  month: { asOf: 60, dataFrom: 36, day: (age: number) => Date.UTC(2020, age, 1) },
  day: { asOf: 1400, dataFrom: 1035, day: (age: number) => Date.UTC(2020, 0, 1 + age) },
};

type Unit = keyof typeof clocks;

function dayOf(unit: Unit, age: number): string {
  return new Date(clocks[unit].day(age)).toISOString().slice(0, 10);
}

/**
 * A contract whose age and end are those of the lifetime: who left late entered at `dataFrom`,
 * who is still there is censored at `asOf`.
 */
function contractOf(unit: Unit, { entry = 0, time, isChurned }: Lifetime, place: number): Cells {
  const { asOf, dataFrom } = clocks[unit];
  const latest = entry > 0 ? dataFrom - entry : asOf;
  const start = isChurned ? Math.min(latest, asOf - time) : asOf - time;
  return {
    contract_id: place,
    account_id: place,
    starts_on: dayOf(unit, start),
    ends_on: isChurned ? dayOf(unit, start + time) : null,
    cancelled_on: isChurned ? dayOf(unit, start) : null,
    mrr: 10,
  };
}

async function survivalOf(lifetimes: readonly Lifetime[], unit: Unit = "month") {
  const accounts = lifetimes.map(({ tier = null }, place) => ({ account_id: place, tier }));
  const contracts = lifetimes.map((lifetime, place) => contractOf(unit, lifetime, place));
  const { asOf, dataFrom } = clocks[unit];
  const isLate = lifetimes.some(({ entry = 0 }) => entry > 0);
  const settings: SettingsOfTest = {
    asOf: dayOf(unit, asOf),
    dataFrom: isLate ? dayOf(unit, dataFrom) : null,
    endIs: "exclusive",
    survivalUnit: unit,
  };
  const curveName = unit === "day" ? "survival_curve_by_day" : "survival_curve";
  return withFiles({ accounts, contracts }, async (files) => {
    const warehouse = await measure(files, settings, [
      curveName,
      "survival_summary",
      "survival_comparison",
      "survival_differences",
    ]);
    const whole = "where dimension = 'all'";
    const curve = await warehouse.rows<CurveRow>(`from ${curveName} ${whole}`);
    const summary = await warehouse.rows<SummaryRow>(`from survival_summary ${whole}`);
    const pairs = await warehouse.rows<PairRow>("from survival_comparison order by rowid");
    const differences = await warehouse.rows<DifferenceRow>("from survival_differences");
    warehouse.close();
    const at = (age: number) => curve.find((row) => row.age === age);
    return { at, summary: summary[0], pairs, difference: differences[0] };
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

/** To so many decimals: the definition gives the band's z to six of them, 1.959964, R to all. */
const curveColumns = {
  at_risk: 9,
  events: 9,
  survival: 9,
  standard_error: 9,
  lower: 7,
  upper: 7,
} as const;

function expectCurve(name: string, at: (age: number) => CurveRow | undefined): void {
  for (const row of tableOf(`curves/${name}.csv`)) {
    const ours = at(Number(row.age));
    for (const [column, decimals] of Object.entries(curveColumns)) {
      const actual = ours?.[column as keyof typeof curveColumns];
      const expected = row[column] ?? "";
      if (expected === "") expect(actual).toBeNull();
      else expect(actual, `${column} at ${row.age}`).toBeCloseTo(Number(expected), decimals);
    }
  }
}

/** Every number of R's row to eight digits of its own, every text as it is. */
function expectLike(ours: object | undefined, row: Record<string, string>): void {
  for (const [column, value] of Object.entries(row)) {
    const actual = (ours as Record<string, unknown> | undefined)?.[column];
    if (Number.isNaN(Number(value))) expect(actual).toBe(value);
    else expect(Number(actual) / Number(value), column).toBeCloseTo(1, 8);
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
    const { pairs, difference } = await survivalOf([
      ...lifetimesOf(mercaptopurine, "enterprise"),
      ...lifetimesOf(placebo, "small"),
    ]);
    expect(pairs[0]?.chi_square).toBeCloseTo(16.793, 3);
    expect(difference?.chi_square).toBeCloseTo(16.793, 3);
  });
});

describe("survival beside R", () => {
  it.each(tableOf("medians.csv"))(
    "agrees on the set $set: $customers customers, $events events, ages by $unit",
    async ({ set = "", unit, customers, events, median }) => {
      const lifetimes = tableOf(`lifetimes/${set}.csv`).map(({ entry, time, event, tier }) => ({
        entry: Number(entry ?? 0),
        time: Number(time),
        isChurned: event === "1",
        ...(tier && { tier }),
      }));
      const isByDay = unit === "day";
      const survival = await survivalOf(lifetimes, isByDay ? "day" : "month");
      expectCurve(set, survival.at);
      expect(survival.summary).toMatchObject({
        customers: Number(customers),
        events: Number(events),
        [isByDay ? "median_days" : "median_months"]: median ? Number(median) : null,
      });
      const ofSet = (row: Record<string, string>) => row.set === set;
      const pairs = tableOf("pairs.csv").filter(ofSet);
      expect(survival.pairs).toHaveLength(pairs.length);
      for (const [place, { set: _, ...row }] of pairs.entries())
        expectLike(survival.pairs[place], row);
      for (const { set: _, ...row } of tableOf("differences.csv").filter(ofSet))
        expectLike(survival.difference, row);
    },
  );
});
