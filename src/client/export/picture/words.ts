/** The site's own fonts: what is measured in them is drawn in them. */
export const siteFonts =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/** Fonts that drawing programs know by name. */
export const namedFonts = "Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif";

export interface Look {
  size: number;
  weight?: 400 | 600;
  isItalic?: boolean;
}

/** Pixels that a text takes. */
export type Measure = (text: string, look: Look) => number;

/** Measures as the browser draws. */
export function canvasMeasure(fonts: string): Measure {
  const context = document.createElement("canvas").getContext("2d");
  return (text, { size, weight = 400, isItalic = false }) => {
    if (!context) return text.length * size * 0.6;
    context.font = `${isItalic ? "italic " : ""}${weight} ${size}px ${fonts}`;
    return context.measureText(text).width;
  };
}

/** Lines that fit the width, broken at spaces, or within a word that fits no line. */
export function linesOf(text: string, width: number, look: Look, measure: Measure): string[] {
  const lines: string[] = [];
  for (const word of text.split(/[ \t\n]+/)) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`, look) <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(...piecesOf(word, width, look, measure));
    }
  }
  return lines;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

function piecesOf(word: string, width: number, look: Look, measure: Measure): string[] {
  if (measure(word, look) <= width) return [word];
  const pieces: string[] = [];
  let piece = "";
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== "" && measure(piece + segment, look) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += segment;
  }
  return [...pieces, piece];
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Text as XML holds it; signs that it cannot hold are left out. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu, "")
    .replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

export interface Line {
  x: number;
  y: number;
  colour: string;
  look: Look;
  anchor?: "end" | "middle";
}

/** A line of text as SVG, its baseline at y. */
export function textAt(text: string, { x, y, colour, look, anchor }: Line): string {
  const { size, weight, isItalic } = look;
  const attributes = [
    `x="${rounded(x)}" y="${rounded(y)}" font-size="${size}" fill="${colour}"`,
    ...(weight === 600 ? ['font-weight="600"'] : []),
    ...(isItalic ? ['font-style="italic"'] : []),
    ...(anchor ? [`text-anchor="${anchor}"`] : []),
  ];
  return `<text ${attributes.join(" ")}>${escaped(text)}</text>`;
}

export const rounded = (value: number): number => Math.round(value * 100) / 100;
