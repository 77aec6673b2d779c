import type { Deck } from "../contracts/index.ts";
import { type ShownFigure, slideOf } from "./figures.ts";

/** What a slide says beside its numbers, as it was presented. */
export interface SlideWords {
  /** Of its figure, with the segment that it is of; absent on a slide of words alone. */
  figure?: string;
  title: string;
  /** What the figure found, be it the title or not. */
  finding?: string;
  measure?: string;
  facts?: string;
  /** Markdown, as the deck file has it. */
  commentary?: string;
  text?: string;
  notes?: string;
}

/** A title that was computed from the data, and is another one now. */
export interface ChangedTitle {
  figure: string;
  measure: string;
  was: string;
  /** Null where the figure is shown no more. */
  now: string | null;
}

/** The words of every slide in their order; of definitions the metrics have them. */
export function wordsOf(
  { slides }: Pick<Deck, "slides">,
  figures: readonly ShownFigure[],
): SlideWords[] {
  return slides.flatMap((slide): SlideWords[] => {
    if (typeof slide !== "string" && !("figure" in slide)) return [given(slide)];
    const key = JSON.stringify(slideOf(slide));
    const figure = figures.find((one) => JSON.stringify(one.slide) === key);
    if (!figure) return [];
    const { id, finding, measure, facts } = figure;
    const own = typeof slide === "string" ? undefined : slide;
    const { commentary, notes } = own ?? {};
    const beside = given({ commentary, notes });
    return [{ figure: id, title: own?.title ?? finding, finding, measure, facts, ...beside }];
  });
}

/** Without fields that nobody filled. */
function given<T extends object>(fields: T): { [Name in keyof T]: NonNullable<T[Name]> } {
  const filled = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(filled) as { [Name in keyof T]: NonNullable<T[Name]> };
}

/** What figures find now that found something else when they were presented. */
export function changedTitles(
  words: readonly SlideWords[],
  figures: readonly ShownFigure[],
): ChangedTitle[] {
  const now = new Map(figures.map(({ id, finding }) => [id, finding]));
  return words.flatMap(({ figure = "", finding, measure = "" }) => {
    if (finding === undefined) return [];
    const found = now.get(figure) ?? null;
    return found === finding ? [] : [{ figure, measure, was: finding, now: found }];
  });
}
