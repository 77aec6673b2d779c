import { heightOf, type Sizes, sizeThatFits } from "./fit.ts";
import type { FindingPlaces } from "./powerpoint/places.ts";
import type { Box } from "./powerpoint/xml.ts";
import type { Element, Paragraph, Run, TextElement } from "./slide.ts";
import { commentaryElement } from "./words.ts";

/** What stands in the middle of the slides of a figure. */
export interface Drawn {
  pages: Element[][];
  /** What must be said of it under them. */
  notes: string[];
  /** Points of its smallest text; 0 where some of it has no room. */
  least: number;
}

/** A figure with the words about it. */
export interface Arranged {
  drawn: Drawn;
  /** On every slide of the figure. */
  words: TextElement | undefined;
  /** Words that have slides of their own, after the figure's. */
  after: TextElement[];
}

/** Between a figure and the words beside it, and those under it. */
const gaps = { beside: 24, under: 16 } as const;
/** Points of text in a figure that a room can read. */
const readable = 9;
/** Of the words: beside a figure, under it, and on slides of their own. */
const sizes = {
  beside: { most: 14, least: 11 },
  under: { most: 14, least: 12 },
  own: { most: 20, least: 14 },
} as const;
/** Of the height of a figure. */
const mostUnder = 0.4;

/**
 * Words beside a figure where it stays as readable as it is alone, else under it, else on slides of
 * their own after it: no word is left out, and no figure shrinks for them.
 *
 * @param draw the figure in a box
 */
export function arrange(
  words: readonly Paragraph[],
  content: Box,
  { commentary }: Pick<FindingPlaces, "commentary">,
  draw: (box: Box) => Drawn,
): Arranged {
  const whole = draw(content);
  if (words.length === 0) return { drawn: whole, words: undefined, after: [] };
  const { name } = commentary;
  const isClear = ({ pages, notes, least }: Drawn) =>
    (least >= readable || least >= whole.least) &&
    pages.length <= whole.pages.length &&
    notes.join() === whole.notes.join();

  const size = sizeIn(words, commentary.box, sizes.beside);
  const narrow = draw({ ...content, width: commentary.box.x - gaps.beside - content.x });
  if (size !== undefined && isClear(narrow)) {
    const { box } = commentary;
    return { drawn: narrow, words: commentaryElement(words, { box, name, size }), after: [] };
  }
  const below = sizeIn(words, { ...content, height: mostUnder * content.height }, sizes.under);
  if (below !== undefined) {
    const height = heightOf(words, content.width, below);
    const low = draw({ ...content, height: content.height - height - gaps.under });
    const box = { ...content, y: content.y + content.height - height, height };
    if (isClear(low)) {
      return { drawn: low, words: commentaryElement(words, { box, name, size: below }), after: [] };
    }
  }
  return { drawn: whole, words: undefined, after: wordPages(words, content, name) };
}

/** Words on as many slides as they take. */
export const wordPages = (words: readonly Paragraph[], box: Box, name: string): TextElement[] =>
  paged(words, box, sizes.own).map(({ paragraphs, size }) =>
    commentaryElement(paragraphs, { box, name, size }),
  );

/** Paragraphs at the largest of the sizes at which one box holds them, else in as many as they take. */
export function paged(
  words: readonly Paragraph[],
  box: Box,
  between: Sizes,
): { paragraphs: Paragraph[]; size: number }[] {
  const size = sizeIn(words, box, between) ?? between.least;
  const pages: Paragraph[][] = [[]];
  const add = (paragraph: Paragraph) => {
    const page = pages.at(-1) ?? [];
    if (heightOf([...page, paragraph], box.width, size) <= box.height) page.push(paragraph);
    else if (page.length > 0) {
      pages.push([]);
      add({ ...paragraph, before: 0 });
    } else {
      const [start, rest] = divided(
        paragraph,
        (part) => heightOf([part], box.width, size) <= box.height,
      );
      page.push(start);
      if (rest.runs.length > 0) add(rest);
    }
  };
  for (const paragraph of words) add(paragraph);
  return pages.map((paragraphs) => ({ paragraphs, size }));
}

/** The largest of the sizes at which words have room; undefined where they have none. */
function sizeIn(
  words: readonly Paragraph[],
  { width, height }: Pick<Box, "width" | "height">,
  between: Sizes,
): number | undefined {
  const size = sizeThatFits(between, (points) => heightOf(words, width, points), height);
  return heightOf(words, width, size) <= height ? size : undefined;
}

/** As much of a paragraph as has room, a piece at least, and the rest of it. */
function divided(
  paragraph: Paragraph,
  hasRoom: (part: Paragraph) => boolean,
): [Paragraph, Paragraph] {
  const pieces = paragraph.runs.flatMap((run) =>
    run.text.split(pieceEnds).map((text): Run => ({ ...run, text })),
  );
  const partOf = (from: number, to: number): Paragraph => ({
    ...paragraph,
    runs: pieces.slice(from, to),
  });
  let [some, tooMany] = [1, pieces.length];
  while (tooMany - some > 1) {
    const middle = Math.floor((some + tooMany) / 2);
    if (hasRoom(partOf(0, middle))) some = middle;
    else tooMany = middle;
  }
  const { number: _, isBullet: _sign, ...rest } = partOf(some, pieces.length);
  return [partOf(0, some), rest];
}

/** After blanks; within words that no line holds, such as those of Chinese, anywhere after their first letters. */
const pieceEnds = /(?<=\s)(?=\S)|(?<=\S{20})(?=\S)/u;
