import { say } from "../../text/index.ts";
import { sheetAt } from "../export/sheet.ts";
import { tell } from "../export/told.ts";
import { element } from "../filter/elements.ts";
import { siteBase } from "./base.ts";
import { keepDeck, readDeck, withSlide } from "./kept.ts";

/** Puts the figure of a button into the reader's deck, as it is shown, and says so. */
export async function addToDeck(button: Element): Promise<void> {
  const words = say.deck.builder;
  try {
    const { figure, provenance, day, inputHash } = await sheetAt(button);
    const base = siteBase();
    const address = `${location.pathname.slice(base.length)}${location.search}#${figure.id}`;
    const deck = withSlide(readDeck(localStorage, base), {
      figure,
      provenance,
      day,
      inputHash,
      address,
    });
    keepDeck(localStorage, base, deck);
    const link = element("a", { href: `${base}deck/` }, words.open);
    tell(button, words.added(deck.slides.length), link);
  } catch (error) {
    tell(button, words.failed(error instanceof Error ? error.message : String(error)));
  }
}
