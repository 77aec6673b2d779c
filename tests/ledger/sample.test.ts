import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { expect, it, onTestFinished } from "vitest";
import { parseDeck } from "../../src/contracts/index.ts";
import { openLedger, presentDeck } from "../../src/ledger/index.ts";
import { buildReport, type Hooks, loadConfiguration } from "../../src/pipeline/index.ts";

const sample = join(import.meta.dirname, "../../data");
const files = ["accounts", "contracts", "costs", "fx", "goals", "seats", "surveys", "usage"];
const day = "2025-06-30";
/** Columns that say when a row was known. */
const known: Record<string, string> = {
  contracts: "signed_on",
  costs: "month",
  fx: "month",
  seats: "month",
  surveys: "answered_on",
  usage: "day",
};

/** The sample company's files with the rows that were known by a day. */
function writeFiles(folder: string, until: string): void {
  for (const name of files) {
    const text = readFileSync(join(sample, `${name}.csv`), "utf8");
    const { data, meta } = Papa.parse<Record<string, string>>(text.trimEnd(), { header: true });
    const column = known[name];
    const rows = data.filter((row) => column === undefined || (row[column] ?? "") <= until);
    const columns = meta.fields ?? [];
    const csv = Papa.unparse(rows, { columns, newline: "\n" });
    writeFileSync(join(folder, `${name}.csv`), `${csv}\n`);
  }
}

it("every number of the sample's deck of June reads the same once the rows of September are there", async () => {
  const directory = mkdtempSync(join(tmpdir(), "hourglass-ledger-sample-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const config = join(directory, "dashboard.config.ts");
  cpSync(join(sample, "dashboard.config.ts"), config);
  const configuration = await loadConfiguration(config);
  const { dashboard } = configuration;
  const build = async (asOf: string, hooks: Hooks): Promise<boolean> => {
    const workDirectory = mkdtempSync(join(directory, "work-"));
    const { refusal } = await buildReport({
      configuration: { ...configuration, dashboard: { ...dashboard, as_of: asOf } },
      workDirectory,
      now: () => 0,
      ...hooks,
    });
    return refusal === undefined;
  };
  writeFiles(directory, day);
  const name = "Q2 board";
  const deck = parseDeck({}, "deck.json");
  await presentDeck({ name, deck, directory, version: "1" }, (hooks) => build(day, hooks));
  writeFiles(directory, "2025-09-30");
  const ledger = await openLedger({ dashboard, directory, version: "1" });
  expect(await build("latest", ledger?.hooks ?? {})).toBe(true);
  const [outcome] = ledger?.outcomes ?? [];
  expect(outcome?.deck.numbers.length).toBeGreaterThan(500);
  expect(outcome?.changes.rows.length).toBeGreaterThan(300);
  expect(outcome?.restatement).toMatchObject({ asOf: day, changed: [], slight: 0, words: [] });
});
