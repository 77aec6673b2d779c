import type { Column, Dataset, Field, FileSource, Row } from "../../contracts/index.ts";
import { detached } from "../problem-log.ts";
import type { Fault } from "../unreadable.ts";
import { type CellFormat, type CellReader, cellReader } from "./cells/cells.ts";
import { explainCell } from "./cells/explain.ts";
import { watchCents } from "./doubts/cents.ts";
import { watchDates } from "./doubts/dates.ts";
import { watchNumbers } from "./doubts/numbers.ts";
import { watchText } from "./doubts/text.ts";
import type { HeaderMatch } from "./header.ts";

/** Entries after which a column's memo starts anew: sorted files see the same values close by. */
const memoSize = 20_000;

export interface RowFormat extends CellFormat, Pick<FileSource, "constants"> {
  /** Whether nobody declared the date format: a known export mostly has it. */
  isDateFormatAssumed?: boolean;
  /** Columns that are in cents as such exports mostly are; nobody declared it. */
  inCents?: readonly string[];
}

/** What is wrong with a row; its place in the file is not known here. */
export type RowFault = Omit<Fault, "row" | "line">;

export interface RowReader {
  /**
   * Reads one record: undefined when it keeps the contract, else everything that is wrong.
   * @param row where it stands in the file, for what is told of the file as a whole
   */
  read(record: readonly string[], row?: number, line?: number): RowFault[] | undefined;
  /** Canonical cells of the record read last, in the order of the columns; "" = blank. */
  values: readonly string[];
}

/** A reader that looks at all its cells together too. */
export interface WatchfulReader extends RowReader {
  /** What is doubtful of the cells read so far, though each by itself keeps the contract. */
  doubts(): Fault[];
}

interface ColumnSource {
  column: Column;
  field: Field;
  /** Cell it is read from; -1: the constant. */
  cell: number;
  /** Cell with how many units of it make a period; -1: none. */
  count: number;
  constant: string;
  read: CellReader;
  /** Raw cell to canonical value; zod made every entry in some earlier row. Absent: given up. */
  memo: Map<string, string> | undefined;
  /** Row from which the memo was filled. */
  since: number;
}

/**
 * Validates records against a dataset, cell by cell with the field's zod schema and then with the
 * rules over several columns: what dataset.schema does, but a cell seen before is not parsed again.
 */
export function rowReader(dataset: Dataset, match: HeaderMatch, format: RowFormat): WatchfulReader {
  const sources = dataset.columns.map((column, index) =>
    columnSource(dataset, column, match.cells[index] ?? -1, match.counts?.get(column.name), format),
  );
  const values = sources.map(() => "");
  const rules = dataset.rules ?? [];
  const numbers = watchNumbers(format);
  const texts = watchText();
  const cents = watchCents(format, format.inCents ?? []);
  const dates = watchDates(format.isDateFormatAssumed ? format.date_format : undefined);
  const place = { row: 0, line: 0 };
  let rows = 0;

  /** The canonical value, or undefined where the cell breaks the contract. */
  function parseCell(source: ColumnSource, raw: string): string | undefined {
    const { reads, name } = source.column;
    const isDay = reads === "day" || reads === "timestamp";
    if (isDay && format.date_formats[name] === undefined) dates.see(source.column, raw, place);
    const text = source.read(raw);
    if (text === undefined) return undefined;
    if (text === "" && source.column.isRequired) return undefined;
    const result = text === "" ? undefined : source.field.safeParse(text);
    if (result && !result.success) return undefined;
    const value = result?.data ?? "";
    if (reads === "number") {
      numbers.see(source.column, raw, place);
      cents.see(source.column, raw, place);
    }
    if (reads === "text") texts.see(source.column, raw, place);
    remember(source, raw, value, rows);
    return value;
  }

  function brokenRules(record: readonly string[]): RowFault[] | undefined {
    const row: Row = {};
    for (let index = 0; index < sources.length; index++) {
      const value = values[index];
      if (value) row[(sources[index] as ColumnSource).column.name] = value;
    }
    let faults: RowFault[] | undefined;
    for (const { check, column, expected, remedy, holds } of rules) {
      if (holds(row)) continue;
      const source = sources.find((known) => known.column.name === column) as ColumnSource;
      faults ??= [];
      faults.push({ check, expected, remedy, ...placeOf(source, record) });
    }
    return faults;
  }

  return {
    values,
    doubts: () => [...numbers.doubts(), ...cents.doubts(), ...dates.doubts(), ...texts.doubts()],
    read(record, row = 0, line = row) {
      rows += 1;
      place.row = row;
      place.line = line;
      if (record.length > match.width) {
        const extra = record.slice(match.width).find((cell) => cell.trim() !== "");
        if (extra !== undefined) return [tooManyCells(extra, match.width)];
      }
      let faults: RowFault[] | undefined;
      for (let index = 0; index < sources.length; index++) {
        const source = sources[index] as ColumnSource;
        const raw = rawOf(source, record);
        const value = source.memo?.get(raw) ?? parseCell(source, raw);
        if (value === undefined) {
          faults ??= [];
          faults.push(cellFault(source, record, format));
        } else values[index] = value;
      }
      if (faults || rules.length === 0) return faults;
      return brokenRules(record);
    },
  };
}

function columnSource(
  dataset: Dataset,
  column: Column,
  cell: number,
  count: number | undefined,
  format: RowFormat,
): ColumnSource {
  const field = dataset.fields[column.name] as Field;
  const given = format.constants[column.name];
  const constant = given === undefined ? "" : (field.parse(given) ?? "");
  const memo = new Map<string, string>(cell === -1 ? [[constant, constant]] : []);
  const read = cellReader(column, format);
  return { column, field, cell, count: count ?? -1, constant, read, memo, since: 0 };
}

/** Where most cells are new, as ids are, remembering them costs more than it spares. */
function remember(source: ColumnSource, raw: string, value: string, rows: number): void {
  const { memo } = source;
  if (!memo) return;
  if (memo.size >= memoSize) {
    const isWorthIt = rows - source.since > 2 * memoSize;
    source.memo = isWorthIt ? new Map() : undefined;
    source.since = rows;
  }
  const key = detached(raw);
  source.memo?.set(key, raw === value ? key : detached(value));
}

function cellFault(source: ColumnSource, record: readonly string[], format: RowFormat): RowFault {
  const raw = rawOf(source, record);
  const isBlank = source.read(raw) === "";
  const explained = explainCell(source.column, isBlank ? "" : raw, format);
  return { ...explained, ...placeOf(source, record) };
}

/** The cell as the file has it; a unit of time with its count, `3 months`. */
function rawOf({ cell, count, constant }: ColumnSource, record: readonly string[]): string {
  if (cell === -1) return constant;
  const raw = record[cell] ?? "";
  const number = count === -1 ? "" : (record[count] ?? "").trim();
  if (number === "" || number === "1" || raw.trim() === "") return raw;
  return `${number} ${raw.trim().replace(/s$/i, "")}s`;
}

function placeOf(source: ColumnSource, record: readonly string[]) {
  const { column } = source;
  const raw = rawOf(source, record);
  return {
    column: column.name,
    ...(raw.trim() === "" ? {} : { value: raw }),
    ...(column.isPrivate ? { isPrivate: true } : {}),
  };
}

/** The value may belong to any column, so it counts as private. */
export function tooManyCells(extra: string, width: number): RowFault {
  return {
    check: "too_many_cells",
    value: extra,
    isPrivate: true,
    expected: `at most ${width} cells`,
    remedy: "put cells that hold the delimiter in quotes, or check the delimiter",
  };
}
