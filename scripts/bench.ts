import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BuildFigures, cacheOf, measureBuild } from "./bench/build.ts";
import { makeLargeCompany } from "./bench/company.ts";
import { makeManyCustomers, manyCustomers } from "./bench/customers.ts";
import { measureLimit } from "./bench/limit.ts";

/**
 * How fast a build is, beside the limit: DuckDB's own typed read_csv of the same usage file, run in
 * turn with it, and how fast many customers are measured. Sizes in usage rows, medians;
 * `npm run bench -- 10000000` or `npm run bench -- customers` runs one of them.
 */
const asked = process.argv.length > 2 ? process.argv.slice(2) : ["100000", "2000000", "customers"];
/** Of the metrics of many customers, on two cores. */
const limits = { seconds: 20, megabytes: 2000 };
const whole = new Intl.NumberFormat("en-US");

for (const name of asked) {
  const folder = await mkdtemp(join(tmpdir(), "hourglass-bench-"));
  try {
    const size = Number(name);
    const figures =
      name === "customers"
        ? await measureCustomers(folder)
        : await measure(folder, size, size > 5_000_000 ? 1 : 3);
    console.log("");
    for (const [figure, value] of Object.entries(figures)) {
      console.log(`  ${figure.padEnd(28)} ${value.padStart(12)}`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureCustomers(folder: string): Promise<Record<string, string>> {
  const config = await makeManyCustomers(folder);
  const build = await measureBuild(folder, config);
  return {
    customers: whole.format(manyCustomers.accounts),
    "contract lines": whole.format(manyCustomers.lines),
    "metrics s": build.measureSeconds.toFixed(2),
    "metrics / limit": (build.measureSeconds / limits.seconds).toFixed(2),
    "published database s": build.publishSeconds.toFixed(2),
    "pages s": build.pagesSeconds.toFixed(2),
    "whole build s": build.wholeSeconds.toFixed(2),
    "peak memory MB": build.peakMegabytes.toFixed(0),
    "peak memory / limit": (build.peakMegabytes / limits.megabytes).toFixed(2),
  };
}

async function measure(
  folder: string,
  size: number,
  rounds: number,
): Promise<Record<string, string>> {
  const config = await makeLargeCompany(folder, size);
  const readCsv: number[] = [];
  const cold: BuildFigures[] = [];
  const cached: BuildFigures[] = [];
  for (let round = 0; round < rounds; round++) {
    await rm(cacheOf(folder), { recursive: true, force: true });
    readCsv.push((await measureLimit(join(folder, "usage.csv"))).seconds);
    cold.push(await measureBuild(folder, config));
    cached.push(await measureBuild(folder, config));
  }
  const seconds = (builds: BuildFigures[], figure: keyof BuildFigures) =>
    median(builds.map((build) => build[figure])).toFixed(2);
  const read = median(cold.map((build) => build.readSeconds));
  const ratios = cold.map((build, round) => build.readSeconds / (readCsv[round] ?? 0));
  const peak = Math.max(...[...cold, ...cached].map((build) => build.peakMegabytes));
  return {
    "usage rows": whole.format(size),
    "intake rows/s": whole.format(Math.round(size / read)),
    "intake s": read.toFixed(2),
    "intake of unchanged files s": seconds(cached, "readSeconds"),
    "read_csv s": median(readCsv).toFixed(2),
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
