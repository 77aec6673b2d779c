import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { copyFile, mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { constants, createZstdCompress, type ZstdOptions, zstdCompress } from "node:zlib";
import { engineFiles, packedDatabase } from "../../src/shared/files.ts";
import { questionsName } from "../../src/shared/questions.ts";
import { projectRoot } from "./options.ts";
import { slimModule } from "./wasm/slim.ts";

const packaged = join(projectRoot, "node_modules/@duckdb/duckdb-wasm");
const cache = join(projectRoot, "node_modules/.cache/hourglass");
/** Of the way in which it is packed. */
const revision = 3;
const worker = join(packaged, "dist/duckdb-browser-eh.worker.js");

/**
 * Packs the browser's engine once per version, since that takes seconds: 34 MB become 4, which any
 * host serves. Only the build with exceptions is shipped; browsers without them are older than 2022.
 *
 * @returns path of the packed engine
 */
export async function packEngine(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packaged, "package.json"), "utf8")) as {
    version: string;
  };
  const path = join(cache, `duckdb-eh-${version}-${revision}.zst`);
  if (existsSync(path)) return path;
  await mkdir(cache, { recursive: true });
  const code = await readFile(worker, "utf8");
  // Whatever the worker's code names, and so may ask for.
  const words = new Set(code.match(/[A-Za-z_$][\w$]*/g));
  const slim = slimModule(await readFile(join(packaged, "dist/duckdb-eh.wasm")), (name) =>
    words.has(name),
  );
  // Two builds may pack at once; a name of its own until it is whole.
  const own = `${path}.${process.pid}`;
  await writeFile(own, await promisify(zstdCompress)(slim, packing(18, 25, slim.length)));
  await rename(own, path);
  return path;
}

/** Puts the engine, its worker and the packed list of questions into a drawn site. */
export async function shipEngine(site: string, packed: string): Promise<void> {
  const folder = join(site, engineFiles.folder);
  await mkdir(folder, { recursive: true });
  await copyFile(packed, join(folder, engineFiles.engine));
  await copyFile(worker, join(folder, engineFiles.worker));
  await packFile(worker, join(folder, engineFiles.packedWorker));
  await packFile(join(site, "data", questionsName), join(folder, engineFiles.questions));
}

/**
 * @param reach how far back a repetition is found, as a power of two
 * @param size which is told in the packed file: the browser unpacks no other
 */
function packing(level: number, reach: number, size: number): ZstdOptions {
  const { ZSTD_c_compressionLevel, ZSTD_c_windowLog } = constants;
  return {
    params: { [ZSTD_c_compressionLevel]: level, [ZSTD_c_windowLog]: reach },
    pledgedSrcSize: size,
  };
}

async function packFile(from: string, to: string): Promise<void> {
  const bytes = await readFile(from);
  await writeFile(to, await promisify(zstdCompress)(bytes, packing(12, 20, bytes.length)));
}

/**
 * A packed copy of the published database, for a browser to hold whole: a tenth of its bytes.
 *
 * @returns its path, or undefined where the database is too large to be held whole
 */
export async function packDatabase(database: string): Promise<string | undefined> {
  const { size } = await stat(database);
  if (size > packedDatabase.limit) return undefined;
  const path = `${database}.zst`;
  const packed = createZstdCompress(packing(6, 24, size));
  await pipeline(createReadStream(database), packed, createWriteStream(path));
  return path;
}

/** Puts the packed database beside the engine. */
export async function shipDatabase(site: string, packed: string): Promise<void> {
  await copyFile(packed, join(site, engineFiles.folder, packedDatabase.name));
}
