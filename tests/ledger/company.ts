import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import {
  type DashboardInput,
  type DeckInput,
  parseDashboard,
  parseDeck,
} from "../../src/contracts/index.ts";
import { type Outcome, openLedger, presentDeck } from "../../src/ledger/index.ts";
import { buildReport, type Hooks } from "../../src/pipeline/index.ts";

export type { Outcome } from "../../src/ledger/index.ts";

/** A company of three customers; ARR at the ends of March and June 2024 is 4,200 and 3,600. */
export const lines = {
  header: "contract_id,account_id,starts_on,ends_on,mrr",
  c1: "C1,A1,2023-01-01,,100",
  c2: "C2,A2,2023-03-01,,200",
  c3: "C3,A3,2023-06-01,2024-03-31,50",
} as const;

export const contractsOf = (...rows: readonly string[]): string =>
  `${[lines.header, ...rows].join("\n")}\n`;

const usual: Record<string, string> = {
  "accounts.csv": "account_id,name\nA1,Alder Mills\nA2,Birch Bank\nA3,Cedar Clinic\n",
  "contracts.csv": contractsOf(lines.c1, lines.c2, lines.c3),
};

export interface State {
  files?: Record<string, string>;
  settings?: Partial<DashboardInput>;
  version?: string;
  deck?: DeckInput;
}

/** A folder of a company's; whoever makes it ends it. */
export class Company {
  readonly directory = mkdtempSync(join(tmpdir(), "hourglass-ledger-"));

  /** Removes its folder. */
  end(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  present(name: string, state: State = {}) {
    const version = state.version ?? "1.0.0";
    const deck = parseDeck(state.deck ?? {}, "deck.json");
    return presentDeck({ name, deck, directory: this.directory, version }, async (hooks) => {
      const { refusal } = await this.#build(state, hooks);
      return refusal === undefined;
    });
  }

  /** Takes over the decks of another, which saves presenting them again. */
  takeDecks(other: string): void {
    cpSync(join(other, "presented"), join(this.directory, "presented"), { recursive: true });
  }

  /** What became of the decks that were presented, the newest day first. */
  async compare(state: State = {}): Promise<Outcome[]> {
    const dashboard = dashboardOf(state);
    const { directory } = this;
    const version = state.version ?? "1.0.0";
    const ledger = await openLedger({ dashboard, directory, version });
    if (!ledger) return [];
    await this.#build(state, ledger.hooks);
    return ledger.outcomes;
  }

  async #build(state: State, hooks: Hooks) {
    for (const [name, content] of Object.entries({ ...usual, ...state.files })) {
      writeFileSync(join(this.directory, name), content);
    }
    const workDirectory = mkdtempSync(join(tmpdir(), "hourglass-ledger-work-"));
    try {
      return await buildReport({
        configuration: {
          dashboard: dashboardOf(state),
          deck: parseDeck(state.deck ?? {}, "deck.json"),
          directory: this.directory,
          path: join(this.directory, "dashboard.config.ts"),
        },
        workDirectory,
        now: () => 0,
        ...hooks,
      });
    } finally {
      rmSync(workDirectory, { recursive: true, force: true });
    }
  }
}

function dashboardOf({ settings }: State) {
  return parseDashboard(
    {
      company: { name: "Test", currency: "USD" },
      as_of: "2024-06-30",
      datasets: { accounts: "accounts.csv", contracts: "contracts.csv" },
      ...settings,
    },
    "dashboard.config.ts",
  );
}

/** What was and is printed of a number, by figure, row and column; undefined where it reads the same. */
export function readingOf(
  outcome: Outcome | undefined,
  figure: string,
  row: string,
  column: string,
) {
  const { changed = [], causes = [] } = outcome?.restatement ?? {};
  const number = changed.find(
    (one) => one.figure === figure && one.row === row && one.column === column,
  );
  if (!number) return undefined;
  const { was, now, cause, byDefinition } = number;
  return { was: was.value, now: now?.value, byDefinition, cause: causes[cause] };
}

/** A company that goes with the test. */
export function newCompany(): Company {
  const company = new Company();
  onTestFinished(() => company.end());
  return company;
}
