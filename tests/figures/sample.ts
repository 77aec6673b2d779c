import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FigureReport } from "../../src/figures/index.ts";
import { buildReport, loadConfiguration } from "../../src/pipeline/index.ts";

/** The report of the sample company, made anew. */
export async function sampleReport(): Promise<FigureReport> {
  const workDirectory = mkdtempSync(join(tmpdir(), "hourglass-sample-"));
  try {
    const path = join(import.meta.dirname, "../../data/dashboard.config.ts");
    const configuration = await loadConfiguration(path);
    const { measured } = await buildReport({ configuration, workDirectory, now: () => 0 });
    if (!measured) throw new Error("the sample company's data was refused");
    return measured.report;
  } finally {
    rmSync(workDirectory, { recursive: true, force: true });
  }
}
