import { type Cell, type NumberUnit, numberIn, type TakenTable } from "../../../figures/index.ts";
import { spreadsheetCell } from "../../../shared/spreadsheet.ts";

/** A cell with the words that the page prints of it. */
export interface TakenCell {
  cell: Cell;
  words: string;
}

/** The rows of a table, cell by cell. */
export const takenRows = ({ rows, cells }: TakenTable): TakenCell[][] =>
  cells.map((row, place) =>
    row.map((cell, column) => ({ cell, words: rows[place]?.[column] ?? "" })),
  );

const shares: ReadonlySet<NumberUnit> = new Set([
  "share",
  "wholeShare",
  "shareChange",
  "pointChange",
  "chance",
]);
const money: ReadonlySet<NumberUnit> = new Set(["cents", "money", "moneyFull", "moneyChange"]);

/**
 * A cell as a spreadsheet reads it from the clipboard: numbers with the locale's decimal sign and
 * without groups, shares as percentages, days as 2025-09-30; all else in the page's words.
 */
export function pasted({ cell, words }: TakenCell, locale: string): string {
  const number = numberIn(cell);
  if (!number) return cell.unit === "day" ? String(cell.value ?? "") : words;
  const digits = shares.has(number.unit)
    ? ({ style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 2 } as const)
    : money.has(number.unit)
      ? { minimumFractionDigits: 2, maximumFractionDigits: 2 }
      : { maximumFractionDigits: 4 };
  // Digits that spreadsheets of every language read.
  return new Intl.NumberFormat(`${locale}-u-nu-latn`, { ...digits, useGrouping: false }).format(
    number.value,
  );
}

/** The same where no text begins a formula. A number begins none, whatever its locale's sign. */
export const safe = (taken: TakenCell, locale: string): string => {
  const text = pasted(taken, locale);
  return typeof taken.cell.value === "number" ? text : spreadsheetCell(text);
};
