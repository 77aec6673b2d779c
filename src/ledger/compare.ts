import type { Dashboard } from "../contracts/index.ts";
import { formatsOf } from "../figures/index.ts";
import { codesOf, type Hooks, measureThen } from "../pipeline/index.ts";
import type { MeasuredReport } from "../report.ts";
import type { Warehouse } from "../warehouse/index.ts";
import { definitionsOf } from "./definitions/definitions.ts";
import { changedSettings, reportUnder, withSettings } from "./definitions/settings.ts";
import { presentedFigures } from "./figures.ts";
import { type KeptDeck, readDecks } from "./folder/read.ts";
import { numbersOf, type PresentedNumber } from "./numbers.ts";
import { inputsOf, named } from "./present.ts";
import { publishRestatement } from "./publish.ts";
import { type Again, type Apart, type Restated, restate, suspectsOf } from "./restate.ts";
import type { Restatement } from "./restatement.ts";
import { compareRows, type RowChanges } from "./rows/compare.ts";
import { datasetsRead } from "./rows/freeze.ts";
import { loadPresented } from "./rows/load.ts";
import { definitionSteps, type Step, stepsOf } from "./steps.ts";
import type { Limits } from "./touching.ts";
import { changedWords } from "./words.ts";

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
          changes.set(deck, await compareRows(warehouse, files.map(named), deck));
        }
      },
      onMeasured: async (warehouse, report) => {
        const now = { warehouse, dashboard, report, version, left: mostMeasured.all };
        for (const deck of decks) {
          const found = changes.get(deck) ?? { rows: [], more: 0, isCut: false };
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
  /** How often a build may yet measure for what single changes did. */
  left: number;
}

/**
 * Each costs about as much as measuring did in the build; the newest decks come first. Of many rows
 * changes are told apart by dataset only.
 */
const mostMeasured = { all: 24, ofDeck: 8, ofMany: 3, manyRows: 300_000 } as const;

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
    words: changedWords(deck.words, figures),
  };
  const limits = { asOf, graceDays: dashboard.churn.grace_days };
  return restate(deck, again, changes, limits, await tellApart(deck, again, changes, limits, now));
}

/**
 * Measures what each change of the definitions did to the numbers, and then each step of the rows that
 * can have touched them. One change alone needs no measuring: it did it all.
 */
async function tellApart(
  deck: KeptDeck,
  again: Again,
  changes: RowChanges,
  limits: Limits,
  now: Now,
): Promise<Apart> {
  const { isDifferent, isOtherSql, rows } = suspectsOf(deck, again, changes, limits);
  if (!isDifferent) return { redefined: [], steps: [], after: [] };
  const size = deck.inputs.reduce((sum, { accepted }) => sum + accepted, 0);
  const most = Math.min(
    now.left,
    size > mostMeasured.manyRows ? mostMeasured.ofMany : mostMeasured.ofDeck,
  );
  const paths = changedSettings(deck.definitions.settings, again.definitions.settings);
  const all = definitionSteps(isOtherSql, paths);
  const isTold = all.length <= most && all.length + rows.length > 1;
  const redefined = isTold ? all : [];
  const isApart = !changes.isCut && (isTold || all.length === 0);
  const steps = isApart ? stepsOf(rows, most - redefined.length) : [];
  now.left -= Math.max(0, redefined.length + steps.length - 1);
  const after: ReadonlyMap<string, PresentedNumber>[] = [];
  for (const place of redefined.keys()) {
    const isLast = rows.length === 0 && place === redefined.length - 1;
    const still = redefined.slice(place + 1).flatMap((step) => step.paths);
    after.push(isLast ? byId(again.numbers) : await numbersWith(deck, [], still, now));
  }
  for (const place of steps.keys()) {
    const made = steps.slice(0, place + 1);
    const isLast = made.length === steps.length;
    after.push(isLast ? byId(again.numbers) : await numbersWith(deck, made, [], now));
  }
  return { redefined, steps, after };
}

/** The deck's numbers from the presented rows once some steps are made, with some settings as they were. */
async function numbersWith(
  deck: KeptDeck,
  steps: readonly Step[],
  still: readonly string[],
  { warehouse, dashboard, report }: Now,
): Promise<ReadonlyMap<string, PresentedNumber>> {
  const { asOf, folder, slides, definitions } = deck;
  const made = steps.flatMap(({ rows }) => rows);
  const { lineage } = report;
  const datasets = (schema: string) =>
    loadPresented(warehouse, datasetsRead(), { folder, schema }, made);
  const under = withSettings(dashboard, definitions.settings, still);
  const then = await measureThen(warehouse, under, { asOf, lineage, datasets });
  const own = reportUnder(reportThen(report, then), under);
  return byId(numbersOf(presentedFigures(own, slides), formatsOf(own)));
}

const byId = (numbers: readonly PresentedNumber[]): ReadonlyMap<string, PresentedNumber> =>
  new Map(numbers.map((number) => [number.id, number]));

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
