import type { Definitions } from "./definitions/definitions.ts";
import type { PresentedSlide } from "./figures.ts";
import type { PresentedNumber } from "./numbers.ts";
import type { SlideWords } from "./words.ts";

/** A deck as it was presented. */
export interface PresentedDeck {
  name: string;
  /** Name of its folder. */
  slug: string;
  /** Day up to which its numbers count, YYYY-MM-DD. */
  asOf: string;
  asOfSource: string;
  /** One hash over every file that was read. */
  input: string;
  /** Version of Hourglass that presented it. */
  hourglass: string;
  slides: PresentedSlide[];
  /** What the slides said. */
  words: SlideWords[];
  numbers: PresentedNumber[];
  definitions: Definitions;
  inputs: PresentedInput[];
}

/** A file as it was read. */
export interface PresentedInput {
  file: string;
  dataset: string;
  sha256: string;
  bytes: number;
  rows: number;
  accepted: number;
  setAside: number;
}

/** Folder of all presented decks, beside the configuration's own. */
export const presentedFolder = "presented";

/** What a deck's folder is called: letters and digits of its name, in lower case. */
export function slugOf(name: string): string {
  const slug = name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "");
  if (slug === "") {
    throw new Error(
      `--name ${JSON.stringify(name)} has no letter or digit; give a name such as "Q3 board"`,
    );
  }
  return slug;
}
