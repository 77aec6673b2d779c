import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BuildFigures, cacheOf, measureBuild } from "./bench/build.ts";
import { makeLargeCompany } from "./bench/company.ts";
import { measureLimit } from "./bench/limit.ts";

/**
 * How fast a build is, beside the limit: DuckDB's own typed read_csv of the same usage file, run in
 * turn with it. Sizes in usage rows; `npm run bench -- 10000000` runs one of them. Medians.
 */
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100_000, 2_000_000];
const whole = new Intl.NumberFormat("en-US");

for (const size of sizes) {
  const folder = await mkdtemp(join(tmpdir(), "hourglass-bench-"));
  try {
    const figures = await measure(folder, size, size > 5_000_000 ? 1 : 3);
    console.log("");
    for (const [name, value] of Object.entries(figures)) {
      console.log(`  ${name.padEnd(28)} ${value.padStart(12)}`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(
  folder: string,
  size: number,
  rounds: number,
): Promise<Record<string, string>> {
  const config = await makeLargeCompany(folder, size);
  const limits: number[] = [];
  const cold: BuildFigures[] = [];
  const cached: BuildFigures[] = [];
  for (let round = 0; round < rounds; round++) {
    await rm(cacheOf(folder), { recursive: true, force: true });
    limits.push((await measureLimit(join(folder, "usage.csv"))).seconds);
    cold.push(await measureBuild(folder, config));
    cached.push(await measureBuild(folder, config));
  }
  const seconds = (builds: BuildFigures[], figure: keyof BuildFigures) =>
    median(builds.map((build) => build[figure])).toFixed(2);
  const read = median(cold.map((build) => build.readSeconds));
  const ratios = cold.map((build, round) => build.readSeconds / (limits[round] ?? 0));
  const peak = Math.max(...[...cold, ...cached].map((build) => build.peakMegabytes));
  return {
    "usage rows": whole.format(size),
    "intake rows/s": whole.format(Math.round(size / read)),
    "intake s": read.toFixed(2),
    "intake of unchanged files s": seconds(cached, "readSeconds"),
    "read_csv s": median(limits).toFixed(2),
    "intake / read_csv": median(ratios).toFixed(1),
    "checks s": seconds(cold, "checkSeconds"),
    "metrics s": seconds(cold, "measureSeconds"),
    "published database s": seconds(cold, "publishSeconds"),
    "pages s": seconds(cold, "pagesSeconds"),
    "whole build s": seconds(cold, "wholeSeconds"),
    "whole build, unchanged s": seconds(cached, "wholeSeconds"),
    "peak memory MB": peak.toFixed(0),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
