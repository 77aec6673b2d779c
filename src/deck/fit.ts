import { textWidth, truncate } from "../charts/index.ts";
import type { Paragraph } from "./slide.ts";

/** Of the size of the text. */
export const lineHeight = 1.2;

/** Lines that a text takes, broken at spaces; a word wider than the line is broken too. */
export function linesOf(text: string, width: number, size: number, isBold = false): number {
  return text.split("\n").reduce((lines, part) => {
    let used = 0;
    let count = 1;
    for (const word of part.split(" ")) {
      const wide = textWidth(word, size, isBold);
      const next = used === 0 ? wide : used + textWidth(" ", size, isBold) + wide;
      if (next <= width) used = next;
      else {
        const broken = Math.max(1, Math.ceil(wide / width));
        count += broken - (used === 0 ? 1 : 0);
        used = wide - (broken - 1) * width;
      }
    }
    return lines + count;
  }, 0);
}

/** Points that paragraphs take, one under the other. */
export function heightOf(paragraphs: readonly Paragraph[], width: number, size: number): number {
  const hang = hangingOf(paragraphs, size);
  return paragraphs.reduce((sum, paragraph) => {
    const { runs, before = 0 } = paragraph;
    const text = runs.map((run) => run.text).join("");
    const isBold = runs.some((run) => run.isBold);
    const room = width - insetOf(paragraph, hang);
    return sum + before + linesOf(text, room, size, isBold) * size * lineHeight;
  }, 0);
}

/** Points that the signs of lists take before the words of their items. */
export interface Hanging {
  bullet: number;
  number: number;
}

/** Of these paragraphs: the widest number has room, and a gap behind it. */
export function hangingOf(paragraphs: readonly Paragraph[], size: number): Hanging {
  const numbers = paragraphs.flatMap(({ number }) => (number === undefined ? [] : [`${number}.`]));
  const widest = Math.max(0, ...numbers.map((text) => textWidth(text, size, true)));
  const bullet = Math.max(13.5, 0.9 * size);
  return { bullet, number: Math.max(bullet, widest + 0.5 * size) };
}

/** Points by which the words of an item stand in, with those that its sign takes. */
export function insetOf({ isBullet, level = 0, number }: Paragraph, hang: Hanging): number {
  if (!isBullet) return 0;
  return hang.bullet * level + (number === undefined ? hang.bullet : hang.number);
}

export interface Sizes {
  most: number;
  least: number;
}

/** The largest of the sizes at which the height fits, or the least of them. */
export function sizeThatFits(
  { most, least }: Sizes,
  height: (size: number) => number,
  room: number,
) {
  let size = most;
  while (size > least && height(size) > room) size -= 1;
  return size;
}

/** A text at the size at which it fits; what does not fit at the least size ends in an ellipsis. */
export function fitText(
  text: string,
  box: { width: number; height: number },
  sizes: Sizes,
  isBold = false,
): { text: string; size: number } {
  const height = (size: number, words = text) =>
    linesOf(words, box.width, size, isBold) * size * lineHeight;
  const size = sizeThatFits(sizes, height, box.height);
  if (height(size) <= box.height) return { text, size };
  const lines = Math.max(1, Math.floor(box.height / (size * lineHeight)));
  // A line breaks before its end: some of each is not used.
  let room = lines * box.width;
  let cut = truncate(text, room, size, isBold);
  while (height(size, cut) > box.height && room > box.width / 2) {
    room -= box.width / 4;
    cut = truncate(text, room, size, isBold);
  }
  return { text: cut, size };
}
