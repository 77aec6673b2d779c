import type { FigureModel, PageFormats, Provenance } from "../figures/index.ts";
import { say } from "../text/index.ts";
import { fitText, heightOf, sizeThatFits } from "./fit.ts";
import { heatTable } from "./heat.ts";
import { parseMarkdown } from "./markdown/blocks.ts";
import { axisStart } from "./powerpoint/chart/chart.ts";
import { contentBox, type FindingPlaces, findingPlaces } from "./powerpoint/places.ts";
import type { Template } from "./powerpoint/theme.ts";
import type { Box } from "./powerpoint/xml.ts";
import { shownAs } from "./shown-as.ts";
import type { Element, Paragraph, PlaceName, Slide, TextElement } from "./slide.ts";
import { plain } from "./slide.ts";
import { type Sheet, tablePages, transposed } from "./table.ts";
import { tileElements } from "./tiles.ts";

/** What a slide needs of a figure: plain data. */
export interface SlideFigure
  extends Pick<FigureModel, "id" | "measure" | "finding" | "native" | "tiles" | "model"> {
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

/** A slide of a table that is no figure, such as the definitions. */
export function tableSlides(
  { title, measure, table }: { title: string; measure: string; table: Sheet },
  { template: { page } }: Setting,
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
      numberElement(places),
    ],
    notes: [],
  }));
}

/** What stands in the middle of the slides, and what must be said of it under them. */
function drawFigure(
  figure: SlideFigure,
  box: Box,
  { format, template }: Setting,
): { pages: Element[][]; notes: string[] } {
  const { native, tiles, table, measure, finding, id } = figure;
  const isChart = shownAs(figure) === "chart";
  const named = { name: measure, description: `${finding}. ${measure}.` };
  if (tiles) return { pages: [tileElements(tiles, box)], notes: [] };
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

function titleElement(title: string, places: FindingPlaces): TextElement {
  const { box, name, size: most } = places.title;
  const { text, size } = fitText(title, box, { most, least: 14 }, true);
  return {
    kind: "text",
    name,
    place: "title",
    box,
    size,
    isHeading: true,
    isBold: true,
    anchor: "b",
    paragraphs: [plain(text)],
  };
}

function measureElement(words: string, places: FindingPlaces): TextElement {
  const { box, name, size: most } = places.measure;
  const { text, size } = fitText(words, box, { most, least: 10 });
  const paragraphs = [plain(text)];
  return { kind: "text", name, place: "measure", box, size, colour: "muted", paragraphs };
}

function commentaryElement(
  words: readonly Paragraph[],
  { box, name, size: most }: { box: Box; name: string; size: number },
): TextElement {
  const size = sizeThatFits(
    { most, least: 9 },
    (points) => heightOf(words, box.width, points),
    box.height,
  );
  return {
    kind: "text",
    name,
    place: "commentary",
    box,
    size,
    paragraphs: fitting(words, box, size),
  };
}

/** As many paragraphs as there is room for; the last is cut. */
function fitting(words: readonly Paragraph[], box: Box, size: number): Paragraph[] {
  const kept: Paragraph[] = [];
  for (const paragraph of words) {
    if (heightOf([...kept, paragraph], box.width, size) > box.height) {
      kept.push({ runs: [{ text: "…" }] });
      break;
    }
    kept.push(paragraph);
  }
  return kept;
}

function sourceElement(
  facts: readonly string[],
  source: string,
  inputHash: string,
  places: FindingPlaces,
): TextElement {
  const { box, name } = places.source;
  const lines = [facts.join(" "), say.deck.source(source, inputHash)];
  const height = box.height / lines.length;
  const fitted = lines.map((line) => fitText(line, { ...box, height }, { most: 9, least: 7 }));
  const size = Math.min(...fitted.map((line) => line.size));
  return {
    kind: "text",
    name,
    place: "source",
    box,
    size,
    colour: "muted",
    paragraphs: fitted.map(({ text }) => plain(text)),
  };
}

const numberElement = ({ number: { name, box, size } }: FindingPlaces): TextElement => ({
  kind: "text",
  name,
  place: "number" satisfies PlaceName,
  box,
  size,
  colour: "muted",
  align: "r",
  paragraphs: [{ runs: [{ text: "‹#›", isNumber: true }] }],
});

/** Where the numbers come from: caption with definitions, the queries, the hash of what was read. */
function notesOf(
  { figure, provenance, commentary, notes }: FigureSlide,
  inputHash: string,
): string[] {
  return [
    ...(notes === undefined ? [] : notes.split("\n")),
    ...(commentary === undefined ? [] : commentary.split("\n")),
    ...provenance.caption.split("\n"),
    say.deck.input(inputHash),
    ...(figure.model === undefined ? [] : [figure.model]),
    ...figure.sql.flatMap((sql) => [say.deck.sql, ...sql.split("\n")]),
  ];
}
