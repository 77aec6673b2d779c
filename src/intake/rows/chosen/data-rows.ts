import type { Column, Dataset } from "../../../contracts/index.ts";
import type { Place } from "../../text/oddities.ts";
import type { Fault } from "../../unreadable.ts";
import type { HeaderMatch } from "../header.ts";
import { type RowFormat, rowReader } from "../row-reader.ts";

/** Kinds of cells that no header looks like. */
const telling: ReadonlySet<Column["reads"]> = new Set(["number", "day", "month", "timestamp"]);

/**
 * Tells a row of data from a row of headers: a number or a day of it reads as such, and none that
 * is required reads otherwise. Text says nothing: every header reads as one.
 */
export function dataRowTest(
  dataset: Dataset,
  match: HeaderMatch,
  format: RowFormat,
): (record: readonly string[]) => boolean {
  const cells = dataset.columns.flatMap((column, index) => {
    const cell = match.cells[index] ?? -1;
    if (cell === -1 || !telling.has(column.reads)) return [];
    const alone = { ...match, cells: [0], width: 1 };
    const reader = rowReader({ ...dataset, columns: [column], rules: [] }, alone, format);
    return [{ cell, isRequired: column.isRequired, reader }];
  });
  return (record) => {
    let isData = false;
    for (const { cell, isRequired, reader } of cells) {
      const raw = record[cell] ?? "";
      if (raw.trim() === "") continue;
      const isRead = reader.read([raw]) === undefined;
      if (!isRead && isRequired) return false;
      isData ||= isRead && reader.values[0] !== "";
    }
    return isData;
  };
}

/** What to say of a row that stands where an extra header row was to stand, and reads as data. */
export function dataUnderHeader(place: Place, isTaken: boolean): Fault {
  return isTaken
    ? {
        check: "data_in_place_of_header",
        ...place,
        expected: "one more row of headers, as the export writes it",
        remedy: "nothing to do, if the row is data; else declare extra_header_rows",
      }
    : {
        check: "data_passed_over",
        ...place,
        expected: "headers in as many rows as extra_header_rows says",
        remedy: "lower extra_header_rows, if the row is data",
      };
}

/** Tells whether a record has every cell that a row of the dataset must have, whatever it holds. */
export function filledRowTest(
  dataset: Dataset,
  { cells }: HeaderMatch,
): (record: readonly string[]) => boolean {
  const required = dataset.columns.flatMap(({ isRequired }, index) => {
    const cell = cells[index] ?? -1;
    return isRequired && cell >= 0 ? [cell] : [];
  });
  return (record) => required.every((cell) => (record[cell] ?? "").trim() !== "");
}

/** What to say of a row that is left out with the ending, and has the cells of a row of data. */
export function filledFooter(place: Place): Fault {
  return {
    check: "footer_like_data",
    ...place,
    expected: "blank cells in the lines that a report ends with",
    remedy: "nothing to do, if it is a line of totals; else take out footer, or give other words",
  };
}
