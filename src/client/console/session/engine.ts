import type { AsyncDuckDB, AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import type { OnBytes } from "../../engine/kept.ts";
import { published } from "../../engine/open.ts";
import { startEngine } from "../../engine/start.ts";
import { fetchPublished, fileName, type Publication } from "./published.ts";

/** An engine with the published database, ready for questions. */
export interface Live {
  database: AsyncDuckDB;
  /** What the reader runs. */
  reader: AsyncDuckDBConnection;
  /** What the panes ask beside it. */
  panes: AsyncDuckDBConnection;
}

/** Magic and version of the binary format. */
const emptyModule = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** What is told of the start. */
export interface Telling {
  /** Bytes that have come so far, and of how many where that is known. */
  onProgress: OnBytes;
  /** From now on the engine comes while the page is busy, too. */
  onAwake: () => void;
}

/**
 * The engine with the published database attached read-only, and locked: it reads no other file and no
 * other address, and that cannot be changed back. The reader's statements find the database's tables by
 * their bare names, and make tables of their own in memory.
 *
 * @throws an Error that says what did not come, or why the engine does not start
 */
export async function startLive(
  publication: Publication,
  { onProgress, onAwake }: Telling,
): Promise<Live> {
  // Where WebAssembly is not let in, that is heard before megabytes are fetched.
  new WebAssembly.Module(emptyModule);
  const told = progressOf(onProgress);
  const [database, register] = await Promise.all([
    startEngine({
      base: publication.base,
      // Of a database too large to be held: as much as is asked for, all where a host gives no parts.
      config: {
        filesystem: {
          allowFullHTTPReads: true,
          reliableHeadRequests: true,
          forceFullHTTPReads: false,
        },
      },
      onBytes: told.engine,
      onAwake,
      isConfined: true,
    }),
    fetchPublished(publication, told.database),
  ]);
  await register(database);
  const reader = await database.connect();
  const panes = await database.connect();
  await reader.query(`attach '${fileName}' as ${published} (read_only)`);
  // Of a connection, and a locked one cannot set it any more.
  for (const connection of [reader, panes]) {
    await connection.query(`set search_path = 'memory.main,${published}.main'`);
    await connection.query("set errors_as_json = true");
  }
  await reader.query("set enable_external_access = false");
  await reader.query("set lock_configuration = true");
  return { database, reader, panes };
}

/** Two that come side by side, told as one. */
function progressOf(onProgress: OnBytes): { engine: OnBytes; database: OnBytes } {
  const come = { engine: 0, database: 0 };
  const expected = { engine: Number.NaN, database: Number.NaN };
  const told =
    (part: keyof typeof come): OnBytes =>
    (bytes, all) => {
      come[part] = bytes;
      expected[part] = all ?? Number.NaN;
      const sum = expected.engine + expected.database;
      onProgress(come.engine + come.database, sum || undefined);
    };
  return { engine: told("engine"), database: told("database") };
}
