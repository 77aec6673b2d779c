import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measureBuild } from "./bench/build.ts";
import { makeLargeCompany } from "./bench/company.ts";
import { measureLimit } from "./bench/limit.ts";

/**
 * How fast a build is, beside the limit: DuckDB's own typed read_csv of the same usage file, in the
 * same run. Sizes in usage rows; `npm run bench -- 100000` runs one of them.
 */
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100_000, 2_000_000];
const whole = new Intl.NumberFormat("en-US");
const rows: Record<string, string | number>[] = [];

for (const size of sizes) {
  const folder = await mkdtemp(join(tmpdir(), "hourglass-bench-"));
  try {
    const config = await makeLargeCompany(folder, size);
    const limit = await measureLimit(join(folder, "usage.csv"));
    const build = await measureBuild(config, join(folder, "site"));
    rows.push({
      "usage rows": whole.format(size),
      "intake rows/s": whole.format(Math.round(size / build.usageSeconds)),
      "intake s": build.readSeconds.toFixed(2),
      "read_csv s": limit.seconds.toFixed(2),
      "intake / read_csv": (build.readSeconds / limit.seconds).toFixed(1),
      "checks s": build.checkSeconds.toFixed(2),
      "metrics s": build.measureSeconds.toFixed(2),
      "pages s": build.pagesSeconds.toFixed(2),
      "whole build s": build.wholeSeconds.toFixed(2),
      "peak memory MB": Math.round(build.peakMegabytes),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

for (const row of rows) {
  console.log("");
  for (const [name, value] of Object.entries(row)) {
    console.log(`  ${name.padEnd(20)} ${String(value).padStart(12)}`);
  }
}
