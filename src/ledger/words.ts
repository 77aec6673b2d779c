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
  /** What else stands on the slide: lines of its tiles, what its chart marks and is held against. */
  said?: readonly string[];
  /** Markdown, as the deck file has it. */
  commentary?: string;
  text?: string;
  notes?: string;
}

/** Words that were computed from the data, and are others now. */
export interface ChangedWords {
  figure: string;
  measure: string;
  /** The title, the line under the figure, or something on it. */
  part: "finding" | "facts" | "said";
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
    const { id, finding, measure, facts, said } = figure;
    const own = typeof slide === "string" ? undefined : slide;
    const { commentary, notes } = own ?? {};
    const beside = given({ commentary, notes });
    return [{ figure: id, title: own?.title ?? finding, finding, measure, facts, said, ...beside }];
  });
}

/** Without fields that nobody filled. */
function given<T extends object>(fields: T): { [Name in keyof T]: NonNullable<T[Name]> } {
  const filled = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(filled) as { [Name in keyof T]: NonNullable<T[Name]> };
}

/** What slides said of their figures, and would not say now. */
export function changedWords(
  words: readonly SlideWords[],
  figures: readonly ShownFigure[],
): ChangedWords[] {
  const now = new Map(figures.map((figure) => [figure.id, figure]));
  return words.flatMap(({ figure = "", measure = "", finding, facts, said = [] }) => {
    const found = now.get(figure);
    const all = [
      { part: "finding" as const, was: finding, now: found?.finding },
      { part: "facts" as const, was: facts, now: found?.facts },
      ...said.map((was, place) => ({ part: "said" as const, was, now: found?.said[place] })),
    ];
    return all.flatMap(({ part, was, now: own = null }) =>
      was === undefined || was === own ? [] : [{ figure, measure, part, was, now: own }],
    );
  });
}
