import type { Deck } from "../contracts/index.ts";
import { shownAs } from "../deck/index.ts";
import { company, deckFigure, type FigureReport, type View, viewOf } from "../figures/index.ts";
import { say } from "../text/index.ts";
import type { PresentedFigure } from "./numbers.ts";

/** What a deck shows: a figure of everyone, or of a segment. */
export interface PresentedSlide {
  /** As the deck file names it. */
  figure: string;
  dimension: string;
  segment: string;
}

/** The figures of a deck, each once; slides of words have no numbers that could change. */
export function slidesOf({ slides }: Pick<Deck, "slides">): PresentedSlide[] {
  const all = slides.flatMap((slide): PresentedSlide[] => {
    if (typeof slide === "string") return [{ figure: slide, ...company }];
    if (!("figure" in slide)) return [];
    const [[dimension, segment = ""] = ["all", "all"]] = Object.entries(slide.filter ?? {});
    return [{ figure: slide.figure, dimension, segment }];
  });
  const seen = new Set<string>();
  return all.filter((slide) => {
    const key = JSON.stringify(slide);
    if (slide.figure === "definitions" || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** What the slides show of a report; a figure that its data cannot fill has no slide. */
export function presentedFigures(
  report: FigureReport,
  slides: readonly PresentedSlide[],
): PresentedFigure[] {
  const views = new Map<string, View>();
  return slides.flatMap(({ figure: name, dimension, segment }) => {
    const key = `${dimension}\n${segment}`;
    const view = views.get(key) ?? viewOf(report, { dimension, segment });
    views.set(key, view);
    const figure = deckFigure(view, name);
    if (!figure) return [];
    const { id, measure, table, native, queries } = figure;
    const whose = dimension === company.dimension ? undefined : whoseOf(view);
    return [
      {
        id: whose === undefined ? id : `${id} (${dimension} ${segment})`,
        figure: id,
        measure: whose === undefined ? measure : `${measure}, ${whose}`,
        queries,
        ...(shownAs(figure) === "chart" ? { native } : { table }),
      },
    ];
  });
}

const whoseOf = ({ scope: { dimension, segment }, format }: View): string =>
  `${say.site.dimensions[dimension] ?? dimension} ${format.segment(segment)}`;
