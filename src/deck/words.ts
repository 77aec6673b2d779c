import type { FigureModel } from "../figures/index.ts";
import { say } from "../text/index.ts";
import { fitText, heightOf, sizeThatFits } from "./fit.ts";
import type { FindingPlaces } from "./powerpoint/places.ts";
import type { Box } from "./powerpoint/xml.ts";
import { type Paragraph, type PlaceName, plain, type TextElement } from "./slide.ts";

export function titleElement(title: string, places: FindingPlaces): TextElement {
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

export function measureElement(words: string, places: FindingPlaces): TextElement {
  const { box, name, size: most } = places.measure;
  const { text, size } = fitText(words, box, { most, least: 10 });
  const paragraphs = [plain(text)];
  return { kind: "text", name, place: "measure", box, size, colour: "muted", paragraphs };
}

/** Words of Markdown, as large as there is room for them. */
export function commentaryElement(
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

/** Sentences one under the other, each with the figure that it stands on, as large as there is room for them. */
export function sentencesElement(
  sentences: NonNullable<FigureModel["sentences"]>,
  box: Box,
  name: string,
): TextElement {
  const words = sentences.map(
    ({ text, of }, index): Paragraph => ({
      isBullet: true,
      runs: [{ text: `${text} ` }, { text: `(${of})`, colour: "muted" }],
      before: index === 0 ? 0 : 8,
    }),
  );
  const height = (points: number) => heightOf(words, box.width, points);
  const size = sizeThatFits({ most: 18, least: 9 }, height, box.height);
  return { kind: "text", name, box, size, paragraphs: fitting(words, box, size) };
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
