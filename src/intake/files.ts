import { glob, stat } from "node:fs/promises";
import { relative, resolve } from "node:path";
import type { Fault } from "./unreadable.ts";

export interface FoundFile {
  path: string;
  /** Relative to the configuration, with `/`. */
  name: string;
  bytes: number;
}

export interface FoundFiles {
  files: FoundFile[];
  /** By the path or pattern that found nothing. */
  faults: { name: string; fault: Fault }[];
}

/** The files of a path, a glob or a list of them, each once; those of a glob in order of name. */
export async function findFiles(
  patterns: string | readonly string[],
  directory: string,
): Promise<FoundFiles> {
  const found = new Map<string, FoundFile>();
  const faults: FoundFiles["faults"] = [];
  for (const pattern of [patterns].flat()) {
    const paths = await matching(pattern, directory);
    for (const [path, bytes] of paths) {
      const name = relative(directory, path).replaceAll("\\", "/");
      if (!found.has(path)) found.set(path, { path, name, bytes });
    }
    if (paths.size === 0) faults.push({ name: pattern, fault: nothingFound(pattern, directory) });
  }
  return { files: [...found.values()], faults };
}

async function matching(pattern: string, directory: string): Promise<Map<string, number>> {
  const names = [pattern];
  if (isGlob(pattern) && (await sizeOf(resolve(directory, pattern))) === undefined) {
    names.length = 0;
    for await (const name of glob(pattern, { cwd: directory })) names.push(name);
    names.sort((left, right) => (left < right ? -1 : 1));
  }
  const sizes = new Map<string, number>();
  for (const name of names) {
    const path = resolve(directory, name);
    const bytes = await sizeOf(path);
    if (bytes !== undefined) sizes.set(path, bytes);
  }
  return sizes;
}

function isGlob(pattern: string): boolean {
  return /[*?[{]/.test(pattern);
}

async function sizeOf(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? found.size : undefined;
}

function nothingFound(pattern: string, directory: string): Fault {
  const remedy =
    "check the path in the configuration; it is relative to the configuration's folder";
  return isGlob(pattern)
    ? { check: "no_file_matches", expected: `at least one file in ${directory}`, remedy }
    : { check: "missing_file", expected: `a file in ${directory}`, remedy };
}
