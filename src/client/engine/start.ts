import { AsyncDuckDB, type DuckDBConfig, VoidLogger } from "@duckdb/duckdb-wasm";
import { engineFiles } from "../../shared/files.ts";

/** Told how many bytes have come so far. */
export type OnBytes = (bytes: number) => void;

/**
 * The engine from the site's own host, unpacked and started, without a database.
 *
 * @param base address of the site, as /board/metrics/
 * @throws an Error that says what did not come
 */
export async function startEngine(
  base: string,
  config: DuckDBConfig,
  onBytes: OnBytes,
): Promise<AsyncDuckDB> {
  const addressOf = (path: string) => new URL(`${base}${path}`, location.href).href;
  const { folder, engine: engineFile, worker: workerFile } = engineFiles;
  const engine = await fetchUnpacked(addressOf(`${folder}/${engineFile}`), onBytes);
  const worker = new Worker(addressOf(`${folder}/${workerFile}`));
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  const address = URL.createObjectURL(engine);
  await database.instantiate(address, null);
  URL.revokeObjectURL(address);
  await database.open(config);
  return database;
}

async function fetchUnpacked(address: string, onBytes: OnBytes): Promise<Blob> {
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
