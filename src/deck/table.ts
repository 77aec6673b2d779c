import { textWidth } from "../charts/index.ts";
import type { Table } from "../figures/index.ts";
import { fitText, lineHeight, linesOf } from "./fit.ts";
import type { Box } from "./powerpoint/xml.ts";
import type { Cell, TableElement } from "./slide.ts";

/** What a slide needs of a table. */
export type Sheet = Pick<Table, "columns" | "rows"> & Partial<Pick<Table, "faint" | "starts">>;

type Drawn = Omit<TableElement, "name" | "description">;

const sizes = { most: 13, mostOfMany: 11, leastOfOne: 9, least: 7 } as const;
/** Points over the words of a cell. */
const paddingY = 7;
/** Points on each side of them: fewer where they make words larger that are hard to read. */
const besides = { usual: 6, tight: 3 } as const;
/** What fonts may be wider than they were measured. */
const slack = 4;
/** Of a figure: the site has the rest of its table. */
const mostPages = 3;
const mostStretch = 1.3;
/** Of the height of a table. */
const mostOfHead = 0.3;

/** Columns become rows, as boards read quarters: from left to right. */
export function transposed({ columns, rows, faint = new Set() }: Sheet): Sheet {
  const [names, ...others] = columns;
  return {
    columns: [
      { label: names?.label ?? "", isWhole: true },
      ...rows.map((row, place) => ({
        label: faint.has(place) ? `${row[0] ?? ""} *` : (row[0] ?? ""),
        isNumber: true,
      })),
    ],
    rows: others.map(({ label }, place) => [label, ...rows.map((row) => row[place + 1] ?? "")]),
  };
}

/** A table in as many pages as it takes, up to the most, at the largest size at which its columns have room. */
export function tablePages(
  given: Sheet,
  box: Box,
  most: number = mostPages,
): { pages: Drawn[]; left: number } {
  const { size, beside } = looksOf(given, box);
  const x = 2 * beside + slack;
  const widths = widthsOf(given, box.width, { size, x });
  const sheet = withRoom(given, widths, { size, x }, box.height);
  const heightOf = (cells: readonly string[], isBold = false) =>
    Math.max(...cells.map((text, place) => linesOf(text, (widths[place] ?? 0) - x, size, isBold))) *
      size *
      lineHeight +
    paddingY;
  const labels = sheet.columns.map(({ label }) => label);
  const headHeight = heightOf(labels, true);
  const pages: Drawn[] = [];
  let next = 0;
  while (next < sheet.rows.length && pages.length < most) {
    const heights = [headHeight];
    let used = headHeight;
    const first = next;
    while (next < sheet.rows.length) {
      const height = heightOf(sheet.rows[next] ?? []);
      if (used + height > box.height && next > first) break;
      heights.push(height);
      used += height;
      next++;
    }
    pages.push({
      kind: "table",
      box: { ...box, width: widths.reduce((sum, width) => sum + width, 0), height: used },
      widths,
      heights,
      rows: [
        labels.map((text, place) => ({ text, align: alignOf(sheet, place) })),
        ...sheet.rows.slice(first, next).map((row, place) => cellsOf(sheet, row, first + place)),
      ],
      size,
      beside,
      hasHead: true,
    });
  }
  const [only] = pages;
  const isOne = pages.length === 1 && next === sheet.rows.length;
  return {
    pages: only && isOne ? [spread(only, box.height)] : pages,
    left: sheet.rows.length - next,
  };
}

/** Points of the text, and those that a cell takes beside it. */
interface Measured {
  size: number;
  x: number;
}

/** Words that would make a row higher than a slide end in an ellipsis. */
function withRoom(
  { columns, rows, ...rest }: Sheet,
  widths: readonly number[],
  { size, x }: Measured,
  height: number,
): Sheet {
  const cut = (text: string, place: number, share: number, isBold = false) => {
    const room = { width: (widths[place] ?? 0) - x, height: share * height - paddingY };
    return fitText(text, room, { most: size, least: size }, isBold).text;
  };
  return {
    ...rest,
    columns: columns.map((own, place) => ({
      ...own,
      label: cut(own.label, place, mostOfHead, true),
    })),
    rows: rows.map((row) => row.map((text, place) => cut(text, place, 1 - mostOfHead))),
  };
}

