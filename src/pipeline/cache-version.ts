import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Warehouse } from "../warehouse/index.ts";

const project = resolve(import.meta.dirname, "../..");
/** All code that decides which rows come out of a file, and how they are kept. */
const folders = ["src/contracts", "src/intake", "src/shared", "src/warehouse"];

/**
 * Hash over the sources of reading, the lockfile, the engine and Node: entries of a cache made by
 * any other code are not found.
 */
export async function cacheVersion(warehouse: Warehouse): Promise<string> {
  const [engine] = await warehouse.rows<{ version: string }>("select version() as version");
  const hash = createHash("sha256").update(`${engine?.version} ${process.version}\n`);
  const files = ["package-lock.json"];
  for (const folder of folders) {
    const entries = await readdir(join(project, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      if (entry.isFile()) files.push(join(entry.parentPath, entry.name));
    }
  }
  for (const file of files.sort()) {
    const source = await readFile(resolve(project, file)).catch(() => "");
    hash.update(`${file}\n`).update(source);
  }
  return hash.digest("hex");
}
