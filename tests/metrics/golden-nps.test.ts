import { describe, expect, it } from "vitest";
import { type Cells, measure, withFiles } from "./harness.ts";

const accounts = [{ account_id: "a1", name: "One" }];
const contracts = [{ contract_id: "c1", account_id: "a1", starts_on: "2024-01-01", mrr: 500 }];

interface Score {
  answers: number;
  nps: number;
  lower: number;
  upper: number;
}

function answersOf(promoters: number, passives: number, detractors: number): Cells[] {
  const scores = [
    ...Array<number>(promoters).fill(9),
    ...Array<number>(passives).fill(8),
    ...Array<number>(detractors).fill(6),
  ];
  return scores.map((score, index) => ({
    response_id: `r${index}`,
    account_id: "a1",
    answered_on: "2025-03-01",
    score,
  }));
}

async function scoreOf(surveys: Cells[]): Promise<Score[]> {
  return await withFiles({ accounts, contracts, surveys }, async (files) => {
    const warehouse = await measure(files, { asOf: "2025-06-30" }, ["nps_by_wave"]);
    try {
      return await warehouse.rows<Score>(
        "select answers, nps, lower, upper from nps_by_wave where dimension = 'all'",
      );
    } finally {
      warehouse.close();
    }
  });
}

describe("net promoter score and its adjusted Wald interval", () => {
  it.each([
    [50, 30, 20, { answers: 100, nps: 30, lower: 14.05, upper: 44.2 }],
    [5, 3, 2, { answers: 10, nps: 30, lower: -19.05, upper: 65.21 }],
  ])(
    "of %i promoters, %i passives and %i detractors is the golden one",
    async (p, n, d, golden) => {
      const [score] = await scoreOf(answersOf(p, n, d));
      expect(score?.answers).toBe(golden.answers);
      expect(score?.nps).toBe(golden.nps);
      expect(score?.lower).toBeCloseTo(golden.lower, 2);
      expect(score?.upper).toBeCloseTo(golden.upper, 2);
    },
  );

  it("never ends beyond 100 points, even when everybody is a promoter", async () => {
    const [score] = await scoreOf(answersOf(1_000, 0, 0));
    expect(score?.nps).toBe(100);
    expect(score?.upper).toBeLessThanOrEqual(100);
    expect(score?.lower).toBeGreaterThan(99);
  });

  it("has no row where nobody answered", async () => {
    expect(await scoreOf([])).toEqual([]);
  });
});
