import { numberIn, type TakenTable } from "../../../figures/index.ts";
import {
  type Sheet as Page,
  type SheetCell,
  serialDay,
  sheetLimits,
  writeWorkbook,
} from "../../../shared/workbook/index.ts";
import { say } from "../../../text/index.ts";
import type { Sheet } from "../sheet.ts";
import { type TakenCell, takenRows } from "./cells.ts";
import { numberFormat } from "./formats.ts";

/** A workbook of the figure's numbers and, on a second sheet, of what they are. */
export function workbookOf(sheet: Sheet): Promise<Blob> {
  return writeWorkbook([...(sheet.table ? [dataPage(sheet.table)] : []), aboutPage(sheet)]);
}

function dataPage(table: TakenTable): Page {
  const rows = takenRows(table);
  return {
    name: say.exports.about.data,
    columns: table.columns.map(({ label }, place) => ({
      title: label,
      width: widthOf(label, rows, place),
    })),
    formats: rows.flatMap((row) => row.flatMap(({ cell }) => numberFormat(cell) ?? [])),
    rows: rows.map((row) => row.map(sheetCell)),
  };
}

/** Numbers and days as such, with the format that the page writes them by; else the page's words. */
function sheetCell({ cell, words }: TakenCell): SheetCell {
  const format = numberFormat(cell);
  const value = numberIn(cell)?.value ?? dayOf(cell.value);
  if (format !== undefined && value !== undefined) return { value, format };
  return words === "" ? null : words.slice(0, sheetLimits.signs);
}

const dayOf = (value: unknown): number | undefined =>
  typeof value === "string" ? serialDay(Date.parse(`${value}T00:00:00Z`)) : undefined;

/** Long words are broken by the program. */
function widthOf(label: string, rows: readonly TakenCell[][], place: number): number {
  const longest = Math.max(label.length, ...rows.map((row) => row[place]?.words.length ?? 0));
  return Math.min(48, longest + 3);
}

function aboutPage({ provenance, chosen, madeOf, model, sql }: Sheet): Page {
  const { about } = say.exports;
  const { title, measure, facts, caveat, source, definitions } = provenance;
  const lines: [string, string | undefined][] = [
    [about.title, title],
    [about.measure, measure],
    [about.source, source],
    [about.shown, chosen],
    [about.facts, facts],
    [about.caveat, caveat],
    ...definitions.map(({ name, text }): [string, string] => [about.definition(name), text]),
    [about.model, model],
    [about.madeOf, madeOf],
    ...sql.map((text, place): [string, string] => [about.sql(place + 1), text]),
  ];
  return {
    name: about.sheet,
    columns: [
      { title: about.sheet, width: 30 },
      { title: "", width: 100 },
    ],
    rows: lines.flatMap(([name, text]) => (text ? [[name, text.slice(0, sheetLimits.signs)]] : [])),
  };
}
