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
    const base = siteBase();
    const here = `${location.pathname.slice(base.length)}${location.search}`;
    const sheet = await sheetAt(button);
    const { figure, provenance, day, inputHash } = sheet;
    const address = (await sheet.address?.()) ?? `${here}#${figure.id}`;
    const deck = withSlide(readDeck(localStorage, base), {
      figure,
      provenance,
      day,
      inputHash,
      address,
    });
    try {
      keepDeck(localStorage, base, deck);
    } catch {
      return tell(button, words.full);
    }
    const link = element("a", { href: `${base}deck/` }, words.open);
    tell(button, words.added(deck.slides.length), link);
  } catch (error) {
    tell(button, words.failed(error instanceof Error ? error.message : String(error)));
  }
}
