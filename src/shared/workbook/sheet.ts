/** null is a cell that is not there. Days and moments are numbers of `serialDay` in a column whose format shows them. */
export type SheetCell = string | number | boolean | null | FormattedCell;

/** A number with a format of its own, one of the sheet's `formats`. */
export interface FormattedCell {
  value: number;
  format: string;
  /** What it is reckoned by when a cell is edited, such as MAX(B2,B3). */
  formula?: string | undefined;
}

export interface SheetColumn {
  title: string;
  /** In characters. */
  width: number;
  /** A number format such as 0.00 or yyyy-mm-dd; texts of the column stay texts. */
  format?: string | undefined;
}

export interface Sheet {
  /** At most 31 characters, none of []:*?/\ */
  name: string;
  columns: readonly SheetColumn[];
  /** Of single cells, beside those of the columns. */
  formats?: readonly string[];
  /** Taken while the sheet is written, so that no more than a piece is in memory. */
  rows: Iterable<readonly SheetCell[]>;
}

/** What a sheet holds, with its titles, and a cell. Source: Microsoft, "Excel specifications and limits". */
export const sheetLimits = { rows: 1_048_576, columns: 16_384, signs: 32_767 } as const;

/** Styles of every workbook: 0 plain, 1 title, 2 text; the formats follow. */
export const styleOf = { title: 1, text: 2, firstFormat: 3 } as const;

const pieceLength = 1 << 17;

/**
 * A sheet as SpreadsheetML, in pieces. Texts are inline strings of the format "text": no program takes
 * them for formulas, not even when somebody edits one.
 *
 * @param formats the workbook's, in the order of its styles
 * @throws where a sheet would not open
 */
export function* sheetXml(sheet: Sheet, formats: readonly string[]): Generator<string> {
  const { columns, name } = sheet;
  if (columns.length > sheetLimits.columns) {
    throw new Error(`a sheet holds ${sheetLimits.columns} columns, ${name} has ${columns.length}`);
  }
  const letters = columns.map((_, index) => columnLetters(index));
  const style = (format: string) => ` s="${styleOf.firstFormat + formats.indexOf(format)}"`;
  const styles = columns.map(({ format }) => (format === undefined ? "" : style(format)));
  const widths = columns.map(
    ({ width }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  let piece =
    `${xmlHead}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>` +
    `</sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData><row r="1">`;
  for (const [index, { title }] of columns.entries()) {
    piece += textCell(`${letters[index]}1`, title, styleOf.title);
  }
  piece += "</row>";
  let row = 1;
  for (const cells of sheet.rows) {
    row++;
    if (row > sheetLimits.rows) {
      throw new Error(`a sheet holds ${sheetLimits.rows} rows with its titles, ${name} has more`);
    }
    piece += `<row r="${row}">`;
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index];
      if (cell === null || cell === undefined) continue;
      const place = `${letters[index]}${row}`;
      if (typeof cell === "string") piece += textCell(place, cell, styleOf.text);
      else if (typeof cell === "boolean") piece += `<c r="${place}" t="b"><v>${+cell}</v></c>`;
      else if (typeof cell === "number")
        piece += `<c r="${place}"${styles[index]}><v>${cell}</v></c>`;
      else {
        const formula = cell.formula === undefined ? "" : `<f>${xmlText(cell.formula)}</f>`;
        piece += `<c r="${place}"${style(cell.format)}>${formula}<v>${cell.value}</v></c>`;
      }
    }
    piece += "</row>";
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = "";
  }
  yield `${piece}</sheetData></worksheet>`;
}

export const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
export const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

const textCell = (place: string, text: string, style: number) =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${sheetText(text)}</t></is></c>`;

const unwritable = /(?![\t\n])\p{Cc}|[\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/gu;

/** Signs that XML cannot hold, as spreadsheets write them: _x0001_. Source: ECMA-376 part 1, 22.9.2.19. */
function sheetText(text: string): string {
  const plain = text.isWellFormed() ? text : text.toWellFormed();
  return xmlText(plain).replace(
    unwritable,
    (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
  );
}

export const xmlText = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

function columnLetters(index: number): string {
  const before = Math.floor(index / 26);
  const letter = String.fromCharCode(65 + (index % 26));
  return before === 0 ? letter : columnLetters(before - 1) + letter;
}
