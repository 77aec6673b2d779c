import { spreadsheetCell } from "../../../../shared/spreadsheet.ts";
import type { Chosen } from "../grid/control.ts";
import type { ResultColumn } from "../values/result.ts";

export type CopyForm = "tsv" | "markdown" | "json";

/** Cells as the clipboard takes them. */
export function copyText(chosen: Chosen, form: CopyForm, hasTitles: boolean): string {
  if (form === "json") return [...jsonRows(chosen)].join("");
  const lines = form === "tsv" ? tsvLines(chosen, hasTitles) : markdownLines(chosen);
  return [...lines].join("\n");
}

/** A cell for a spreadsheet: NULL is nothing, the empty text is "", what would begin a formula is kept from it. */
export function sheetCell(column: ResultColumn, row: number): string | null {
  const text = column.text(row);
  return text === null || column.kind === "number" ? text : spreadsheetCell(text);
}

function* tsvLines({ rowCount, rowAt, columns }: Chosen, hasTitles: boolean): Generator<string> {
  if (hasTitles) yield columns.map(({ name }) => tsvCell(spreadsheetCell(name))).join("\t");
  for (let index = 0; index < rowCount; index++) {
    const row = rowAt(index);
    yield columns.map((column) => tsvCell(sheetCell(column, row))).join("\t");
  }
}

function tsvCell(text: string | null): string {
  if (text === null) return "";
  const needsQuotes = text === "" || text.startsWith('"') || /[\t\r\n]/.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}

function* markdownLines({ rowCount, rowAt, columns }: Chosen): Generator<string> {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  yield line(columns.map(({ name }) => markdownText(name)));
  yield line(columns.map(({ kind }) => (kind === "number" ? "---:" : "---")));
  for (let index = 0; index < rowCount; index++) {
    const row = rowAt(index);
    yield line(
      columns.map((column) => {
        const text = column.text(row);
        return text === null ? "*NULL*" : markdownText(text);
      }),
    );
  }
}

/** Signs that would be Markdown or HTML stand for themselves. */
const markdownText = (text: string): string =>
  text.replace(/[\\`*_<>&|[\]~]/g, (sign) => `\\${sign}`).replace(/\r\n|[\r\n]/g, "<br>");

const piece = 1_000;

/** An array of objects, in pieces; names and values by hand, so that no name means anything to JavaScript. */
export function* jsonRows({ rowCount, rowAt, columns }: Chosen): Generator<string> {
  const names = columns.map(({ name }) => JSON.stringify(name));
  let text = "[";
  for (let index = 0; index < rowCount; index++) {
    const row = rowAt(index);
    const fields = columns.map((column, place) => `${names[place]}: ${column.json(row)}`);
    text += `${index === 0 ? "" : ","}\n  {${fields.join(", ")}}`;
    if (index % piece !== piece - 1) continue;
    yield text;
    text = "";
  }
  yield `${text}${rowCount === 0 ? "" : "\n"}]`;
}