/** Rows that are higher where there is room to spare. */
function spread(table: Drawn, room: number): Drawn {
  const used = table.box.height;
  const stretch = Math.max(1, Math.min(mostStretch, room / used));
  return {
    ...table,
    box: { ...table.box, height: used * stretch },
    heights: table.heights.map((height) => height * stretch),
  };
}

function cellsOf(sheet: Sheet, row: readonly string[], place: number): Cell[] {
  const isFaint = sheet.faint?.has(place) ?? false;
  return row.map((text, column) => ({
    text,
    align: alignOf(sheet, column),
    ...(isFaint ? { colour: "muted" } : {}),
  }));
}

const alignOf = ({ columns }: Sheet, place: number): "l" | "r" =>
  columns[place]?.isNumber ? "r" : "l";

/** Widest words of each column: cells of numbers stay whole, others may break. */
function natural(
  { columns, rows }: Sheet,
  { size, x }: Measured,
): { whole: number; least: number }[] {
  return columns.map(({ label, isNumber, isWhole }, place) => {
    const words = rows.map((row) => row[place] ?? "");
    const widest = (texts: readonly string[], isBold: boolean) =>
      Math.max(0, ...texts.map((text) => textWidth(text, size, isBold)));
    const head = widest(label.split(" "), true);
    const whole = Math.max(widest(words, false), head) + x;
    const longest = Math.max(
      widest(
        words.flatMap((text) => text.split(" ")),
        false,
      ),
      head,
    );
    return { whole, least: isNumber || isWhole ? whole : Math.min(whole, longest + x) };
  });
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** The largest at which all fits one page; of a longer table the largest at which its columns have room and its pages are fewest. */
function looksOf(sheet: Sheet, box: Box): { size: number; beside: number } {
  const [usual, tight] = [besides.usual, besides.tight].map((beside) => ({
    size: sizeOf(sheet, box, 2 * beside + slack),
    beside,
  })) as [{ size: number; beside: number }, { size: number; beside: number }];
  return usual.size < sizes.leastOfOne && tight.size > usual.size ? tight : usual;
}

function sizeOf(sheet: Sheet, box: Box, x: number): number {
  const all = Array.from({ length: sizes.most - sizes.least + 1 }, (_, by) => sizes.most - by);
  const wide = all.filter((size) => hasWidth(sheet, box, { size, x }));
  return (
    wide.find((size) => size >= sizes.leastOfOne && pagesAt(sheet, box, { size, x }) === 1) ??
    fewestPages(sheet, box, wide, x) ??
    wide.find((size) => size <= sizes.mostOfMany) ??
    sizes.least
  );
}

const hasWidth = (sheet: Sheet, box: Box, measured: Measured): boolean =>
  sumOf(natural(sheet, measured).map(({ least }) => least)) <= box.width;

/** Of readable sizes the largest that needs no page more than the smallest does. */
function fewestPages(
  sheet: Sheet,
  box: Box,
  all: readonly number[],
  x: number,
): number | undefined {
  const readable = all.filter((size) => size <= sizes.mostOfMany && size >= sizes.leastOfOne);
  const pages = readable.map((size) => pagesAt(sheet, box, { size, x }));
  return readable[pages.indexOf(Math.min(...pages))];
}

/** Pages that the rows take at a size. */
function pagesAt(sheet: Sheet, box: Box, { size, x }: Measured): number {
  const widths = widthsOf(sheet, box.width, { size, x });
  const room = box.height - 2 * size * lineHeight - paddingY;
  let pages = 1;
  let used = 0;
  for (const row of sheet.rows) {
    const lines = row.map((text, place) => linesOf(text, (widths[place] ?? 0) - x, size));
    const height = Math.max(...lines) * size * lineHeight + paddingY;
    if (used + height > room && used > 0) {
      pages++;
      used = 0;
    }
    used += height;
  }
  return pages;
}

/** What is over goes to columns of words that want it, then to all. */
function widthsOf(sheet: Sheet, width: number, measured: Measured): number[] {
  const columns = natural(sheet, measured);
  const least = sumOf(columns.map((column) => column.least));
  if (least > width) return columns.map((column) => (column.least * width) / least);
  const wanted = sumOf(columns.map((column) => column.whole - column.least));
  const spare = width - least;
  const given = wanted === 0 ? 0 : Math.min(1, spare / wanted);
  const filled = columns.map((column) => column.least + (column.whole - column.least) * given);
  const rest = (width - sumOf(filled)) / columns.length;
  // A table of few columns need not span the slide.
  return filled.map((own) => own + Math.min(rest, 40));
}
