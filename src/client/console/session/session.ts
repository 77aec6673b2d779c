import {
  type AsyncDuckDB,
  type AsyncDuckDBConnection,
  DuckDBDataProtocol,
} from "@duckdb/duckdb-wasm";
import type { Table } from "apache-arrow";
import { databaseName } from "../../../shared/files.ts";
import type { Row } from "../../../shared/query/index.ts";
import { published } from "../../engine/open.ts";
import { type Answer, rowsOf } from "../../engine/rows.ts";
import { type OnBytes, startEngine } from "../../engine/start.ts";
import { problemOf } from "./problem.ts";
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

/**
 * The engine with the published database attached read-only, and locked: it reads no other file and no
 * other address, and that cannot be changed back. The reader's statements find the database's tables by
 * their bare names, and make tables of their own in memory.
 *
 * @param base address of the site, as /board/metrics/
 */
export async function openSession(base: string, onBytes: OnBytes): Promise<Session> {
  const database = await startEngine(base, { filesystem: { allowFullHTTPReads: true } }, onBytes);
  const address = new URL(`${base}data/${databaseName}`, location.href).href;
  await database.registerFileURL(databaseName, address, DuckDBDataProtocol.HTTP, false);
  const reader = await database.connect();
  const panes = await database.connect();
  await reader.query(`attach '${databaseName}' as ${published} (read_only)`);
  // Of a connection, and a locked one cannot set it any more.
  for (const connection of [reader, panes]) {
    await connection.query(`set search_path = 'memory.main,${published}.main'`);
    await connection.query("set errors_as_json = true");
  }
  await reader.query("set enable_external_access = false");
  await reader.query("set lock_configuration = true");
  return {
    database,
    run: (sql, signal) => runOn(reader, sql, signal),
    rows: async (sql) => rowsOf((await panes.query(sql)) as unknown as Answer),
  };
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
