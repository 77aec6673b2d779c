import type { Definition } from "../figures/index.ts";
import { say } from "../text/index.ts";
import {
  type FigureSlide,
  figureSlides,
  type Setting,
  tableSlides,
  textSlides,
} from "./figure-slides.ts";
import { fitText } from "./fit.ts";
import type { Money } from "./number-format.ts";
import { coverPlaces, findingPlaces } from "./powerpoint/places.ts";
import { writePresentation } from "./powerpoint/presentation.ts";
import { plain, type Slide } from "./slide.ts";
import { fitTitle } from "./words.ts";

/** A deck ready to be written: nothing in it has to be looked up. */
export interface DeckPlan extends Setting {
  title: string;
  subtitle: string;
  company: { name: string } & Money;
  /** The day of the data, such as 2025-09-30. */
  day: string;
  slides: readonly PlannedSlide[];
}

export type PlannedSlide =
  | ({ kind: "figure" } & FigureSlide)
  | { kind: "text"; title: string; text: string; notes?: string | undefined }
  /** Of the metrics of all figures before and after it. */
  | { kind: "definitions"; title?: string | undefined };

/** The PowerPoint file of a deck, in Node and in a browser: the same plan gives the same bytes. */
export function writeDeck(plan: DeckPlan): Promise<Blob> {
  const { title, company, day, template } = plan;
  const { name, locale, currency } = company;
  return writePresentation({
    title,
    author: name,
    day,
    template,
    money: { locale, currency },
    slides: slidesOf(plan),
  });
}

/** A cover, and the slides of a plan. */
export function slidesOf(plan: DeckPlan): Slide[] {
  const definitions = definitionsOf(plan.slides);
  return [cover(plan), ...plan.slides.flatMap((slide) => toldSlides(slide, plan, definitions))];
}

/** Titles of a plan that no slide holds whole, with how many of their letters it holds. */
export function longTitles({ slides, template }: DeckPlan): { title: string; fits: number }[] {
  const places = findingPlaces(template.page);
  return slides.flatMap(({ title }) => {
    if (title === undefined) return [];
    const { text } = fitTitle(title, places);
    return text === title ? [] : [{ title, fits: text.length - 1 }];
  });
}

function toldSlides(
  slide: PlannedSlide,
  plan: DeckPlan,
  definitions: readonly Definition[],
): Slide[] {
  switch (slide.kind) {
    case "figure":
      return figureSlides(slide, plan);
    case "text":
      return textSlides(slide, plan);
    case "definitions":
      return definitionSlides(slide.title, definitions, plan);
  }
}

/** Every metric and query of the deck, once, in the order of its slides. */
function definitionsOf(slides: readonly PlannedSlide[]): Definition[] {
  const all = slides.flatMap((slide) =>
    slide.kind === "figure" ? slide.provenance.definitions : [],
  );
  return [...new Map(all.map((one) => [`${one.name}\n${one.text}`, one])).values()];
}

function definitionSlides(
  title: string | undefined,
  definitions: readonly Definition[],
  plan: DeckPlan,
): Slide[] {
  const { company, day, format } = plan;
  const words = say.deck.definitions;
  const source = say.exports.source(company.name, format.day(day));
  const table = {
    columns: [{ label: words.metric, isWhole: true }, { label: words.definition }],
    rows: definitions.map(({ name, text }) => [name, text]),
  };
  return tableSlides({ title: title ?? words.title, measure: words.measure, source, table }, plan);
}

function cover({ title, subtitle, inputHash, template }: DeckPlan): Slide {
  const { title: place, subtitle: under } = coverPlaces(template.page);
  const fitted = fitText(title, place.box, { most: place.size, least: 20 }, true);
  return {
    layout: "cover",
    elements: [
      {
        kind: "text",
        name: place.name,
        place: "title",
        box: place.box,
        size: fitted.size,
        isHeading: true,
        isBold: true,
        anchor: "b",
        paragraphs: [plain(fitted.text)],
      },
      {
        kind: "text",
        name: under.name,
        place: "subtitle",
        box: under.box,
        size: under.size,
        colour: "muted",
        paragraphs: [
          plain(fitText(subtitle, { ...under.box, height: 48 }, { most: 18, least: 12 }).text),
          { runs: [{ text: say.deck.made(inputHash), size: 12 }], before: 8 },
        ],
      },
    ],
    notes: [say.deck.made(inputHash)],
  };
}
