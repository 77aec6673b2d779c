/**
 * The first part of a build, in a process of its own so that its memory is gone before the pages
 * are drawn: configuration -> warehouse and report file. Exit 1 where the data is refused.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  buildReport,
  type Configuration,
  checkData,
  type Hooks,
  loadConfiguration,
  type Measured,
  type Measurement,
  type PipelineOptions,
  writeReports,
} from "../../src/pipeline/index.ts";
import type { ReportSummary } from "../../src/report.ts";
import { checkSegments } from "./deck-segments.ts";
import { compareDecks, present } from "./ledger.ts";
import { printReading } from "./print.ts";
import { summaryName } from "./processes.ts";
import { openProgress } from "./progress.ts";
import { formatSeconds } from "./seconds.ts";

const [mode, config = "", workDirectory = "", cacheDirectory = "", name = ""] =
  process.argv.slice(2);

try {
  process.exitCode = (await readData()) ? 0 : 1;
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

async function readData(): Promise<boolean> {
  const configuration = await loadConfiguration(config);
  const { dashboard, deck, directory, path } = configuration;
  console.log(`\nHourglass · ${dashboard.company.name} · ${path}`);
  const seconds: Record<string, number> = {};
  const take = async (hooks: Hooks): Promise<Measured> => {
    const outcome = await takeData(configuration, seconds, hooks);
    if (outcome.measured) checkSegments(deck, outcome.measured.report);
    return outcome;
  };
  const isTaken =
    mode === "check"
      ? (await take({})).refusal === undefined
      : mode === "present"
        ? await present({ name, deck, directory }, take)
        : await compareDecks({ dashboard, directory, workDirectory }, async (hooks) => {
            const { measured } = await take(hooks);
            if (measured) await keep(measured);
            return measured !== undefined;
          });
  if (!isTaken) return false;
  const steps = Object.entries(seconds).map(([step, time]) => `${step} ${formatSeconds(time)}`);
  console.log(`  time     ${steps.join(", ")}`);
  return true;
}

/** Reads, checks and (beyond a check) measures, and says what is wrong with the data. */
async function takeData(
  configuration: Configuration,
  seconds: Record<string, number>,
  hooks: Hooks,
): Promise<Measured> {
  const { directory } = configuration;
  const progress = openProgress(process.stderr, process.env);
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
    ...hooks,
  };
  const outcome: Measured =
    mode === "check" ? await checkData(options) : await buildReport(options);
  printReading(outcome.reading);
  await writeReports(directory, outcome.reading);
  if (outcome.refusal) {
    console.error(
      `\n${outcome.refusal}\nevery problem: ${join(directory, "reports/problems.csv")}`,
    );
  }
  return outcome;
}

/** Puts what was measured down for the processes that draw and publish it. */
async function keep({ report, attached }: Measurement): Promise<void> {
  const { asOf, marts } = report;
  console.log(`  as of    ${asOf.day} (${asOf.source})`);
  console.log(`  measured ${Object.keys(marts).length} marts`);
  await writeFile(join(workDirectory, "report.json"), JSON.stringify(report));
  const { marts: _rows, sql: _sql, reference: _reference, ...rest } = report;
  const summary: Measurement<ReportSummary> = { report: rest, attached };
  await writeFile(join(workDirectory, summaryName), JSON.stringify(summary));
}
