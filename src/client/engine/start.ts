import { AsyncDuckDB, type DuckDBConfig, PACKAGE_VERSION, VoidLogger } from "@duckdb/duckdb-wasm";
import { engineFiles } from "../../shared/files.ts";
import { fetchUnpacked, type OnBytes } from "./kept.ts";
import ownScript from "./worker.ts?worker&url";
import { type Told, type WorkerSetup, workerMark } from "./worker-messages.ts";

/** Of the way in which the engine is packed: another one is another file. */
const revision = 3;

interface Start {
  /** Address of the site, as /board/metrics/. */
  base: string;
  config: DuckDBConfig;
  onBytes: OnBytes;
  /** The worker runs: from then on the engine comes while the page is busy, too. */
  onAwake?: () => void;
  /** Whether the page's own content security policy holds in the worker, too. */
  isConfined: boolean;
}

/**
 * The engine from the site's own host, unpacked and started, without a database.
 *
 * @throws an Error that says what did not come, or why the engine does not start
 */
export async function startEngine(start: Start): Promise<AsyncDuckDB> {
  const addressOf = (path: string) => new URL(path, location.href).href;
  const folder = `${start.base}${engineFiles.folder}/`;
  const version = `${PACKAGE_VERSION}-${revision}`;
  const engine = addressOf(`${folder}${engineFiles.engine}`);
  const own = addressOf(ownScript);
  const setup: WorkerSetup = {
    engine,
    version,
    ...(!start.isConfined && { script: addressOf(`${folder}${engineFiles.worker}`) }),
  };
  const code = start.isConfined
    ? await confined(own, addressOf(`${folder}${engineFiles.packedWorker}`), version)
    : own;
  const worker = new Worker(code, { name: JSON.stringify(setup) });
  const failed = listen(worker, start);
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  try {
    await Promise.race([database.instantiate(engine, null), failed]);
    await Promise.race([database.open(start.config), failed]);
    return database;
  } catch (error) {
    worker.terminate();
    throw error;
  }
}

/**
 * A worker of a blob has the policy of the page that made it; one of a file has the host's, or none.
 * That policy lets no blob be imported, so DuckDB's code stands in the blob itself.
 */
async function confined(own: string, packed: string, version: string): Promise<string> {
  const type = "text/javascript";
  const answer = await fetchUnpacked(packed, version, type, () => undefined);
  const first = `importScripts(${JSON.stringify(own)});\n`;
  return URL.createObjectURL(new Blob([first, await answer.text()], { type }));
}

/** Hears what our part of the worker tells; rejects with what it says has failed. */
function listen(worker: Worker, { onBytes, onAwake }: Start): Promise<never> {
  return new Promise((_, reject) => {
    worker.addEventListener("message", (event: MessageEvent<{ [workerMark]?: Told }>) => {
      const told = event.data[workerMark];
      if (!told) return;
      event.stopImmediatePropagation();
      if ("failed" in told) reject(new Error(told.failed));
      else if ("isAwake" in told) onAwake?.();
      else onBytes(told.bytes, told.all);
    });
    worker.addEventListener("error", ({ message }) =>
      reject(new Error(`the engine's worker did not start${message ? `: ${message}` : ""}`)),
    );
  });
}
