import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type Deck, parseDeck } from "../contracts/index.ts";
import { loadValue } from "./load-value.ts";

const names = ["deck.ts", "deck.mts", "deck.js", "deck.mjs", "deck.json"];

/**
 * The deck file beside a configuration; where there is none, the deck that all fields of one by
 * default make.
 *
 * @throws an Error that names the file, and what is wrong with it
 */
export async function loadDeck(directory: string): Promise<Deck> {
  const there = new Set(await readdir(directory));
  const [name, other] = names.filter((known) => there.has(known));
  if (name === undefined) return parseDeck({}, "the default");
  if (other !== undefined) {
    throw new Error(`${directory} holds both ${name} and ${other}; keep one of them`);
  }
  const path = join(directory, name);
  return parseDeck(await loadValue(path, "defineDeck"), path);
}
