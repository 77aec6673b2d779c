import { spreadsheetCell } from "../../../../shared/spreadsheet.ts";
import { say } from "../../../../text/index.ts";
import type { Chosen } from "../grid/control.ts";
import { jsonRows, sheetCell } from "./copy.ts";

/** A result as it is taken out: its rows in the order shown, and what is to be told of it. */
export interface Taken extends Chosen {
  sql: string;
  isCut: boolean;
}

export type FileForm = "csv" | "json" | "xlsx";

/** The name tells where rows are missing: a CSV has no other place for it. */
export const fileName = (form: FileForm, { isCut, rowCount }: Taken): string =>
  `${isCut ? say.console.result.take.cutName(rowCount) : say.console.result.take.name}.${form}`;

const piece = 1_000;
const needsQuotes = /[",\r\n]/;

/** Names, then rows; NULL is an empty field, the empty text is "". No cell begins a formula. */
export function* csvPieces({ rowCount, rowAt, columns }: Taken): Generator<string> {
  let text = `${columns.map(({ name }) => csvCell(spreadsheetCell(name))).join(",")}\n`;
  for (let index = 0; index < rowCount; index++) {
    const row = rowAt(index);
    text += `${columns.map((column) => csvCell(sheetCell(column, row))).join(",")}\n`;
    if (index % piece !== piece - 1) continue;
    yield text;
    text = "";
  }
  yield text;
}

function csvCell(text: string | null): string {
  if (text === null) return "";
  return text === "" || needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What was asked, whether all of it is there, the columns with their types, and the rows. */
export function* jsonPieces(taken: Taken): Generator<string> {
  const { sql, isCut, rowCount, columns } = taken;
  const about = {
    sql,
    row_count: rowCount,
    is_cut: isCut,
    ...(isCut ? { note: say.console.result.cut(rowCount) } : {}),
    columns: columns.map(({ name, type }) => ({ name, type })),
  };
  yield `${JSON.stringify(about, null, 2).slice(0, -2)},\n"rows": `;
  yield* jsonRows(taken);
  yield "\n}\n";
}

/** Signs that are put aside at once: the whole at the end would take a second. */
const aside = 1 << 22;

/** Pieces as one file, with breaks in which the page stays usable. */
export async function fileOf(pieces: Iterable<string>, type: string): Promise<Blob> {
  const parts: Blob[] = [];
  let pending: string[] = [];
  let signs = 0;
  let last = performance.now();
  for (const text of pieces) {
    pending.push(text);
    signs += text.length;
    if (signs > aside) {
      parts.push(new Blob(pending));
      pending = [];
      signs = 0;
    }
    if (performance.now() - last < 40) continue;
    await new Promise((resolve) => setTimeout(resolve));
    last = performance.now();
  }
  return new Blob([...parts, ...pending], { type });
}
