import type { FigureModel } from "../figures/index.ts";
import { fitText, lineHeight, linesOf } from "./fit.ts";
import type { Box } from "./powerpoint/xml.ts";
import type { Paragraph, TextElement } from "./slide.ts";

type Tiles = NonNullable<FigureModel["tiles"]>;

const columns = 4;
const gap = 16;
const padding = 14;

/** Points of the lines under a number. */
const sizes = { most: 13, least: 9 } as const;

/** Headline numbers as boxes of words, four beside each other, at the largest size at which all have room. */
export function tileElements(tiles: Tiles, box: Box): { elements: TextElement[]; least: number } {
  const lines = Math.ceil(tiles.length / columns);
  const width = (box.width - gap * (columns - 1)) / columns;
  const height = Math.min(176, (box.height - gap * (lines - 1)) / lines);
  const room = { width: width - 2 * padding, height: height - 2 * padding };
  const hasRoom = (size: number) =>
    tiles.every((tile) => heightOf(wordsOf(tile, room.width, size), room.width) <= room.height);
  let size: number = sizes.most;
  while (size > sizes.least && !hasRoom(size)) size -= 1;
  const elements = tiles.flatMap((tile, place): TextElement[] => {
    const x = box.x + (place % columns) * (width + gap);
    const y = box.y + Math.floor(place / columns) * (height + gap);
    return [
      {
        kind: "text",
        name: `${tile.name}, ground`,
        box: { x, y, width, height },
        paragraphs: [],
        size: 11,
        fill: "soft",
      },
      {
        kind: "text",
        name: tile.name,
        box: { x: x + padding, y: y + padding, ...room },
        paragraphs: wordsOf(tile, room.width, size),
        size: 11,
      },
    ];
  });
  return { elements, least: hasRoom(size) ? size : 0 };
}

function wordsOf(tile: Tiles[number], width: number, size: number): Paragraph[] {
  const value = fitText(tile.value, { width, height: 44 }, { most: 34, least: 14 }, true);
  return [
    { runs: [{ text: tile.name, size: Math.min(14, size + 1), colour: "muted" }] },
    { runs: [{ text: value.text, size: value.size, isBold: true }], before: 2 },
    ...tile.lines.map(
      ({ text, tone }, line): Paragraph => ({
        runs: [
          {
            text,
            size,
            colour: tone === undefined ? "muted" : tone === "good" ? "accent" : "lost",
            isBold: tone !== undefined,
          },
        ],
        before: line === 0 ? 8 : 3,
      }),
    ),
  ];
}

function heightOf(paragraphs: readonly Paragraph[], width: number): number {
  return paragraphs.reduce((sum, { runs: [run], before = 0 }) => {
    const { text = "", size = 0, isBold } = run ?? {};
    return sum + before + linesOf(text, width, size, isBold) * size * lineHeight;
  }, 0);
}
