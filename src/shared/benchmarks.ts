/** Who said it, and how much it is worth. */
export type BenchmarkSource =
  | "keybanc_sapphire_2024"
  | "benchmarkit_2025"
  | "rule_of_thumb"
  | "bessemer_2012"
  | "vendor_round_ups";

/** Published numbers of other companies: the middle, quarters around it, or a span that counts as good. */
export interface Benchmark {
  metric: "grr" | "nrr" | "ltv_cac" | "cac_payback" | "nps";
  /** Of the company's customers of this tier only. */
  tier?: "small" | "enterprise";
  source: BenchmarkSource;
  /** Ends of the middle half of the companies. */
  quarters?: readonly [number, number];
  middle?: number;
  /** Such as LTV:CAC of 3 and more. */
  least?: number;
  /** Months in which CAC is usually back. */
  span?: readonly [number, number];
}

/** In the units of the catalogue: shares from 0 to 1, ratios, points, months. */
export const benchmarks: readonly Benchmark[] = [
  { metric: "grr", source: "keybanc_sapphire_2024", quarters: [0.82, 0.95], middle: 0.91 },
  { metric: "nrr", source: "benchmarkit_2025", middle: 1.01 },
  { metric: "ltv_cac", source: "rule_of_thumb", least: 3 },
  { metric: "cac_payback", tier: "small", source: "bessemer_2012", span: [6, 18] },
  { metric: "cac_payback", tier: "enterprise", source: "bessemer_2012", span: [24, 36] },
  { metric: "nps", source: "vendor_round_ups", middle: 36 },
];

export type Position =
  | "below_quarter"
  | "below_middle"
  | "above_middle"
  | "above_quarter"
  | "at_middle"
  | "unclear"
  | "reached"
  | "short"
  | "sooner"
  | "within"
  | "later";

/**
 * Where a value stands against a benchmark.
 *
 * @param interval of a value that is an estimate; a middle within it is not told apart.
 */
export function positionOf(
  value: number,
  { quarters, middle, least, span }: Benchmark,
  interval?: readonly [number, number],
): Position {
  if (span) return value < span[0] ? "sooner" : value > span[1] ? "later" : "within";
  if (least !== undefined) return value >= least ? "reached" : "short";
  if (middle === undefined) throw new Error("a benchmark has no number; give it one");
  if (quarters && value < quarters[0]) return "below_quarter";
  if (quarters && value > quarters[1]) return "above_quarter";
  if (interval && interval[0] <= middle && middle <= interval[1]) return "unclear";
  if (value === middle) return "at_middle";
  return value < middle ? "below_middle" : "above_middle";
}
