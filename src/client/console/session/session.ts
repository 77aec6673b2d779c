import type { AsyncDuckDB, AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import type { Table } from "apache-arrow";
import { databaseName } from "../../../shared/files.ts";
import type { Row } from "../../../shared/query/index.ts";
import type { OnBytes } from "../../engine/kept.ts";
import { published } from "../../engine/open.ts";
import { type Answer, rowsOf } from "../../engine/rows.ts";
import { startEngine } from "../../engine/start.ts";
import { problemOf } from "./problem.ts";
import { fetchPublished, type Publication } from "./published.ts";
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
   * @throws a QueryError; an AbortError where the signal stopped it
   */
  run(sql: string, signal: AbortSignal): Promise<Answered>;
  /** Small answers as plain rows, decimals as text. */
  rows(sql: string): Promise<readonly Row[]>;
  database: AsyncDuckDB;
}

/** Rows that are fetched of one answer. */
export const rowLimit = 1_000_000;

/** Bytes that have come so far, and of how many where that is known. */
export type OnProgress = (bytes: number, all: number | undefined) => void;

/**
 * The engine with the published database attached read-only, and locked: it reads no other file and no
 * other address, and that cannot be changed back. The reader's statements find the database's tables by
 * their bare names, and make tables of their own in memory.
 *
 * @throws an Error that says what did not come, or why the engine does not start
 */
export async function openSession(
  publication: Publication,
  onProgress: OnProgress,
): Promise<Session> {
  const { engine, database } = progressOf(onProgress);
  const { base } = publication;
  // Of a database too large to be held, as much as is asked for; all of it where a host gives no parts.
  const filesystem = {
    allowFullHTTPReads: true,
    reliableHeadRequests: true,
    forceFullHTTPReads: false,
  };
  const [started, register] = await Promise.all([
    startEngine({ base, config: { filesystem }, onBytes: engine, isConfined: true }),
    fetchPublished(publication, database),
  ]);
  await register(started);
  const reader = await started.connect();
  const panes = await started.connect();
  await reader.query(`attach '${databaseName}' as ${published} (read_only)`);
  // Of a connection, and a locked one cannot set it any more.
  for (const connection of [reader, panes]) {
    await connection.query(`set search_path = 'memory.main,${published}.main'`);
    await connection.query("set errors_as_json = true");
  }
  await reader.query("set enable_external_access = false");
  await reader.query("set lock_configuration = true");
  return {
    database: started,
    run: (sql, signal) => runOn(reader, sql, signal),
    rows: async (sql) => rowsOf((await panes.query(sql)) as unknown as Answer),
  };
}

/** Two that come side by side, told as one. */
function progressOf(onProgress: OnProgress): { engine: OnBytes; database: OnBytes } {
  const parts = { engine: [0, 0], database: [0, 0] };
  const told =
    (part: keyof typeof parts): OnBytes =>
    (bytes, all) => {
      parts[part] = [bytes, all ?? Number.NaN];
      const [come, expected] = [0, 1].map(
        (place) => (parts.engine[place] ?? 0) + (parts.database[place] ?? 0),
      );
      onProgress(come ?? 0, expected || undefined);
    };
  return { engine: told("engine"), database: told("database") };
}

async function runOn(
  connection: AsyncDuckDBConnection,
  sql: string,
  signal: AbortSignal,
): Promise<Answered> {
  const started = performance.now();
  try {
    const { table, isCut } = await readStatement(connection, sql, signal, rowLimit);
    return { table, sql, isCut, milliseconds: performance.now() - started };
  } catch (error) {
    signal.throwIfAborted();
    throw problemOf(error, sql);
  }
}
