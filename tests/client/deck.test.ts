import { describe, expect, it } from "vitest";
import {
  type KeptSlide,
  keepDeck,
  movedSlide,
  readDeck,
  rewordedSlide,
  type Shelf,
  withoutSlide,
  withSlide,
} from "../../src/client/deck/kept.ts";

/** What a browser keeps, in memory. */
function shelfWith(kept: Record<string, string> = {}): Shelf {
  const all = new Map(Object.entries(kept));
  return {
    getItem: (name) => all.get(name) ?? null,
    setItem: (name, text) => void all.set(name, text),
    removeItem: (name) => void all.delete(name),
  };
}

const slide = { day: "2025-09-30", inputHash: "abc", address: "#arr" } as Omit<KeptSlide, "key">;
const three = [slide, slide, slide].reduce(withSlide, { slides: [] });
const keysOf = (deck: { slides: readonly KeptSlide[] }) => deck.slides.map(({ key }) => key);

describe("the deck that a browser keeps", () => {
  it("gives every slide a key of its own, also after others went", () => {
    expect(keysOf(three)).toEqual([1, 2, 3]);
    expect(keysOf(withSlide(withoutSlide(three, 2), slide))).toEqual([1, 3, 4]);
  });

  it("moves a slide, and leaves it at an end", () => {
    expect(keysOf(movedSlide(three, 3, -1))).toEqual([1, 3, 2]);
    expect(keysOf(movedSlide(three, 1, -1))).toEqual([1, 2, 3]);
    expect(keysOf(movedSlide(three, 3, 5))).toEqual([1, 2, 3]);
    expect(keysOf(movedSlide(three, 9, 1))).toEqual([1, 2, 3]);
  });

  it("takes blanks for no words, so that the finding stands again", () => {
    const worded = rewordedSlide(three, 1, "title", "Ours");
    expect(worded.slides[0]?.title).toBe("Ours");
    expect(rewordedSlide(worded, 1, "title", "  ").slides[0]?.title).toBeUndefined();
  });

  it("is read back as it was kept, by each site of a host for itself", () => {
    const shelf = shelfWith();
    keepDeck(shelf, "/board/", { title: "Q3", ...three });
    expect(readDeck(shelf, "/board/")).toEqual({ title: "Q3", slides: three.slides });
    expect(readDeck(shelf, "/")).toEqual({ slides: [] });
    keepDeck(shelf, "/board/", { slides: [] });
    expect(shelf.getItem("hourglass-deck /board/")).toBeNull();
  });

  it("is empty where what is kept is broken, or of another version", () => {
    for (const text of ["{", "3", `{"version":2,"slides":[1]}`, `{"version":1}`]) {
      expect(readDeck(shelfWith({ "hourglass-deck /": text }), "/")).toEqual({ slides: [] });
    }
  });
});
