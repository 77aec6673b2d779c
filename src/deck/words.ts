import type { FigureModel } from "../figures/index.ts";
import { say } from "../text/index.ts";
import { fitText } from "./fit.ts";
import type { FindingPlaces } from "./powerpoint/places.ts";
import type { Box } from "./powerpoint/xml.ts";
import { type Paragraph, type PlaceName, plain, type TextElement } from "./slide.ts";

/** A title at the size at which it has room; of a longer one the end is cut. */
export function fitTitle(title: string, { title: { box, size: most } }: FindingPlaces) {
  return fitText(title, box, { most, least: 14 }, true);
}

export function titleElement(title: string, places: FindingPlaces): TextElement {
  const { box, name } = places.title;
  const { text, size } = fitTitle(title, places);
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

export function measureElement(words: string, places: FindingPlaces): TextElement {
  const { box, name, size: most } = places.measure;
  const { text, size } = fitText(words, box, { most, least: 10 });
  const paragraphs = [plain(text)];
  return { kind: "text", name, place: "measure", box, size, colour: "muted", paragraphs };
}

/** Words of Markdown in a box. */
export const commentaryElement = (
  paragraphs: readonly Paragraph[],
  { box, name, size }: { box: Box; name: string; size: number },
): TextElement => ({ kind: "text", name, place: "commentary", box, size, paragraphs });

/** Sentences one under the other, each with the figure that it stands on. */
export const sentenceParagraphs = (sentences: NonNullable<FigureModel["sentences"]>): Paragraph[] =>
  sentences.map(({ text, of }, index) => ({
    isBullet: true,
    runs: [{ text: `${text} ` }, { text: `(${of})`, colour: "muted" }],
    before: index === 0 ? 0 : 8,
  }));

/** Under a figure: what it rests on, and where it comes from. */
export function sourceElement(
  facts: readonly string[],
  source: string,
  inputHash: string,
  places: FindingPlaces,
): TextElement {
  const { box, name } = places.source;
  const lines = [facts.join(" "), say.deck.source(source, inputHash)].filter(Boolean);
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

export const numberElement = ({ number: { name, box, size } }: FindingPlaces): TextElement => ({
  kind: "text",
  name,
  place: "number" satisfies PlaceName,
  box,
  size,
  colour: "muted",
  align: "r",
  paragraphs: [{ runs: [{ text: "‹#›", isNumber: true }] }],
});
