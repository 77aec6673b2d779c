/**
 * The first part of a build, in a process of its own so that its memory is gone before the pages
 * are drawn: configuration -> warehouse and report file. Exit 1 where the data is refused.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  buildReport,
  checkData,
  loadConfiguration,
  type Measured,
  type Measurement,
  type PipelineOptions,
  writeReports,
} from "../../src/pipeline/index.ts";
import type { ReportSummary } from "../../src/report.ts";
import { checkSegments } from "./deck-segments.ts";
import { printReading } from "./print.ts";
import { summaryName } from "./processes.ts";
import { openProgress } from "./progress.ts";
import { formatSeconds } from "./seconds.ts";

const [mode, config = "", workDirectory = "", cacheDirectory = ""] = process.argv.slice(2);

try {
  process.exitCode = await readData();
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

async function readData(): Promise<number> {
  const configuration = await loadConfiguration(config);
  const { dashboard, deck, path } = configuration;
  console.log(`\nHourglass · ${dashboard.company.name} · ${path}`);
  const progress = openProgress(process.stderr, process.env);
  const seconds: Record<string, number> = {};
  const options: PipelineOptions = {
    configuration,
    workDirectory,
    ...(cacheDirectory ? { cacheDirectory } : {}),
    onProgress: progress.show,
    now: () => performance.now(),
    onStep: (step) => {
      progress.clear();
      seconds[step.name] = step.seconds;
      if (step.name === "measure") process.send?.("measured");
    },
  };
  const outcome: Measured =
    mode === "check" ? await checkData(options) : await buildReport(options);
  printReading(outcome.reading);
  await writeReports(configuration.directory, outcome.reading);
  if (outcome.refusal) {
    console.error(
      `\n${outcome.refusal}\nevery problem: ${join(configuration.directory, "reports/problems.csv")}`,
    );
    return 1;
  }
  if (outcome.measured) {
    const { report, attached } = outcome.measured;
    checkSegments(deck, report);
    const { asOf, marts } = report;
    console.log(`  as of    ${asOf.day} (${asOf.source})`);
    console.log(`  measured ${Object.keys(marts).length} marts`);
    await writeFile(join(workDirectory, "report.json"), JSON.stringify(report));
    const { marts: _rows, sql: _sql, reference: _reference, ...rest } = report;
    const summary: Measurement<ReportSummary> = { report: rest, attached };
    await writeFile(join(workDirectory, summaryName), JSON.stringify(summary));
  }
  const steps = Object.entries(seconds).map(([name, time]) => `${name} ${formatSeconds(time)}`);
  console.log(`  time     ${steps.join(", ")}`);
  return 0;
}
