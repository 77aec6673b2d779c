import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Definitions } from "../definitions/definitions.ts";
import { type PresentedDeck, presentedFolder } from "../presented.ts";
import type { SlideWords } from "../words.ts";
import { names, parseInputs, parseNumbers } from "./files.ts";
import { form } from "./write.ts";

/** A presented deck and where it lies. */
export interface KeptDeck extends PresentedDeck {
  folder: string;
}

interface About {
  form: number;
  name: string;
  slug: string;
  as_of: string;
  as_of_source: string;
  input: string;
  hourglass: string;
  slides: PresentedDeck["slides"];
  files: Record<string, string>;
}

/**
 * Every deck that was presented, newest day first.
 *
 * @param directory folder of the configuration
 * @throws where one is not whole, or not as it was presented: an incomplete ledger would hide what changed
 */
export async function readDecks(directory: string): Promise<KeptDeck[]> {
  const all = join(directory, presentedFolder);
  if (!existsSync(all)) return [];
  const entries = await readdir(all, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith("."));
  const decks = await Promise.all(folders.map(({ name }) => readDeck(join(all, name))));
  return decks.sort((a, b) => (a.asOf === b.asOf ? order(a.slug, b.slug) : order(b.asOf, a.asOf)));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

async function readDeck(folder: string): Promise<KeptDeck> {
  const about = await readAbout(folder);
  for (const [name, hash] of Object.entries(about.files)) {
    const content = await readFile(join(folder, name)).catch(() => undefined);
    if (!content) throw unreadable(folder, `${name} is missing`);
    const found = createHash("sha256").update(content).digest("hex");
    if (found === hash) continue;
    const says = `${names.deck} says ${hash.slice(0, 12)}`;
    throw unreadable(folder, `${name} has SHA-256 ${found.slice(0, 12)}, ${says}`);
  }
  const text = (name: string) => readFile(join(folder, name), "utf8");
  const { name, slug, as_of: asOf, as_of_source: asOfSource, input, hourglass, slides } = about;
  return {
    folder,
    name,
    slug,
    asOf,
    asOfSource,
    input,
    hourglass,
    slides,
    numbers: parseNumbers(await text(names.numbers)),
    definitions: JSON.parse(await text(names.definitions)) as Definitions,
    inputs: parseInputs(await text(names.inputs)),
    // Decks that were presented before words were kept have none.
    words: names.words in about.files ? (JSON.parse(await text(names.words)) as SlideWords[]) : [],
  };
}

async function readAbout(folder: string): Promise<About> {
  const text = await readFile(join(folder, names.deck), "utf8").catch(() => undefined);
  if (text === undefined) throw unreadable(folder, `${names.deck} is missing`);
  let about: Partial<About>;
  try {
    about = JSON.parse(text) as Partial<About>;
  } catch (cause) {
    throw unreadable(folder, `${names.deck} is not valid JSON`, cause);
  }
  const needed = [names.numbers, names.definitions, names.inputs];
  if (about.form !== form) {
    throw new Error(
      `${join(folder, names.deck)} is of form ${about.form}, expected ${form}; build with the version of Hourglass that presented it, or move the folder away`,
    );
  }
  const files = about.files ?? {};
  const unnamed = needed.filter((name) => !(name in files));
  if (unnamed.length > 0) throw unreadable(folder, `${names.deck} does not name ${unnamed[0]}`);
  return about as About;
}

function unreadable(folder: string, fact: string, cause?: unknown): Error {
  return new Error(
    `the presented deck ${folder} cannot be compared: ${fact}; bring the folder back from a backup, or move it out of ${presentedFolder}/ to build without it`,
    { cause },
  );
}
