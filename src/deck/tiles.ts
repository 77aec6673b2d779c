import type { FigureModel } from "../figures/index.ts";
import { fitText } from "./fit.ts";
import type { Box } from "./powerpoint/xml.ts";
import type { Paragraph, TextElement } from "./slide.ts";

type Tiles = NonNullable<FigureModel["tiles"]>;

const columns = 4;
const gap = 16;
const padding = 14;

/** Headline numbers as boxes of words, four beside each other. */
export function tileElements(tiles: Tiles, box: Box): TextElement[] {
  const lines = Math.ceil(tiles.length / columns);
  const width = (box.width - gap * (columns - 1)) / columns;
  const height = Math.min(176, (box.height - gap * (lines - 1)) / lines);
  return tiles.flatMap((tile, place): TextElement[] => {
    const x = box.x + (place % columns) * (width + gap);
    const y = box.y + Math.floor(place / columns) * (height + gap);
    const room = width - 2 * padding;
    const value = fitText(tile.value, { width: room, height: 44 }, { most: 34, least: 14 }, true);
    const paragraphs: Paragraph[] = [
      { runs: [{ text: tile.name, size: 14, colour: "muted" }] },
      { runs: [{ text: value.text, size: value.size, isBold: true }], before: 2 },
      ...tile.lines.map(
        ({ text, tone }, line): Paragraph => ({
          runs: [
            {
              text,
              size: 13,
              colour: tone === undefined ? "muted" : tone === "good" ? "accent" : "lost",
              isBold: tone !== undefined,
            },
          ],
          before: line === 0 ? 8 : 3,
        }),
      ),
    ];
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
        box: { x: x + padding, y: y + padding, width: room, height: height - 2 * padding },
        paragraphs,
        size: 11,
      },
    ];
  });
}
