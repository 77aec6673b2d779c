import { DuckDBDataProtocol } from "@duckdb/duckdb-wasm";
import { databaseName } from "../../shared/files.ts";
import type { Row } from "../../shared/query/index.ts";
import type { OnBytes } from "./kept.ts";
import { type Answer, rowsOf } from "./rows.ts";
import { startEngine } from "./start.ts";

export interface Engine {
  /** Rows of a select. */
  rows: (sql: string) => Promise<Row[]>;
  /** A statement whose rows nobody wants. */
  run: (sql: string) => Promise<void>;
}

/** Where the published database is attached, read-only. */
export const published = "hourglass";

let opening: Promise<Engine> | undefined;

/**
 * The engine with the site's database attached; fetched once per page. It can read no other file and
 * no other address afterwards, and that cannot be changed back.
 *
 * @param base address of the site, as /board/metrics/
 * @param onBytes told how many bytes of the engine have come so far
 * @throws an Error that says what did not come
 */
export function openEngine(base: string, onBytes: OnBytes): Promise<Engine> {
  opening ??= openOnce(base, onBytes).catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function openOnce(base: string, onBytes: OnBytes): Promise<Engine> {
  const config = {
    // Without them a decimal 12.34 arrives as 1234.
    query: { castDecimalToDouble: true, castBigIntToDouble: true },
    // Hosts that answer no range requests give the whole file.
    filesystem: { allowFullHTTPReads: true },
  };
  const database = await startEngine({ base, config, onBytes, isConfined: false });
  const address = new URL(`${base}data/${databaseName}`, location.href).href;
  await database.registerFileURL(databaseName, address, DuckDBDataProtocol.HTTP, false);
  const connection = await database.connect();
  const query = (sql: string) => connection.query(sql) as unknown as Promise<Answer>;
  await query(`attach '${databaseName}' as ${published} (read_only)`);
  await query("set enable_external_access = false");
  await query("set lock_configuration = true");
  return {
    rows: async (sql) => rowsOf(await query(sql)),
    run: async (sql) => void (await query(sql)),
  };
}
