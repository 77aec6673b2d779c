import { type Cell, renderCsv } from "./csv.ts";

/** In each metric's own unit: ratios as 1.05, money in USD, NPS in points. */
const targets: readonly (readonly [string, string, number])[] = [
  ["arr", "2023", 4_200_000],
  ["arr", "2024", 9_000_000],
  ["arr", "2025", 14_000_000],
  ["arr", "2025-Q3", 12_500_000],
  ["nrr", "2024", 1.05],
  ["nrr", "2025", 1.05],
  ["grr", "2024", 0.9],
  ["grr", "2025", 0.9],
  ["churn", "2024", 0.15],
  ["churn", "2025", 0.14],
  ["cac", "2025", 18_000],
  ["ltv", "2025", 70_000],
  ["ltv_cac", "2025", 3],
  ["tcv", "2025", 15_000_000],
  ["nps", "2024-H2", 32],
  ["nps", "2025-H1", 35],
  ["nps", "2025-H2", 40],
];

export function renderGoals(): string {
  return renderCsv(
    ["metric", "period", "target"],
    targets.map((target): Cell[] => [...target]),
  );
}
