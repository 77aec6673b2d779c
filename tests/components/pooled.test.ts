import { describe, expect, it } from "vitest";
import { poolCohorts } from "../../src/components/retention/pooled.ts";

const cell = (age: number, size: number, live: number, is_complete: boolean) => ({
  unit: "quarter",
  cohort: "2025-01-01",
  age,
  size,
  reached: size,
  live,
  start_mrr: 100 * size,
  mrr: 110 * live,
  capped_mrr: 100 * live,
  logo_retention: live / size,
  revenue_retention: (110 * live) / (100 * size),
  gross_retention: live / size,
  is_complete,
});

describe("all cohorts together", () => {
  it("weigh by customers: 10 of 10 and 10 of 30 are 20 of 40, not two thirds", () => {
    const [pooled] = poolCohorts([cell(12, 10, 10, true), cell(12, 30, 10, true)]);
    expect(pooled?.logo_retention).toBe(0.5);
    expect(pooled?.revenue_retention).toBeCloseTo(0.55, 12);
    expect(pooled?.size).toBe(40);
  });

  it("leave out cells that not every customer has reached", () => {
    const pooled = poolCohorts([cell(0, 10, 10, true), cell(12, 10, 2, false)]);
    expect(pooled.map((row) => row.age)).toEqual([0]);
  });
});
