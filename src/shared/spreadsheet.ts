const needsQuotes = /[",\r\n]/;

/** One line of CSV in the dialect the warehouse loads: comma, LF, quoted where needed. */
export function csvLine(cells: readonly string[]): string {
  let line = "";
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index] ?? "";
    if (index > 0) line += ",";
    line += needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  }
  return `${line}\n`;
}

/**
 * Signs with which a spreadsheet takes a cell for a formula; blanks before them may be taken off.
 * Apostrophes before them are counted, so that taking one off always gives back what was there.
 */
const formulaStart = /^'*(?:\s*[=+\-@\t\r＝＋－＠]|[\t\r\n])/;
const plainNumber = /^[+-]?\d+([.,]\d+)*%?$/;

/**
 * A cell that a spreadsheet shows and does not run: an apostrophe is put before what would begin a
 * formula. Numbers with a sign, such as -5 or +1,200.50, stay as they are.
 */
export function spreadsheetCell(text: string): string {
  return formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}

/** One line of CSV for a spreadsheet. */
export function spreadsheetLine(cells: readonly string[]): string {
  return csvLine(cells.map(spreadsheetCell));
}
