import type { Dashboard } from "../contracts/index.ts";
import { formatsOf } from "../figures/index.ts";
import { codesOf, type Hooks, measureThen } from "../pipeline/index.ts";
import type { MeasuredReport } from "../report.ts";
import type { Warehouse } from "../warehouse/index.ts";
import { definitionsOf } from "./definitions.ts";
import { presentedFigures } from "./figures.ts";
import { type KeptDeck, readDecks } from "./folder/read.ts";
import { numbersOf } from "./numbers.ts";
import { inputsOf, named } from "./present.ts";
import { publishRestatement } from "./publish.ts";
import { type Again, isByBoth, type Restated, restate } from "./restate.ts";
import type { Restatement } from "./restatement.ts";
import { compareRows, type RowChanges } from "./rows/compare.ts";
import { datasetsRead } from "./rows/freeze.ts";
import { loadPresented } from "./rows/load.ts";

export interface Comparing {
  dashboard: Dashboard;
  /** Folder of the configuration. */
  directory: string;
  /** Version of Hourglass. */
  version: string;
}

/** What became of one deck, with all that its owner may know. */
export interface Outcome {
  deck: KeptDeck;
  changes: RowChanges;
  restated: Restated;
  /** What pages may carry of it. */
  restatement: Restatement;
}

/** Comparing while the data is read and measured. */
export interface Ledger {
  hooks: Hooks;
  /** Filled once all is measured. */
  outcomes: Outcome[];
}

/**
 * Makes ready to compare every deck that was presented with what it reads now.
 *
 * @returns undefined where none was presented: the build then does nothing more than without a ledger
 * @throws where a presented deck cannot be read
 */
export async function openLedger({
  dashboard,
  directory,
  version,
}: Comparing): Promise<Ledger | undefined> {
  const decks = await readDecks(directory);
  if (decks.length === 0) return undefined;
  const changes = new Map<KeptDeck, RowChanges>();
  const outcomes: Outcome[] = [];
  return {
    outcomes,
    hooks: {
      onTaken: async (warehouse, { files }) => {
        for (const deck of decks) {
          changes.set(deck, await compareRows(warehouse, files.map(named), deck.folder));
        }
      },
      onMeasured: async (warehouse, report) => {
        for (const deck of decks) {
          const found = changes.get(deck) ?? { rows: [], more: 0 };
          const now = { warehouse, dashboard, report, version };
          const restated = await restateDeck(deck, found, now);
          const codeOf = await accountCodes(warehouse, dashboard, found);
          const restatement = publishRestatement(deck, restated, dashboard.publish, codeOf);
          outcomes.push({ deck, changes: found, restated, restatement });
        }
      },
    },
  };
}

interface Now {
  warehouse: Warehouse;
  dashboard: Dashboard;
  report: MeasuredReport;
  version: string;
}

async function restateDeck(deck: KeptDeck, changes: RowChanges, now: Now): Promise<Restated> {
  const { warehouse, dashboard, report, version } = now;
  const { asOf } = deck;
  const { lineage } = report;
  const isOwnDay = report.asOf.day === asOf;
  const then = isOwnDay
    ? report
    : reportThen(report, await measureThen(warehouse, dashboard, { asOf, lineage }));
  const figures = presentedFigures(then, deck.slides);
  const again: Again = {
    numbers: numbersOf(figures, formatsOf(report)),
    definitions: definitionsOf(then, figures, version),
    inputs: inputsOf(report.files),
  };
  const limits = { asOf, graceDays: dashboard.churn.grace_days };
  if (!isByBoth(deck, again, changes)) return restate(deck, again, changes, limits);
  const presented = await measureThen(warehouse, dashboard, {
    asOf,
    lineage,
    datasets: (schema) => loadPresented(warehouse, datasetsRead(), deck.folder, schema),
  });
  const apart = numbersOf(
    presentedFigures(reportThen(report, presented), deck.slides),
    formatsOf(report),
  );
  return restate(deck, again, changes, limits, apart);
}

function reportThen(
  report: MeasuredReport,
  { asOf, ...measured }: Awaited<ReturnType<typeof measureThen>>,
): MeasuredReport {
  return { ...report, ...measured, asOf: { day: asOf, source: report.asOf.source } };
}

/** Codes as the site has them; of an account that is in no row any more, as it would have. */
async function accountCodes(
  warehouse: Warehouse,
  { publish }: Dashboard,
  { rows }: RowChanges,
): Promise<(account: string) => string> {
  if (publish.accounts !== "pseudonymous" || rows.length === 0) return (account) => account;
  const known = await warehouse.rows<{ id: string; code: string }>(
    "select id, code from account_codes",
  );
  const codes = new Map(known.map(({ id, code }) => [id, code]));
  const gone = rows.flatMap(({ account }) =>
    account !== null && !codes.has(account) ? [account] : [],
  );
  const others = codesOf(gone, { kind: "account", key: publish.key, length: 6 });
  return (account) => codes.get(account) ?? others.get(account) ?? "";
}
