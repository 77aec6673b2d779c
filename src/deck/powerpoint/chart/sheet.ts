import type { NativeChart } from "../../../charts/index.ts";
import { type SheetCell, serialDay, writeWorkbook } from "../../../shared/workbook/index.ts";
import { escaped } from "../xml.ts";

/** A column of the workbook in a chart: what a double click on the chart lets its reader edit. */
export interface Column {
  title: string;
  values: readonly (number | null)[];
  /** Number format. */
  format: string;
  letter: string;
  own: CellsOf;
}

/** What cells of a column have of their own, by their places. */
export interface CellsOf {
  /** Number formats, where they are not the column's. */
  formats?: readonly string[];
  /** What a number is reckoned by, where it follows from others. */
  formulas?: readonly (string | null)[];
}

export interface DataSheet {
  categories: readonly string[];
  /** Days of the categories as spreadsheets count them, where they are months. */
  serials: readonly number[] | undefined;
  columns: readonly Column[];
  add: (title: string, values: readonly (number | null)[], format: string, own?: CellsOf) => Column;
}

const sheetName = "Data";
/** Of days that stand for months, on the axis too. */
export const monthFormat = "mmm yyyy";

/** The sheet behind a chart: categories in the first column, then whatever is drawn or stands behind it. */
export function makeSheet({
  categories,
  days,
}: Pick<NativeChart, "categories" | "days">): DataSheet {
  const columns: Column[] = [];
  return {
    categories,
    serials: days?.map((day) => serialDay(Date.parse(day)) ?? 0),
    columns,
    add: (title, values, format, own = {}) => {
      const known = values.map((value) => (Number.isFinite(value) ? value : null));
      const letter = letterOf(columns.length + 1);
      const column = { title, values: known, format, letter, own };
      columns.push(column);
      return column;
    },
  };
}

export async function writeSheet(
  { categories, serials, columns }: DataSheet,
  axis: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = await writeWorkbook([
    {
      name: sheetName,
      columns: [
        { title: axis, width: 24, ...(serials && { format: monthFormat }) },
        ...columns.map(({ title, format }) => ({ title, width: 16, format })),
      ],
      formats: columns.flatMap(({ own }) => own.formats ?? []),
      rows: categories.map((category, place) => [
        serials?.[place] ?? category,
        ...columns.map((column) => cellOf(column, place)),
      ]),
    },
  ]);
  return new Uint8Array(await workbook.arrayBuffer());
}

function cellOf({ values, format, own }: Column, place: number): SheetCell {
  const value = values[place] ?? null;
  const formula = own.formulas?.[place] ?? undefined;
  if (value === null || (own.formats === undefined && formula === undefined)) return value;
  return { value, format: own.formats?.[place] ?? format, formula };
}

/** The name of a series, with the cell that holds it. */
export const nameXml = ({ title, letter }: Column): string =>
  `<c:tx><c:strRef><c:f>${sheetName}!$${letter}$1</c:f>${texts([title])}</c:strRef></c:tx>`;

export function categoriesXml({ categories, serials }: DataSheet): string {
  const place = `<c:f>${range("A", categories.length)}</c:f>`;
  if (!serials) return `<c:cat><c:strRef>${place}${texts(categories)}</c:strRef></c:cat>`;
  return `<c:cat><c:numRef>${place}${numbers(serials, monthFormat)}</c:numRef></c:cat>`;
}

export const numbersXml = (tag: "val" | "plus" | "minus", column: Column): string =>
  `<c:${tag}><c:numRef><c:f>${range(column.letter, column.values.length)}</c:f>` +
  `${numbers(column.values, column.format)}</c:numRef></c:${tag}>`;

/** Words of a column as its cells print them, for labels that follow the cells. */
export const labelRangeXml = (column: Column, words: readonly string[]): string =>
  `<c15:datalabelsRange><c15:f>${range(column.letter, words.length)}</c15:f>` +
  `<c15:dlblRangeCache>${pointsOf(words)}</c15:dlblRangeCache></c15:datalabelsRange>`;

/** A number that is not known is left out, which programs draw as a gap. */
function numbers(values: readonly (number | null)[], format: string): string {
  const points = values.map((value, index) =>
    value === null ? "" : `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`,
  );
  return (
    `<c:numCache><c:formatCode>${escaped(format)}</c:formatCode>` +
    `<c:ptCount val="${values.length}"/>${points.join("")}</c:numCache>`
  );
}

const texts = (values: readonly string[]): string => `<c:strCache>${pointsOf(values)}</c:strCache>`;

function pointsOf(values: readonly string[]): string {
  const points = values.map(
    (text, index) => `<c:pt idx="${index}"><c:v>${escaped(text)}</c:v></c:pt>`,
  );
  return `<c:ptCount val="${values.length}"/>${points.join("")}`;
}

const range = (letter: string, rows: number): string =>
  `${sheetName}!$${letter}$2:$${letter}$${rows + 1}`;

function letterOf(index: number): string {
  const before = Math.floor(index / 26);
  const letter = String.fromCharCode(65 + (index % 26));
  return before === 0 ? letter : letterOf(before - 1) + letter;
}
