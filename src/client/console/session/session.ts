import type { AsyncDuckDB } from "@duckdb/duckdb-wasm";
import type { Table } from "apache-arrow";
import type { Row } from "../../../shared/query/index.ts";
import { type Answer, rowsOf } from "../../engine/rows.ts";
import { type Live, startLive, type Telling } from "./engine.ts";
import { fetchEnumWords } from "./enums.ts";
import { problemOf, QueryError } from "./problem.ts";
import type { Publication } from "./published.ts";
import { refuseStatements } from "./refused.ts";
import { readStatement } from "./statement.ts";

/** What a run gave. Decimals, 64-bit integers and times in it are as Arrow holds them: exact. */
export interface Answered {
  table: Table;
  /** As typed by the reader. */
  sql: string;
  milliseconds: number;
  /** Rows beyond the limit were not fetched. */
  isCut: boolean;
}

export interface Session {
  /**
   * Runs one or several statements.
   *
   * @returns the last statement's rows, up to a limit
   * @throws a QueryError; an AbortError where the signal stopped it; a RestartedError
   */
  run(sql: string, signal: AbortSignal): Promise<Answered>;
  /** Small answers as plain rows, decimals as text. */
  rows(sql: string): Promise<readonly Row[]>;
  /** Another one after the engine had to be started anew. */
  readonly database: AsyncDuckDB;
}

/** Rows that are fetched of one answer. */
export const rowLimit = 1_000_000;

/** How long a stopped statement may go on before its engine is given up, in milliseconds. */
const patience = 2_000;

/** The engine was started anew, since it broke or could not be stopped: the reader's tables are gone. */
export class RestartedError extends Error {}

/**
 * Opens the published database for the console.
 *
 * @throws an Error that says what did not come, or why the engine does not start
 */
export async function openSession(publication: Publication, telling: Telling): Promise<Session> {
  let live: Live = await startLive(publication, telling);
  const restart = async () => {
    await live.database.terminate();
    live = await startLive(publication, telling);
    // What was asked of the old one is never answered.
    asking = Promise.resolve();
  };
  // One at a time, so that the reader's statement never waits for more than one of them.
  let asking: Promise<unknown> = Promise.resolve();
  const askBeside = (sql: string): Promise<readonly Row[]> => {
    const answer = asking.then(async () => {
      const rows = await live.panes.query(sql);
      return rowsOf(rows as unknown as Answer);
    });
    asking = answer.catch(() => undefined);
    return answer;
  };
  return {
    get database() {
      return live.database;
    },
    rows: askBeside,
    run: async (sql, signal) => {
      const started = performance.now();
      try {
        const tokenize = (text: string) => live.database.tokenize(text);
        await refuseStatements(sql, tokenize);
        const read = readStatement(live.reader, sql, signal, rowLimit);
        const { table, isCut } = await Promise.race([read, deafTo(signal)]);
        await fetchEnumWords(table, sql, { query: (text) => live.reader.query(text), tokenize });
        return { table, sql, isCut, milliseconds: performance.now() - started };
      } catch (error) {
        if (error instanceof DeafError || isBroken(error)) {
          await restart();
          throw new RestartedError("the engine was started anew", { cause: error });
        }
        signal.throwIfAborted();
        throw error instanceof QueryError ? error : problemOf(error, sql);
      }
    },
  };
}

/** An engine in the middle of one long step hears no stop. */
class DeafError extends Error {}

function deafTo(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const wait = () => setTimeout(() => reject(new DeafError()), patience);
    signal.addEventListener("abort", wait, { once: true });
  });
}

/** What WebAssembly says of a program that failed, out of which there is no way back. */
function isBroken(error: unknown): boolean {
  const text = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  return /RuntimeError|unreachable|memory access out of bounds|table index is out of bounds|Aborted\(/.test(
    text,
  );
}
