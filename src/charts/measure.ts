/** Widths in em of the widest of the common interface fonts (Segoe, San Francisco, Roboto, DejaVu), so that labels fit in all. */
const classes: readonly [RegExp, number][] = [
  [/[ijl|!'.,:;()[\]\s]/, 0.36],
  [/[ftrI/-]/, 0.42],
  [/[mwMW@%]/, 0.92],
  [/\d/, 0.64],
  [/[A-Z$&+=~<>×−]/, 0.7],
  [/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/u, 1],
  [/\p{Emoji_Presentation}/u, 1.3],
];
const otherWidth = 0.61;

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The segmenter takes a hundred times as long as a look at plain letters. */
const plain = /^[ -~]*$/;

const split = (text: string): string[] =>
  plain.test(text) ? text.split("") : Array.from(graphemes.segment(text), (part) => part.segment);

const known = new Map<string, number>();

function emWidth(sign: string): number {
  let em = known.get(sign);
  if (em === undefined) {
    em = classes.find(([pattern]) => pattern.test(sign))?.[1] ?? otherWidth;
    known.set(sign, em);
  }
  return em;
}

const pixels = (em: number, size: number, isBold: boolean): number =>
  em * size * (isBold ? 1.15 : 1);

/** Estimated pixels that the text takes; bold runs wider. */
export function textWidth(text: string, size: number, isBold = false): number {
  const em = split(text).reduce((sum, sign) => sum + emWidth(sign), 0);
  return pixels(em, size, isBold);
}

export const widest = (texts: readonly string[], size: number, isBold = false): number =>
  Math.max(0, ...texts.map((text) => textWidth(text, size, isBold)));

/** The text, or as much of it as fits with an ellipsis; the whole stays in the table beside the chart. */
export function truncate(text: string, width: number, size: number, isBold = false): string {
  if (textWidth(text, size, isBold) <= width) return text;
  const [first = "", ...others] = split(text);
  let kept = first;
  let em = emWidth(first);
  for (const sign of others) {
    em += emWidth(sign);
    if (pixels(em + emWidth("…"), size, isBold) > width) break;
    kept += sign;
  }
  return `${kept.trimEnd()}…`;
}

/** At most so many lines that fit the width, broken at spaces. */
export function wrap(text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    const isLast = lines.length === most;
    if (line !== undefined && (isLast || textWidth(`${line} ${word}`, size) <= width)) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines.map((line) => truncate(line, width, size));
}

/** Places labels that want the given centres at least `gap` apart within low..high; same order as given. */
export function dodge(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted
    .map((_, index) => index)
    .sort((a, b) => at(wanted, a) - at(wanted, b) || a - b);
  const blocks: { sum: number; indexes: number[] }[] = [];
  const start = ({ sum, indexes }: (typeof blocks)[number]) => {
    const span = gap * (indexes.length - 1);
    return Math.max(low, Math.min(high - span, sum / indexes.length - span / 2));
  };
  for (const index of order) {
    let block = { sum: at(wanted, index), indexes: [index] };
    let before = blocks.at(-1);
    while (before && start(before) + gap * before.indexes.length > start(block)) {
      blocks.pop();
      block = { sum: before.sum + block.sum, indexes: [...before.indexes, ...block.indexes] };
      before = blocks.at(-1);
    }
    blocks.push(block);
  }
  const placed = new Array<number>(wanted.length).fill(low);
  for (const block of blocks) {
    for (const [step, index] of block.indexes.entries()) placed[index] = start(block) + gap * step;
  }
  return placed;
}

const at = (values: readonly number[], index: number): number => values[index] ?? 0;
