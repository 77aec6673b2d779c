import type { FigureModel, PageFormats, Table } from "../figures/index.ts";
import { catalogue } from "../metrics/index.ts";
import { say } from "../text/index.ts";

/** What a slide shows of a figure: its table or its chart. */
export interface PresentedFigure extends Pick<FigureModel, "measure" | "native" | "queries"> {
  /** The figure's, with the segment that it is of. */
  id: string;
  /** Id of the figure in its page. */
  figure: string;
  table?: Table | undefined;
}

/** A number as a deck shows it. */
export interface PresentedNumber {
  /** Figure, row and column; never two with the same. */
  id: string;
  figure: string;
  /** Days as 2025-09-01; empty where the figure has one row. */
  row: string;
  /** The same as it was printed. */
  rowPrinted: string;
  column: string;
  unit: string;
  /** Shares are of 1; null where it is not known. */
  value: number | null;
  printed: string;
  /** First day of the month or quarter that the number is of; empty where that is not known. */
  period: string;
  /** quarter, month or empty. */
  every: "quarter" | "month" | "";
}

/** Every number of the figures. */
export function numbersOf(
  figures: readonly PresentedFigure[],
  format: PageFormats,
): PresentedNumber[] {
  const seen = new Map<string, number>();
  return figures
    .flatMap((figure) => [...tableNumbers(figure), ...chartNumbers(figure, format)])
    .map((number) => {
      const times = (seen.get(number.id) ?? 0) + 1;
      seen.set(number.id, times);
      return times === 1 ? number : { ...number, id: `${number.id} #${times}` };
    });
}

function tableNumbers({ id: figure, table, queries = [] }: PresentedFigure): PresentedNumber[] {
  if (!table) return [];
  const isByMonth = queries.length > 0 && queries.every(({ mart }) => byMonth.has(mart));
  const { columns, rows, cells } = table;
  // A row is known by its first cell; where several begin alike, by the text after it too.
  const firsts = cells.map((_, place) => keyOf(table, place, 1));
  const isAlone = new Set(firsts).size === firsts.length;
  return cells.flatMap((own, place) => {
    const row = isAlone ? (firsts[place] ?? "") : keyOf(table, place, 2);
    const rowPrinted = isAlone ? (rows[place]?.[0] ?? "") : row;
    const period = periodOf(isByMonth ? own[0] : undefined);
    return own.flatMap(({ value, unit }, at): PresentedNumber[] => {
      if (at === 0 || unit === undefined || !isNumber(unit) || typeof value === "string") return [];
      const column = columns[at]?.label ?? "";
      const id = idOf(figure, row, column);
      const printed = rows[place]?.[at] ?? "";
      return [{ id, figure, row, rowPrinted, column, unit, value, printed, ...period }];
    });
  });
}

/** Marts whose rows are of a month; a quarter of start, which others have, says nothing of when. */
const byMonth: ReadonlySet<string> = new Set(
  Object.values(catalogue).flatMap(({ name, columns }) => ("month" in columns ? [name] : [])),
);

/** Days as they are kept, all else in its words. */
function keyOf({ cells, rows }: Table, place: number, length: number): string {
  const own = cells[place] ?? [];
  return own
    .slice(0, length)
    .filter(({ unit }, at) => at === 0 || !isNumber(unit))
    .map(({ value, unit }, at) => (isNumber(unit) ? (rows[place]?.[at] ?? "") : (value ?? "")))
    .join(", ");
}

function periodOf(cell: Table["cells"][number][number] | undefined) {
  const every = cell?.unit === "quarterLabel" ? "quarter" : "month";
  const isPeriod = cell?.unit === "quarterLabel" || cell?.unit === "monthLabel";
  return isPeriod && typeof cell.value === "string"
    ? ({ period: cell.value, every } as const)
    : ({ period: "", every: "" } as const);
}

function chartNumbers(
  { id: figure, native }: PresentedFigure,
  format: PageFormats,
): PresentedNumber[] {
  if (!native) return [];
  const { categories, series, unit, kind } = native;
  // Cells of a heat map have no room for digits.
  const written = kind === "heat" && unit === "share" ? "wholeShare" : unit;
  const { size: won } = say.retention.triangle;
  const sizes = series.flatMap(({ name: column, size }): PresentedNumber[] => {
    if (size === undefined) return [];
    const id = idOf(figure, won, column);
    const rest = { unit: "number", value: size, printed: format.number(size) } as const;
    return [{ id, figure, row: won, rowPrinted: won, column, ...rest, period: "", every: "" }];
  });
  const cells = series.flatMap(({ name, values, low, high }) =>
    categories.flatMap((row, place) => {
      const ends = [
        { column: name, value: values[place] },
        { column: `${name}, low`, value: low?.[place] },
        { column: `${name}, high`, value: high?.[place] },
      ];
      return ends.flatMap(({ column, value }) => {
        if (typeof value !== "number") return [];
        const id = idOf(figure, row, column);
        const printed = format[written](value);
        const rest = { unit, value, printed, period: "", every: "" } as const;
        return [{ id, figure, row, rowPrinted: row, column, ...rest }];
      });
    }),
  );
  return [...cells, ...sizes];
}

const idOf = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== "").join(" / ");

const words: ReadonlySet<unknown> = new Set([undefined, "day", "monthLabel", "quarterLabel"]);

const isNumber = (unit: unknown): boolean => !words.has(unit);
