import type { TakenTable } from "../../../figures/index.ts";
import { spreadsheetCell, spreadsheetLine } from "../../../shared/spreadsheet.ts";
import { safe, type TakenCell, takenRows } from "./cells.ts";

/** Lines of cells with tabs between them, for the clipboard. */
export function tsvOf(table: TakenTable, locale: string): string {
  const lines = [
    table.columns.map(({ label }) => oneLine(spreadsheetCell(label))),
    ...takenRows(table).map((row) => row.map((taken) => oneLine(safe(taken, locale)))),
  ];
  return lines.map((cells) => cells.join("\t")).join("\n");
}

const oneLine = (text: string): string => text.replace(/[\t\r\n]+/g, " ");

/** Excel reads a file that begins otherwise in the signs of its country, and spoils every accent. */
const utf8Mark = "\ufeff";

/**
 * A file for programs: names, then numbers with all their digits and a decimal point, shares of 1, days
 * as 2025-09-30. No cell begins a formula.
 */
export function csvOf(table: TakenTable): string {
  const lines = [
    table.columns.map(({ label }) => label),
    ...takenRows(table).map((row) => row.map(plain)),
  ];
  return utf8Mark + lines.map(spreadsheetLine).join("");
}

function plain({ cell, words }: TakenCell): string {
  const { value, unit } = cell;
  if (typeof value === "number") return digitsOf(value);
  return unit === undefined ? words : (value ?? words);
}

/** Very small numbers without an exponent, which not every program reads. */
const digitsOf = (value: number): string => {
  const text = String(value);
  return text.includes("e-") ? value.toFixed(12) : text;
};
