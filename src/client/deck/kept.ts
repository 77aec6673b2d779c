import type { Provenance, TakenFigure } from "../../figures/index.ts";

/** A figure in the reader's deck: the numbers as they were when it was taken. */
export interface KeptSlide {
  /** Tells it from the others of the deck. */
  key: number;
  figure: TakenFigure;
  provenance: Provenance;
  /** The day of the data and the hash of the files that its numbers are of. */
  day: string;
  inputHash: string;
  /** Path of its page, as the navigation has it, with its filter. */
  address: string;
  /** What the reader wrote; the figure's own where absent. */
  title?: string | undefined;
  commentary?: string | undefined;
  notes?: string | undefined;
}

export interface KeptDeck {
  title?: string | undefined;
  slides: readonly KeptSlide[];
}

/** What a deck is kept in: the browser's storage, or what a test has in its place. */
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Two sites of one host have a deck each. @param base path of the site, such as / or /board/ */
const nameOf = (base: string): string => `hourglass-deck ${base}`;

const version = 1;

/** The deck that is kept; empty where there is none, or one of another version. */
export function readDeck(shelf: Shelf, base: string): KeptDeck {
  try {
    const kept = JSON.parse(shelf.getItem(nameOf(base)) ?? "null");
    if (kept?.version === version && Array.isArray(kept.slides)) {
      return { title: kept.title, slides: kept.slides };
    }
  } catch {
    // What cannot be read is as good as nothing.
  }
  return { slides: [] };
}

/** @throws where the browser keeps nothing, or has no room left */
export function keepDeck(shelf: Shelf, base: string, deck: KeptDeck): void {
  if (deck.slides.length === 0 && !deck.title) shelf.removeItem(nameOf(base));
  else shelf.setItem(nameOf(base), JSON.stringify({ version, ...deck }));
}

/** The deck with a figure more, as its last slide. */
export function withSlide(deck: KeptDeck, slide: Omit<KeptSlide, "key">): KeptDeck {
  const key = 1 + Math.max(0, ...deck.slides.map((one) => one.key));
  return { ...deck, slides: [...deck.slides, { key, ...slide }] };
}

export const withoutSlide = (deck: KeptDeck, key: number): KeptDeck => ({
  ...deck,
  slides: deck.slides.filter((slide) => slide.key !== key),
});

/** A slide so many places later, or earlier where that is negative; at an end it stays. */
export function movedSlide(deck: KeptDeck, key: number, by: number): KeptDeck {
  const slides = [...deck.slides];
  const from = slides.findIndex((slide) => slide.key === key);
  const [slide] = from === -1 ? [] : slides.splice(from, 1);
  if (!slide) return deck;
  slides.splice(Math.min(slides.length, Math.max(0, from + by)), 0, slide);
  return { ...deck, slides };
}

export type Written = "title" | "commentary" | "notes";

/** A slide with what its reader wrote; nothing but blanks is nothing. */
export function rewordedSlide(deck: KeptDeck, key: number, field: Written, text: string): KeptDeck {
  const words = text.trim() === "" ? undefined : text;
  return {
    ...deck,
    slides: deck.slides.map((slide) => (slide.key === key ? { ...slide, [field]: words } : slide)),
  };
}
