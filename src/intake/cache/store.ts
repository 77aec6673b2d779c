import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readEntry, writeEntry } from "./entry.ts";

export interface CacheOptions {
  directory: string;
  /** Everything besides file, contract and configuration that decides what rows come out: code, engine. */
  version: string;
  /** Bytes that the entries may take together; the ones not used for longest go first. */
  limit?: number;
}

/** Entries by key. Whatever happens to the folder, an entry is found as it was saved or not at all. */
export interface Cache {
  /** Key of an entry: parts in, one hash out. */
  keyOf(...parts: readonly unknown[]): string;
  /** Content of an entry, whose rows are then at `rowsTo`. */
  find(key: string, rowsTo: string): Promise<unknown>;
  save(key: string, content: unknown, rows: string | undefined): Promise<void>;
}

const defaultLimit = 1_000_000_000;
const suffix = ".entry";
const partSuffix = ".part";
/** A build that died left its part behind; no build takes a day. */
const deadAfter = 86_400_000;

export function openCache({ directory, version, limit = defaultLimit }: CacheOptions): Cache {
  const pathOf = (key: string) => join(directory, `${key}${suffix}`);
  return {
    keyOf(...parts) {
      return createHash("sha256")
        .update(JSON.stringify([version, ...parts]))
        .digest("hex");
    },
    find: (key, rowsTo) =>
      unlessRefused(async () => {
        await mkdir(dirname(rowsTo), { recursive: true });
        const content = await readEntry(pathOf(key), key, rowsTo);
        if (content === undefined) await rm(pathOf(key), { force: true });
        else await utimes(pathOf(key), new Date(), new Date()).catch(() => undefined);
        return content;
      }),
    async save(key, content, rows) {
      const part = join(directory, `${key}.${randomUUID()}${partSuffix}`);
      await unlessRefused(async () => {
        await mkdir(directory, { recursive: true });
        await writeEntry(part, { key, content }, rows);
        await rename(part, pathOf(key));
      });
      await unlessRefused(() => rm(part, { force: true }));
      await unlessRefused(() => shrink(directory, limit));
    },
  };
}

async function shrink(directory: string, limit: number): Promise<void> {
  const entries: { path: string; bytes: number; used: number }[] = [];
  for (const name of await readdir(directory)) {
    const path = join(directory, name);
    const found = await stat(path).catch(() => undefined);
    if (!found) continue;
    const isDead = name.endsWith(partSuffix) && Date.now() - found.mtimeMs > deadAfter;
    if (isDead) await rm(path, { force: true });
    if (name.endsWith(suffix)) entries.push({ path, bytes: found.size, used: found.mtimeMs });
  }
  entries.sort((left, right) => right.used - left.used);
  let total = 0;
  for (const { path, bytes } of entries) {
    total += bytes;
    if (total > limit) await rm(path, { force: true });
  }
}

/**
 * A cache that cannot be read or written (a full disk, no right, an entry removed meanwhile) costs
 * time, never a build: what the system refuses counts as not there.
 */
async function unlessRefused<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && "syscall" in error) return undefined;
    throw error;
  }
}
