import type { PageFormats } from "./formats.ts";

/** A table as a reader sees it: every cell already in words. */
export interface WordTable {
  caption: string;
  columns: readonly TableColumn[];
  rows: readonly (readonly string[])[];
  /** Whether the first column stays where the others scroll aside. */
  isPinned?: boolean;
  /** Whether a row becomes a few lines under one another on a phone; its cells then say themselves what they are. */
  isStacked?: boolean;
  /** Places of the rows that rest on too little to be read like the others. */
  faint?: ReadonlySet<number>;
  /** Places of the rows that start a group. */
  starts?: ReadonlySet<number>;
}

export interface TableColumn {
  label: string;
  isNumber?: boolean;
  /** Never broken over lines, such as a date. */
  isWhole?: boolean;
}

/** A figure's table: its words, and the same cell by cell for sheets, slides and whoever compares. */
export interface Table extends WordTable {
  /** What stands behind each cell of `rows`. */
  cells: readonly (readonly Cell[])[];
}

/** What a cell says: `format[unit](value)` are its words; text has no unit, and null is not known. */
export type Cell =
  | { value: number | null; unit: NumberUnit }
  | { value: string | null; unit?: DayUnit | undefined };

/** How days are written. Their values are as 2025-09-01, of months and quarters the first day. */
export type DayUnit = "day" | "monthLabel" | "quarterLabel";

/** How numbers are written. Shares are of 1, so that 0.021 is 2.1%; money is in the company's currency. */
export type NumberUnit = Exclude<keyof PageFormats, DayUnit | "segment">;

/** One column of a figure's table, read from each of its rows. */
export type Column<Row> = {
  label: string;
  isWhole?: boolean;
  /** What stands where there is no value; else nothing does. */
  unknown?: string;
} & (
  | {
      unit: NumberUnit | ((row: Row) => NumberUnit);
      value: (row: Row) => number | null | undefined;
    }
  | { unit?: DayUnit; value: (row: Row) => string | null | undefined }
);

interface Looks<Row> {
  caption: string;
  isPinned?: boolean;
  isStacked?: boolean;
  isFaint?: (row: Row) => boolean;
  /** Whether a row starts a group, told from the row and the one before it. */
  isStart?: (row: Row, before: Row | undefined) => boolean;
}

/** The table of some rows, column by column. */
export function tabulate<Row>(
  format: PageFormats,
  rows: readonly Row[],
  looks: Looks<Row>,
  columns: readonly Column<Row>[],
): Table {
  const { caption, isPinned, isStacked, isFaint, isStart } = looks;
  const cells = rows.map((row) => columns.map((column) => cellOf(column, row)));
  const placesOf = (holds: (row: Row, place: number) => boolean) =>
    new Set(rows.flatMap((row, place) => (holds(row, place) ? [place] : [])));
  return {
    caption,
    columns: columns.map(({ label, isWhole, unit }) => ({
      label,
      ...(isWhole && { isWhole }),
      ...(isNumberUnit(unit) && { isNumber: true }),
    })),
    rows: cells.map((row) =>
      row.map((cell, place) => wordsOf(cell, format) ?? columns[place]?.unknown ?? ""),
    ),
    cells,
    ...(isPinned && { isPinned }),
    ...(isStacked && { isStacked }),
    ...(isFaint && { faint: placesOf(isFaint) }),
    ...(isStart && { starts: placesOf((row, place) => isStart(row, rows[place - 1])) }),
  };
}

function cellOf<Row>({ unit, value }: Column<Row>, row: Row): Cell {
  const own = typeof unit === "function" ? unit(row) : unit;
  return { value: value(row) ?? null, unit: own } as Cell;
}

/** The words of a cell; undefined where its value is not known. */
export function wordsOf(cell: Cell, format: PageFormats): string | undefined {
  if (cell.value === null) return undefined;
  if (cell.unit === undefined) return cell.value;
  return (format[cell.unit] as (value: number | string) => string)(cell.value);
}

/** The number in a cell; undefined where it is text, a day or not known. */
export function numberIn(cell: Cell): { value: number; unit: NumberUnit } | undefined {
  return typeof cell.value === "number"
    ? { value: cell.value, unit: cell.unit as NumberUnit }
    : undefined;
}

const dayUnits: ReadonlySet<unknown> = new Set<DayUnit>(["day", "monthLabel", "quarterLabel"]);

const isNumberUnit = (unit: unknown): boolean => unit !== undefined && !dayUnits.has(unit);
