import type { FigureModel, PageFormats, Provenance } from "../figures/index.ts";
import { say } from "../text/index.ts";
import { heatTable } from "./heat.ts";
import { parseMarkdown } from "./markdown/blocks.ts";
import { axisStart } from "./powerpoint/chart/chart.ts";
import { contentBox, findingPlaces } from "./powerpoint/places.ts";
import type { Template } from "./powerpoint/theme.ts";
import type { Box } from "./powerpoint/xml.ts";
import { shownAs } from "./shown-as.ts";
import type { Element, Paragraph, Slide } from "./slide.ts";
import { type Sheet, tablePages, transposed } from "./table.ts";
import { tileElements } from "./tiles.ts";
import {
  commentaryElement,
  measureElement,
  numberElement,
  sentencesElement,
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

/** Between a figure and the words beside it. */
const gutter = 24;

/** The slides of a figure: one, unless its table is long. */
export function figureSlides(slide: FigureSlide, setting: Setting): Slide[] {
  const { figure, provenance, commentary, title = provenance.title } = slide;
  const { inputHash = setting.inputHash } = slide;
  const words = commentary === undefined ? [] : parseMarkdown(commentary);
  const { page } = setting.template;
  const places = findingPlaces(page);
  const content = contentBox(page);
  const box =
    words.length > 0
      ? { ...content, width: places.commentary.box.x - gutter - content.x }
      : content;
  const drawn = drawFigure(figure, box, setting);
  return drawn.pages.map((elements, index) => {
    const own =
      drawn.pages.length === 1 ? title : say.deck.pages(title, index + 1, drawn.pages.length);
    return {
      layout: "finding",
      elements: [
        titleElement(own, places),
        measureElement(provenance.measure, places),
        ...elements,
        ...(words.length > 0 ? [commentaryElement(words, places.commentary)] : []),
        sourceElement([provenance.facts, ...drawn.notes], provenance.source, inputHash, places),
        numberElement(places),
      ],
      notes: notesOf(slide, inputHash),
    };
  });
}

/** A slide of words alone. */
export function textSlide(
  { title, text, notes }: { title: string; text: string; notes?: string | undefined },
  { template: { page } }: Setting,
): Slide {
  const places = findingPlaces(page);
  const place = { ...places.commentary, box: contentBox(page), size: 20 };
  return {
    layout: "finding",
    elements: [
      titleElement(title, places),
      commentaryElement(parseMarkdown(text), place),
      numberElement(places),
    ],
    notes: notes === undefined ? [] : [notes],
  };
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
  const { pages } = tablePages(table, contentBox(page));
  const places = findingPlaces(page);
  const titleOf = (index: number) =>
    pages.length === 1 ? title : say.deck.pages(title, index + 1, pages.length);
  return pages.map((drawn, index) => ({
    layout: "finding",
    elements: [
      titleElement(titleOf(index), places),
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
function drawFigure(
  figure: SlideFigure,
  box: Box,
  { format, template }: Setting,
): { pages: Element[][]; notes: string[] } {
  const { native, tiles, sentences, table, measure, finding, id } = figure;
  const isChart = shownAs(figure) === "chart";
  const named = { name: measure, description: `${finding}. ${measure}.` };
  if (tiles) return { pages: [tileElements(tiles, box)], notes: [] };
  if (sentences) return { pages: [[sentencesElement(sentences, box, measure)]], notes: [] };
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
    };
  }
  if (native && isChart) {
    const write = format[native.unit];
    const start = axisStart(native);
    return {
      pages: [[{ kind: "chart", box, chart: native, write, ...named }]],
      notes: start === 0 ? [] : [say.deck.cut(write(start))],
    };
  }
  if (!table) return { pages: [], notes: [] };
  const { pages, left } = tablePages(id === "quarters" ? transposed(table) : table, box);
  return {
    pages: pages.map((page) => [{ ...page, ...named }]),
    notes: left > 0 ? [say.deck.moreRows(left)] : [],
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
