import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { copyFile, mkdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { engineFiles } from "../../src/shared/files.ts";
import { projectRoot } from "./options.ts";

const packaged = join(projectRoot, "node_modules/@duckdb/duckdb-wasm");
const cache = join(projectRoot, "node_modules/.cache/hourglass");

/**
 * Packs the browser's engine once per version, since that takes a second: 34 MB become 8 MB, which any
 * host serves. Only the build with exceptions is shipped; browsers without them are older than 2022.
 *
 * @returns path of the packed engine
 */
export async function packEngine(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packaged, "package.json"), "utf8")) as {
    version: string;
  };
  const path = join(cache, `duckdb-eh-${version}.gz`);
  if (existsSync(path)) return path;
  await mkdir(cache, { recursive: true });
  // Two builds may pack at once; a name of its own until it is whole.
  const own = `${path}.${process.pid}`;
  await pipeline(
    createReadStream(join(packaged, "dist/duckdb-eh.wasm")),
    createGzip(),
    createWriteStream(own),
  );
  await rename(own, path);
  return path;
}

/** Puts the engine and its worker into a drawn site. */
export async function shipEngine(site: string, packed: string): Promise<void> {
  const folder = join(site, engineFiles.folder);
  await mkdir(folder, { recursive: true });
  await copyFile(packed, join(folder, engineFiles.engine));
  await copyFile(
    join(packaged, "dist/duckdb-browser-eh.worker.js"),
    join(folder, engineFiles.worker),
  );
}
