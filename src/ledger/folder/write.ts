import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { PresentedDeck } from "../presented.ts";
import { inputsCsv, names, numbersCsv } from "./files.ts";

/** Version of the form of a presented deck's folder. */
export const form = 1;

/** @throws where a deck of that name was presented before: it is never written over */
export function checkFree(folder: string, name: string): void {
  if (!existsSync(folder)) return;
  throw new Error(
    `--name ${JSON.stringify(name)} is taken: ${folder} is there; give another name, or move that folder away`,
  );
}

/**
 * Puts a deck down beside the rows that are in `draft` already, and gives the folder its name once
 * it is whole. The same deck gives the same bytes.
 *
 * @param draft folder beside the one that it becomes
 */
export async function writeDeck(draft: string, folder: string, deck: PresentedDeck): Promise<void> {
  const { numbers, definitions, inputs, slides, words } = deck;
  const { name, slug, asOf, asOfSource, input, hourglass } = deck;
  await writeFile(join(draft, names.numbers), numbersCsv(numbers, definitions.figures));
  await writeFile(join(draft, names.definitions), jsonOf(definitions));
  await writeFile(join(draft, names.inputs), inputsCsv(inputs));
  await writeFile(join(draft, names.words), jsonOf(words));
  const about = {
    form,
    name,
    slug,
    as_of: asOf,
    as_of_source: asOfSource,
    input,
    hourglass,
    slides,
    numbers: numbers.length,
    files: await hashesOf(draft),
  };
  await writeFile(join(draft, names.deck), jsonOf(about));
  checkFree(folder, name);
  await rename(draft, folder);
}

/** Does `work` in a folder of its own beside the presented decks, which is gone if that fails. */
export async function inDraft<T>(folder: string, work: (draft: string) => Promise<T>): Promise<T> {
  const draft = join(dirname(folder), `.draft-${process.pid}`);
  await mkdir(join(draft, names.rows), { recursive: true });
  try {
    return await work(draft);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** SHA-256 of every file, by its path in the folder. */
async function hashesOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hashes = paths.map(async (path) => [
    path.slice(folder.length + 1).replaceAll("\\", "/"),
    createHash("sha256")
      .update(await readFile(path))
      .digest("hex"),
  ]);
  return Object.fromEntries(await Promise.all(hashes));
}

const jsonOf = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
