import { type Chart, palette } from "../../../charts/index.ts";
import { inLight } from "../../export/picture/light.ts";
import type { Vector } from "../../export/picture/pixels.ts";
import { escaped, siteFonts } from "../../export/picture/words.ts";

/** Words that a picture keeps when it leaves its page. */
export interface Caption {
  title: string;
  notes: readonly string[];
}

const edge = 24;
const line = 18;

/** A picture for files: its colours and fonts in it, light, with its title above and its notes below. */
export function standAlone({ svg, width, height }: Chart, { title, notes }: Caption): Vector {
  const { ink, muted, paper } = palette.light;
  const lines = notes.flatMap((note) => wrapped(note, Math.floor(width / 6)));
  const top = edge + line + 10;
  const whole = {
    width: width + 2 * edge,
    height: top + height + lines.length * line + edge + (lines.length > 0 ? 6 : 0),
  };
  const inside = inLight(svg).replace("<svg ", `<svg x="${edge}" y="${top}" overflow="visible" `);
  const text = (y: number, words: string, look: string) =>
    `<text x="${edge}" y="${y}" ${look}>${escaped(words)}</text>`;
  const below = lines.map((words, index) =>
    text(top + height + 6 + (index + 1) * line, words, `font-size="11" fill="${muted}"`),
  );
  const picture =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${whole.width}" height="${whole.height}" ` +
    `viewBox="0 0 ${whole.width} ${whole.height}" font-family="${escaped(siteFonts)}" color="${ink}" fill="${ink}">` +
    `<rect width="100%" height="100%" fill="${paper}"/>` +
    `${text(edge + 12, title, `font-size="15" font-weight="600"`)}${inside}${below.join("")}</svg>\n`;
  return { svg: picture, ...whole };
}

function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
