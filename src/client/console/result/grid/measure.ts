import type { Result, ResultColumn } from "../values/result.ts";

/** Cells whose texts decide how wide the columns begin, and of how many rows at most. */
const mostCells = 10_000;
const mostRows = 100;
const widestAtFirst = 360;
const narrowestAtFirst = 64;
/** Beside the text: the cell's padding; a title's signs for order and pin. */
const padding = 22;
const signs = 34;

/** Pixels that a text takes in the fonts of cells and titles. */
export interface Pens {
  cell: (text: string) => number;
  title: (text: string) => number;
  type: (text: string) => number;
}

export function pensOf(host: HTMLElement): Pens {
  const context = document.createElement("canvas").getContext("2d");
  const { fontFamily, fontSize } = getComputedStyle(host);
  const pen = (font: string) => (text: string) => {
    if (!context) return text.length * 8;
    context.font = font;
    return context.measureText(text).width;
  };
  const small = `${Number.parseFloat(fontSize) * 0.85}px`;
  return {
    cell: pen(`${fontSize} ${fontFamily}`),
    title: pen(`600 ${fontSize} ${fontFamily}`),
    type: pen(`${small} ${fontFamily}`),
  };
}

/** Width of a column at which its title and most of its first texts are seen whole. */
export function fittingWidth(
  column: ResultColumn,
  rows: Iterable<number>,
  pens: Pens,
  most: number,
): number {
  let width = Math.max(pens.title(column.name) + signs, pens.type(column.type));
  for (const row of rows) {
    const text = column.text(row);
    if (text !== null) width = Math.max(width, pens.cell(text.slice(0, 400)));
  }
  return Math.ceil(Math.max(narrowestAtFirst, Math.min(most, width + padding)));
}

export function firstWidths({ columns, rowCount }: Result, pens: Pens, room: number): number[] {
  const most = Math.min(widestAtFirst, Math.max(120, 0.6 * room));
  const looked = Math.max(4, Math.min(mostRows, Math.floor(mostCells / columns.length)));
  // The first, and as many over the whole; a prime step, so that no rhythm of the rows is met.
  const rows = Array.from({ length: Math.min(2 * looked, rowCount) }, (_, index) =>
    index < looked ? index : (index * 104_729) % rowCount,
  );
  return columns.map((column) => fittingWidth(column, rows, pens, most));
}
