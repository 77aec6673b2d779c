import {
  type Sheet,
  type SheetCell,
  serialDay,
  sheetLimits,
  writeWorkbook,
} from "../../../../shared/workbook/index.ts";
import { say } from "../../../../text/index.ts";
import { millisecondsOf } from "../values/calendar.ts";
import type { ResultColumn } from "../values/result.ts";
import type { Taken } from "./files.ts";

const formats = { day: "yyyy-mm-dd", moment: "yyyy-mm-dd hh:mm:ss" } as const;

/** A workbook of the rows and, on a second sheet, of what they are. */
export function resultWorkbook(taken: Taken): Promise<Blob> {
  const told = { shortened: 0 };
  return writeWorkbook([resultSheet(taken, told), aboutSheet(taken, told)]);
}

function resultSheet({ columns, rowCount, rowAt }: Taken, told: { shortened: number }): Sheet {
  const cellsOf = columns.map((column) => (row: number) => {
    const cell = cellOf(column, column.text(row));
    if (typeof cell !== "string" || cell.length <= sheetLimits.signs) return cell;
    told.shortened++;
    return cell.slice(0, sheetLimits.signs);
  });
  function* rows(): Generator<SheetCell[]> {
    for (let index = 0; index < rowCount; index++) {
      const row = rowAt(index);
      yield cellsOf.map((cell) => cell(row));
    }
  }
  return {
    name: say.console.result.take.sheet,
    columns: columns.map((column) => ({
      title: column.name,
      width: Math.max(10, Math.min(40, column.name.length + 4)),
      format: formatOf(column),
    })),
    rows: rows(),
  };
}

/**
 * Numbers where a spreadsheet keeps every digit, days and moments where it has them to the millisecond,
 * everything else as text: nothing is rounded, and nothing is run.
 */
function cellOf(column: ResultColumn, text: string | null): SheetCell {
  if (text === null) return null;
  switch (column.kind) {
    case "number":
      return column.number(text) ?? text;
    case "truth":
      return text === "true";
    case "day":
    case "moment": {
      const time = millisecondsOf(text);
      const isExact = time !== undefined && Number.isInteger(time);
      return (isExact ? serialDay(time) : undefined) ?? text;
    }
    default:
      return text;
  }
}

function formatOf({ kind, type }: ResultColumn): string | undefined {
  if (kind === "day" || kind === "moment") return formats[kind];
  const scale = Number(/^DECIMAL\(\d+,(\d+)\)$/.exec(type)?.[1] ?? 0);
  return scale > 0 ? `0.${"0".repeat(scale)}` : undefined;
}

function aboutSheet(taken: Taken, told: { shortened: number }): Sheet {
  const { take } = say.console.result;
  const { sql, rowCount, isCut, columns } = taken;
  function* rows(): Generator<SheetCell[]> {
    for (let at = 0; at === 0 || at < sql.length; at += sheetLimits.signs) {
      yield [at === 0 ? take.sql : "", sql.slice(at, at + sheetLimits.signs)];
    }
    yield [take.rows, rowCount];
    yield [take.isWhole, isCut ? take.cut(rowCount) : take.whole];
    if (told.shortened > 0) yield [take.texts, take.shortened(told.shortened, sheetLimits.signs)];
    yield [take.nulls, take.nullCells];
    yield [take.numbers, take.exactNumbers];
    for (const { name, type } of columns) yield [take.column(name), type];
  }
  return {
    name: take.about,
    columns: [
      { title: take.about, width: 24 },
      { title: "", width: 90 },
    ],
    rows: rows(),
  };
}
