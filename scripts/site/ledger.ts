import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Dashboard, Deck } from "../../src/contracts/index.ts";
import type { Outcome } from "../../src/ledger/index.ts";
import type { Checked, Hooks } from "../../src/pipeline/index.ts";
import { restatementsName } from "../../src/report.ts";
import { spreadsheetLine } from "../../src/shared/spreadsheet.ts";
import { projectRoot } from "./options.ts";
import { plural } from "./print.ts";
import { formatSeconds } from "./seconds.ts";

/** Loaded where a deck is presented or compared only: it brings the figures with it. */
const openRoom = () => import("../../src/ledger/index.ts");

/** Freezes the numbers of the deck under a name. @returns whether the data was taken */
export async function present(
  { name, deck, directory }: { name: string; deck: Deck; directory: string },
  take: (hooks: Hooks) => Promise<Checked>,
): Promise<boolean> {
  const { presentDeck } = await openRoom();
  const version = await versionOf();
  const presented = await presentDeck({ name, deck, directory, version }, async (hooks) => {
    const { refusal } = await take(hooks);
    return refusal === undefined;
  });
  if (!presented) return false;
  const { folder, asOf, numbers } = presented;
  console.log(`  as of    ${asOf}`);
  console.log(
    `  frozen   ${plural(numbers, "number")}, ${await describeFolder(folder)} in ${folder}`,
  );
  return true;
}

interface Build {
  dashboard: Dashboard;
  directory: string;
  workDirectory: string;
}

/**
 * Builds, and compares on the way every deck that was presented. Where none was, nothing is loaded
 * and nothing done.
 *
 * @returns whether the data was taken
 */
export async function compareDecks(
  { dashboard, directory, workDirectory }: Build,
  build: (hooks: Hooks) => Promise<boolean>,
): Promise<boolean> {
  if (!existsSync(join(directory, "presented"))) return build({});
  const { openLedger } = await openRoom();
  const version = await versionOf();
  const ledger = await openLedger({ dashboard, directory, version });
  if (!ledger) return build({});
  const clock = { seconds: 0 };
  if (!(await build(timed(ledger.hooks, clock)))) return false;
  for (const outcome of ledger.outcomes) console.log(describe(outcome));
  console.log(`  ledger   ${formatSeconds(clock.seconds)} to compare`);
  await writeOutcomes(directory, workDirectory, ledger.outcomes);
  return true;
}

/** Adds up what the ledger takes of a build. */
function timed({ onTaken, onMeasured }: Hooks, clock: { seconds: number }): Hooks {
  const told = async (work: Promise<void>) => {
    const started = performance.now();
    await work;
    clock.seconds += (performance.now() - started) / 1000;
  };
  return {
    ...(onTaken && { onTaken: (...inputs) => told(onTaken(...inputs)) }),
    ...(onMeasured && { onMeasured: (...inputs) => told(onMeasured(...inputs)) }),
  };
}

function describe({ restatement, changes }: Outcome): string {
  const { name, asOf, numbers, changed } = restatement;
  const rows = changes.rows.length + changes.more;
  const since = rows > 0 ? `; ${plural(rows, "row")} of the data changed since` : "";
  const of = `${changed.length} of ${plural(numbers, "number")} changed`;
  return `  deck     ${name}, as of ${asOf}: ${of}${since}`;
}

const columns = ["dataset", "kind", "file", "row", "account", "column", "was", "now"];

/**
 * Puts what pages may carry into the folder of the work, and every row that changed, whole, into
 * `reports/changes/` beside the configuration: for the owner of the files, never published.
 */
async function writeOutcomes(
  directory: string,
  workDirectory: string,
  outcomes: readonly Outcome[],
): Promise<void> {
  const told = outcomes.map(({ restatement }) => restatement);
  await writeFile(join(workDirectory, restatementsName), JSON.stringify(told));
  const folder = join(directory, "reports/changes");
  await rm(folder, { recursive: true, force: true });
  for (const { deck, changes } of outcomes) {
    if (changes.rows.length === 0) continue;
    await mkdir(folder, { recursive: true });
    const lines = changes.rows.flatMap(({ dataset, kind, file, row, account, cells }) =>
      cells.map(({ column, was, now }) => {
        const place = [dataset, kind, file, String(row), account ?? ""];
        return spreadsheetLine([...place, column, was ?? "", now ?? ""]);
      }),
    );
    await writeFile(
      join(folder, `${deck.slug}.csv`),
      [spreadsheetLine(columns), ...lines].join(""),
    );
  }
}

async function versionOf(): Promise<string> {
  const manifest = await readFile(join(projectRoot, "package.json"), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}

/** "9 files, 123 kB" */
async function describeFolder(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size),
  );
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return `${plural(files.length, "file")}, ${Math.round(bytes / 1000)} kB`;
}
