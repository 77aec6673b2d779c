import { createRequire } from "node:module";
import { dirname } from "node:path";
import type { DuckDBBundles, Logger } from "@duckdb/duckdb-wasm";
import type { Table } from "apache-arrow";

interface Connection {
  query(sql: string): Table;
}

interface Database {
  instantiate(onProgress: () => void): Promise<unknown>;
  open(options: object): void;
  connect(): Connection;
  tokenize(text: string): { offsets: number[] };
}

/** What the package has for Node, which its exports do not name. */
interface Package {
  VoidLogger: new () => Logger;
  NODE_RUNTIME: object;
  createDuckDB(bundles: DuckDBBundles, logger: Logger, runtime: object): Promise<Database>;
}

const require = createRequire(import.meta.url);
const entry = "@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs";

/** The engine of the console, in this process: what it answers is what a browser gets. */
export async function openConsoleEngine(): Promise<Connection> {
  return (await openConsoleDatabase()).connect();
}

export async function openConsoleDatabase(): Promise<Database> {
  const duckdb = require(entry) as Package;
  const folder = dirname(require.resolve(entry));
  const bundle = { mainModule: `${folder}/duckdb-eh.wasm`, mainWorker: "" };
  const bundles = { mvp: bundle, eh: bundle };
  const database = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
  await database.instantiate(() => undefined);
  database.open({});
  return database;
}
