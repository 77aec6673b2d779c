import type { Benchmark, BenchmarkSource, Position } from "../../shared/benchmarks.ts";

/** A benchmark's numbers as they are written. */
type Written = (value: number) => string;

const sources = {
  keybanc_sapphire_2024: { name: "KeyBanc-Sapphire 2024", of: "private SaaS companies, survey" },
  benchmarkit_2025: { name: "Benchmarkit 2025", of: "SaaS companies, survey" },
  rule_of_thumb: { name: "rule of thumb", of: "SaaS, no survey and no year" },
  bessemer_2012: { name: "Bessemer 2012", of: "cloud companies, an investor's advice" },
  vendor_round_ups: { name: "vendor round-ups", of: "SaaS sold to businesses, no year, weak" },
} satisfies Record<BenchmarkSource, { name: string; of: string }>;

const positions = {
  below_quarter: "in the lowest quarter",
  below_middle: "below the median",
  above_middle: "above the median",
  above_quarter: "in the highest quarter",
  at_middle: "at the median",
  unclear: "no different beyond chance",
  reached: "reached",
  short: "not reached",
  sooner: "sooner",
  within: "within",
  later: "later",
} satisfies Record<Position, string>;

export const benchmarks = {
  sources,
  positions,
  /** "median 91%, middle half 82% to 95%" */
  numbers: ({ quarters, middle, least, span, source }: Benchmark, write: Written) => {
    if (span) return `${span[0]} to ${span[1]} months`;
    if (least !== undefined) return `${write(least)} or more`;
    const median = `${source === "vendor_round_ups" ? "about" : "median"} ${write(middle ?? 0)}`;
    return quarters
      ? `${median}, middle half ${write(quarters[0])} to ${write(quarters[1])}`
      : median;
  },
  /** The quiet line under a metric. */
  line: (numbers: string, source: string) => `${numbers} (${source})`,
  /** The same as a sentence of its own. */
  elsewhere: (lines: readonly string[]) => `Elsewhere: ${lines.join("; ")}.`,
  ofTier: (tier: string, numbers: string) => `${tier} customers ${numbers}`,
  measure: "How this compares: published benchmarks beside our own numbers",
  finding: (metric: string, value: string, position: string) =>
    `${metric} of ${value} is ${position} of the companies surveyed`,
  findingPlain: (count: number) => `${count} of our metrics have a published benchmark`,
  facts: (month: string, asOf: string) =>
    `Our own numbers are of ${month}, the newest complete month, payback of its last 12 months. As of ${asOf}.`,
  caveat:
    "Other companies differ in size, market and in how they count; a benchmark says where to look, not what is good. An investor's advice, a rule of thumb and round-ups by vendors are weaker than a survey.",
  columns: {
    metric: "Metric",
    own: "Here",
    benchmark: "Benchmark",
    position: "Position",
    source: "Source",
  },
  paybackOf: (metric: string, tier: string) => `${metric} in months, ${tier}`,
} as const;
