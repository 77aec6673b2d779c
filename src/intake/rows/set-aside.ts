import { spreadsheetLine } from "../../shared/spreadsheet.ts";
import type { LineWriter } from "../csv-lines.ts";

/** Rows set aside as they stand in their files, under the headers of these. */
export interface AsideLines {
  /** Takes the header of the file whose rows follow, as `asideHeader` has it. */
  header: LineWriter;
  rows: LineWriter;
}

/** Our four columns, and those of the file that the rows are of. */
export function asideHeader(header: readonly string[]): string {
  const theirs = header.map((name) => name.trim());
  return spreadsheetLine(["file", "row", "line", "problem", ...theirs]);
}

/** Writes a header above the first row of a file, unless the rows above have the same. */
export function underHeaders(lines: LineWriter): AsideLines {
  let wanted = "";
  let written = "";
  const nothing = () => Promise.resolve();
  const header: LineWriter = {
    add(line) {
      wanted = line;
    },
    flush: nothing,
    close: nothing,
    discard: nothing,
  };
  const rows: LineWriter = {
    ...lines,
    add(line) {
      if (line === "") return;
      if (wanted !== written) lines.add(wanted);
      written = wanted;
      lines.add(line);
    },
  };
  return { header, rows };
}
