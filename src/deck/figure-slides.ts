import type { FigureModel, PageFormats, Provenance } from "../figures/index.ts";
import { say } from "../text/index.ts";
import { arrange, type Drawn, paged, wordPages } from "./arrange.ts";
import { heatTable } from "./heat.ts";
import { parseMarkdown } from "./markdown/blocks.ts";
import { axisStart, leastText } from "./powerpoint/chart/chart.ts";
import { contentBox, findingPlaces } from "./powerpoint/places.ts";
import type { Template } from "./powerpoint/theme.ts";
import type { Box } from "./powerpoint/xml.ts";
import { shownAs } from "./shown-as.ts";
import type { Paragraph, Slide } from "./slide.ts";
import { type Sheet, tablePages, transposed } from "./table.ts";
import { tileElements } from "./tiles.ts";
import {
  measureElement,
  numberElement,
  sentenceParagraphs,
  sourceElement,
  titleElement,
} from "./words.ts";

/** What a slide needs of a figure: plain data. */
export interface SlideFigure
  extends Pick<
    FigureModel,
    "id" | "measure" | "finding" | "native" | "tiles" | "sentences" | "model"
  > {
  table?: Sheet | undefined;
  sql: readonly string[];
}

/** A figure with what a slide says beside it. */
export interface FigureSlide {
  figure: SlideFigure;
  provenance: Provenance;
  /** Of the files that its numbers were made from, where those are not the deck's. */
  inputHash?: string | undefined;
  title?: string | undefined;
  /** Markdown. */
  commentary?: string | undefined;
  notes?: string | undefined;
}

/** What all slides of a deck share. */
export interface Setting {
  format: PageFormats;
  template: Template;
  inputHash: string;
}

/** The slides of a figure: one, unless its table is long, or the words about it need one of their own. */
export function figureSlides(slide: FigureSlide, setting: Setting): Slide[] {
  const { figure, provenance, commentary, title = provenance.title } = slide;
  const { inputHash = setting.inputHash } = slide;
  const { page } = setting.template;
  const places = findingPlaces(page);
  const { drawn, words, after } = arrange(
    parseMarkdown(commentary ?? ""),
    contentBox(page),
    places,
    (box) => drawFigure(figure, box, setting),
  );
  if (drawn.pages.length === 0) return [];
  const { measure, facts, source } = provenance;
  const middles = [
    ...drawn.pages.map((elements) => ({
      elements: [measureElement(measure, places), ...elements, ...(words ? [words] : [])],
      told: [facts, ...drawn.notes],
      notes: notesOf(slide, inputHash),
    })),
    ...after.map((own) => ({
      elements: [measureElement(measure, places), own],
      told: [],
      notes: own.paragraphs.map(spoken),
    })),
  ];
  return middles.map(({ elements, told, notes }, index) => ({
    layout: "finding",
    elements: [
      titleElement(titleOn(title, index, middles.length), places),
      ...elements,
      sourceElement(told, source, inputHash, places),
      numberElement(places),
    ],
    notes,
  }));
}

const titleOn = (title: string, index: number, all: number): string =>
  all === 1 ? title : say.deck.pages(title, index + 1, all);

/** Slides of words alone: one, unless they are long. */
export function textSlides(
  { title, text, notes }: { title: string; text: string; notes?: string | undefined },
  { template: { page } }: Setting,
): Slide[] {
  const places = findingPlaces(page);
  const pages = wordPages(parseMarkdown(text), contentBox(page), places.commentary.name);
  return pages.map((words, index) => ({
    layout: "finding",
    elements: [
      titleElement(titleOn(title, index, pages.length), places),
      words,
      numberElement(places),
    ],
    notes: notes === undefined ? [] : [notes],
  }));
}

/** A slide of a table that is no figure, such as the definitions; its speaker has the rows to read. */
export function tableSlides(
  {
    title,
    measure,
    source,
    table,
  }: { title: string; measure: string; source: string; table: Sheet },
  { template: { page }, inputHash }: Setting,
): Slide[] {
  const { pages } = tablePages(table, contentBox(page), Number.POSITIVE_INFINITY);
  const places = findingPlaces(page);
  return pages.map((drawn, index) => ({
    layout: "finding",
    elements: [
      titleElement(titleOn(title, index, pages.length), places),
      measureElement(measure, places),
      { ...drawn, name: title, description: title },
      sourceElement([], source, inputHash, places),
      numberElement(places),
    ],
    notes: [
      ...drawn.rows.slice(1).map((cells) => cells.map(({ text }) => text).join(": ")),
      say.deck.source(source, inputHash),
    ],
  }));
}

/** What stands in the middle of the slides, and what must be said of it under them. */
function drawFigure(figure: SlideFigure, box: Box, { format, template }: Setting): Drawn {
  const { native, tiles, sentences, table, measure, finding, id } = figure;
  const isChart = shownAs(figure) === "chart";
  const named = { name: measure, description: `${finding}. ${measure}.` };
  if (tiles) {
    const { elements, least } = tileElements(tiles, box);
    return { pages: [elements], notes: [], least };
  }
  if (sentences) {
    const pages = paged(sentenceParagraphs(sentences), box, { most: 18, least: 12 });
    return {
      pages: pages.map((page) => [{ kind: "text", name: measure, box, ...page }]),
      notes: [],
      least: Math.min(...pages.map(({ size }) => size)),
    };
  }
  if (native?.kind === "heat") {
    const { table: heat, shown } = heatTable(
      native,
      box,
      { share: format.wholeShare, number: format.number },
      template,
    );
    const all = native.series.length - 1;
    return {
      pages: [[{ ...heat, ...named }]],
      notes: [
        ...(native.series.some(({ faint = [] }) => faint.length > 0) ? [say.deck.pale] : []),
        ...(shown < all ? [say.deck.olderCohorts(shown, all)] : []),
      ],
      least: heat.size,
    };
  }
  if (native && isChart) {
    const write = format[native.unit];
    const start = axisStart(native);
    return {
      pages: [[{ kind: "chart", box, chart: native, write, ...named }]],
      notes: start === 0 ? [] : [say.deck.cut(write(start))],
      least: leastText(native, box, write),
    };
  }
  if (!table) return { pages: [], notes: [], least: 0 };
  const { pages, left } = tablePages(id === "quarters" ? transposed(table) : table, box);
  return {
    pages: pages.map((page) => [{ ...page, ...named }]),
    notes: left > 0 ? [say.deck.moreRows(left)] : [],
    least: Math.min(...pages.map(({ size }) => size)),
  };
}

/** A paragraph without its looks. */
function spoken({ runs, isBullet = false, number }: Paragraph): string {
  const text = runs.map((run) => run.text).join("");
  return isBullet ? `${number === undefined ? "•" : `${number}.`} ${text}` : text;
}

/** Where the numbers come from: caption with definitions, the queries, the hash of what was read. */
function notesOf(
  { figure, provenance, commentary, notes }: FigureSlide,
  inputHash: string,
): string[] {
  return [
    ...(notes === undefined ? [] : notes.split("\n")),
    ...parseMarkdown(commentary ?? "").map(spoken),
    ...provenance.caption.split("\n"),
    say.deck.input(inputHash),
    ...(figure.model === undefined ? [] : [figure.model]),
    ...figure.sql.flatMap((sql) => [say.deck.sql, ...sql.split("\n")]),
  ];
}
