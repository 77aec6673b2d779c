/**
 * The second part of a build, in a process of its own whose fresh memory is filled: report file and
 * warehouse -> published database and what is told of it. Loads its code, and waits to be told.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadConfiguration, type Measurement, publishReport } from "../../src/pipeline/index.ts";
import { publicationName, type ReportSummary } from "../../src/report.ts";
import { summaryName } from "./processes.ts";
import { formatSeconds } from "./seconds.ts";

const [config = "", workDirectory = ""] = process.argv.slice(2);

await new Promise((resolve) => process.once("message", resolve));
process.disconnect?.();
const summary = await readFile(join(workDirectory, summaryName), "utf8");
const options = {
  configuration: await loadConfiguration(config),
  workDirectory,
  now: () => performance.now(),
  onStep: ({ seconds }: { seconds: number }) => console.log(`  publish  ${formatSeconds(seconds)}`),
};
const publication = await publishReport(options, JSON.parse(summary) as Measurement<ReportSummary>);
await writeFile(join(workDirectory, publicationName), JSON.stringify(publication));
