import type { Deck } from "../contracts/index.ts";
import { shownAs } from "../deck/index.ts";
import {
  company,
  deckFigure,
  type FigureModel,
  type FigureReport,
  type View,
  viewOf,
} from "../figures/index.ts";
import { say } from "../text/index.ts";
import type { PresentedFigure } from "./numbers.ts";

/** What a deck shows: a figure of everyone, or of a segment. */
export interface PresentedSlide {
  /** As the deck file names it. */
  figure: string;
  dimension: string;
  segment: string;
}

/** A figure as a slide shows it, with what it says. */
export interface ShownFigure extends PresentedFigure, Pick<FigureModel, "finding" | "facts"> {
  slide: PresentedSlide;
  /** Lines of its tiles, and what its chart marks and is held against; no events, which are of the configuration. */
  said: readonly string[];
}

/** What a slide shows; undefined of a slide of words. */
export function slideOf(slide: Deck["slides"][number]): PresentedSlide | undefined {
  if (typeof slide === "string") return { figure: slide, ...company };
  if (!("figure" in slide)) return undefined;
  const [[dimension, segment = ""] = ["all", "all"]] = Object.entries(slide.filter ?? {});
  return { figure: slide.figure, dimension, segment };
}

/** The figures of a deck, each once; slides of words have no numbers that could change. */
export function slidesOf({ slides }: Pick<Deck, "slides">): PresentedSlide[] {
  const all = slides.flatMap((slide) => slideOf(slide) ?? []);
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
): ShownFigure[] {
  const views = new Map<string, View>();
  return slides.flatMap((slide) => {
    const { figure: name, dimension, segment } = slide;
    const key = `${dimension}\n${segment}`;
    const view = views.get(key) ?? viewOf(report, { dimension, segment });
    views.set(key, view);
    const figure = deckFigure(view, name);
    if (!figure) return [];
    const { id, measure, finding, facts, table, native, queries } = figure;
    const whose = dimension === company.dimension ? undefined : whoseOf(view);
    return [
      {
        id: whose === undefined ? id : `${id} (${dimension} ${segment})`,
        figure: id,
        measure: whose === undefined ? measure : `${measure}, ${whose}`,
        queries,
        finding,
        facts,
        slide,
        said: saidOn(figure),
        ...(shownAs(figure) === "chart" ? { native } : { table }),
      },
    ];
  });
}

const whoseOf = ({ scope: { dimension, segment }, format }: View): string =>
  `${say.site.dimensions[dimension] ?? dimension} ${format.segment(segment)}`;

function saidOn(figure: FigureModel): string[] {
  const { tiles = [], native, events = [] } = figure;
  const happened = new Set(events.map(({ label }) => label));
  const { level, marks = [] } = (shownAs(figure) === "chart" && native) || {};
  return [
    ...tiles.map(({ name, lines }) => `${name}: ${lines.map(({ text }) => text).join("; ")}`),
    ...(level ? [level.name] : []),
    ...marks.flatMap(({ name, series }) => {
      if (happened.has(name)) return [];
      const of = series === undefined ? undefined : native?.series[series]?.name;
      return [of === undefined ? name : `${of}: ${name}`];
    }),
  ];
}
