/**
 * Runs in the engine's worker before DuckDB's own code: gives it the engine's module from where the
 * browser keeps it, tells the page how far that is, and why it failed, which DuckDB's code does not.
 */
import { fetchUnpacked } from "./kept.ts";
import { type Told, type WorkerSetup, workerMark } from "./worker-messages.ts";

declare function importScripts(address: string): void;
declare const name: string;

const { engine, version, script } = JSON.parse(name) as WorkerSetup;
const fetchAny = globalThis.fetch;
const tell = (told: Told) => globalThis.postMessage({ [workerMark]: told });

tell({ isAwake: true });

const addressOf = (input: RequestInfo | URL) =>
  input instanceof Request ? input.url : String(input);

async function fetchEngine(): Promise<Response> {
  try {
    return await fetchUnpacked(engine, version, "application/wasm", (bytes, all) =>
      tell({ bytes, all }),
    );
  } catch (error) {
    tell({ failed: (error as Error).message });
    throw error;
  }
}

// DuckDB's code counts what comes piece by piece, which takes longer than compiling it.
const instantiate = WebAssembly.instantiateStreaming;
WebAssembly.instantiateStreaming = (_, imports) => instantiate(fetchEngine(), imports);
globalThis.fetch = async (input, init) =>
  addressOf(input) === engine ? new Response() : fetchAny(input, init);

globalThis.addEventListener("unhandledrejection", ({ reason }) =>
  tell({ failed: reason instanceof Error ? reason.message : String(reason) }),
);

// Every error of a statement would be told there too.
globalThis.console.log = () => undefined;

if (script) importScripts(script);
