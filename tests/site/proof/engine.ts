import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import type { Browser, Page } from "playwright-core";
import { root } from "../build.ts";

/** A cell as the browser's engine gives it: days as YYYY-MM-DD, decimals and counts as numbers. */
export type Cell = string | number | boolean | null;
export type ResultRow = Record<string, Cell>;

export interface BrowserEngine {
  rows(sql: string): Promise<ResultRow[]>;
  /** Every address asked for that is not the test's own host. */
  foreign: string[];
  close(): Promise<void>;
}

const types: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
};

/** The package's own modules name each other without a path. */
const blank = `<!doctype html><script type="importmap">${JSON.stringify({
  imports: {
    "apache-arrow": "/packages/apache-arrow/Arrow.dom.mjs",
    flatbuffers: "/packages/flatbuffers/mjs/flatbuffers.js",
    tslib: "/packages/tslib/tslib.es6.mjs",
  },
})}</script><script type="module">
import * as duckdb from "/packages/@duckdb/duckdb-wasm/dist/duckdb-browser.mjs";
globalThis.duckdb = duckdb;
</script>`;

/** Serves the engine, as it comes from npm, and one database; nothing else. */
async function serveEngine(database: string) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    if (path === "/") {
      response.writeHead(200, { "content-type": "text/html" }).end(blank);
      return;
    }
    const packaged = normalize(path).replace(/^\/packages\//, "");
    const file = path === "/database" ? database : join(root, "node_modules", packaged);
    if (path.includes("..") || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "content-type": types[extname(file)] ?? "application/octet-stream",
    });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/**
 * DuckDB-WASM in a page of the browser, the published database attached read-only and in use. Every
 * request to another host is refused and recorded: the engine would fetch an extension where SQL
 * needs one that is not built in, such as icu.
 */
export async function openEngine(
  browser: Browser,
  database: string,
  timezoneId: string,
): Promise<BrowserEngine> {
  const server = await serveEngine(database);
  const context = await browser.newContext({ timezoneId });
  const foreign: string[] = [];
  await context.route("**/*", (route) => {
    const url = route.request().url();
    if (url.startsWith(server.origin) || url.startsWith("blob:")) return route.continue();
    foreign.push(url);
    return route.abort();
  });
  const page = await context.newPage();
  await page.goto(server.origin);
  await startIn(page);
  return {
    rows: (sql) => selectIn(page, sql),
    foreign,
    close: async () => {
      await context.close();
      await server.close();
    },
  };
}

interface Arrow {
  schema: { fields: { name: string; type: { toString(): string } }[] };
  toArray(): Record<string, unknown>[];
}

interface Engine {
  open(options: object): Promise<void>;
  instantiate(wasm: string): Promise<void>;
  registerFileBuffer(name: string, bytes: Uint8Array): Promise<void>;
  connect(): Promise<{ query(sql: string): Promise<Arrow> }>;
}

interface Package {
  VoidLogger: new () => object;
  AsyncDuckDB: new (logger: object, worker: Worker) => Engine;
}

/** Without the two casts a decimal 12.34 arrives as 1234. */
function startIn(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const dist = "/packages/@duckdb/duckdb-wasm/dist";
    const { duckdb } = globalThis as unknown as { duckdb: Package };
    const worker = new Worker(`${dist}/duckdb-browser-eh.worker.js`);
    const engine = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
    await engine.instantiate(`${location.origin}${dist}/duckdb-eh.wasm`);
    await engine.open({ query: { castDecimalToDouble: true, castBigIntToDouble: true } });
    const bytes = new Uint8Array(await (await fetch("/database")).arrayBuffer());
    await engine.registerFileBuffer("hourglass.duckdb", bytes);
    const connection = await engine.connect();
    await connection.query("attach 'hourglass.duckdb' as hourglass (read_only)");
    await connection.query("use hourglass");
    Object.assign(globalThis, { connection });
  });
}

async function selectIn(page: Page, sql: string): Promise<ResultRow[]> {
  const outcome = await page.evaluate(async (text) => {
    const { connection } = globalThis as unknown as {
      connection: { query(sql: string): Promise<Arrow> };
    };
    try {
      const table = await connection.query(text);
      const fields = table.schema.fields.map(({ name, type }) => ({
        name,
        isDay: type.toString().startsWith("Date"),
      }));
      const rows = table.toArray().map((row) =>
        Object.fromEntries(
          fields.map(({ name, isDay }) => {
            const value = row[name];
            if (value === null || value === undefined) return [name, null];
            if (isDay) return [name, new Date(Number(value)).toISOString().slice(0, 10)];
            return [name, typeof value === "bigint" ? Number(value) : value];
          }),
        ),
      );
      return { rows };
    } catch (error) {
      return { failure: String(error) };
    }
  }, sql);
  if (outcome.failure !== undefined) throw new Error(`${outcome.failure}\nin: ${sql}`);
  return outcome.rows as ResultRow[];
}
