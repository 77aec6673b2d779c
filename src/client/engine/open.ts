import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from "@duckdb/duckdb-wasm";
import { databaseName, engineFiles } from "../../shared/files.ts";
import type { Row } from "../../shared/query/index.ts";
import { type Answer, rowsOf } from "./rows.ts";

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
export function openEngine(base: string, onBytes: (bytes: number) => void): Promise<Engine> {
  opening ??= startEngine(base, onBytes).catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function startEngine(base: string, onBytes: (bytes: number) => void): Promise<Engine> {
  const addressOf = (path: string) => new URL(`${base}${path}`, location.href).href;
  const { folder, engine: engineFile, worker: workerFile } = engineFiles;
  const engine = await fetchUnpacked(addressOf(`${folder}/${engineFile}`), onBytes);
  const worker = new Worker(addressOf(`${folder}/${workerFile}`));
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  const address = URL.createObjectURL(engine);
  await database.instantiate(address, null);
  URL.revokeObjectURL(address);
  await database.open({
    // Without them a decimal 12.34 arrives as 1234.
    query: { castDecimalToDouble: true, castBigIntToDouble: true },
    // Hosts that answer no range requests give the whole file.
    filesystem: { allowFullHTTPReads: true },
  });
  const { HTTP } = DuckDBDataProtocol;
  await database.registerFileURL(databaseName, addressOf(`data/${databaseName}`), HTTP, false);
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

async function fetchUnpacked(address: string, onBytes: (bytes: number) => void): Promise<Blob> {
  const answer = await fetch(address);
  if (!answer.ok || !answer.body) {
    throw new Error(`${address} answered ${answer.status}; the engine cannot start without it`);
  }
  let bytes = 0;
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      onBytes(bytes);
      controller.enqueue(chunk);
    },
  });
  const unpacked = answer.body.pipeThrough(counter).pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked, { headers: { "content-type": "application/wasm" } }).blob();
}
