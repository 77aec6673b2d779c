import type { Dataset } from "../../contracts/index.ts";
import { csvLine } from "../../shared/spreadsheet.ts";
import type { LineWriter } from "../csv-lines.ts";
import type { RowFault } from "./row-reader.ts";

/** Rows set aside, for the warehouse: so that what they cost can be told. */
export interface ReadableWriter extends Pick<LineWriter, "flush" | "close" | "discard"> {
  add(
    place: readonly (number | undefined)[],
    faults: readonly RowFault[],
    values: readonly string[],
  ): void;
}

/** Checks that condemn a whole record: which cell is which cannot be told. */
const recordChecks = new Set([
  "line_of_totals",
  "malformed_quote",
  "repeated_header",
  "too_many_cells",
]);

/**
 * Each line: row, line, the checks that failed, the columns that could not be read (`*` for
 * all of them), then the canonical cells, those left blank. A rule that fails leaves its row whole.
 */
export function openReadable(lines: LineWriter, dataset: Dataset): ReadableWriter {
  const rules = new Set(dataset.rules?.map(({ check }) => check));
  return {
    add(place, faults, values) {
      const checks = [...new Set(faults.map(({ check }) => check))];
      const isLost = checks.some((check) => recordChecks.has(check));
      const broken = faults.filter(({ check }) => !rules.has(check));
      const lost = new Set(broken.map(({ column }) => column ?? ""));
      const cells = dataset.columns.map(({ name }, index) =>
        isLost || lost.has(name) ? "" : (values[index] ?? ""),
      );
      const where = place.map((number) => String(number ?? ""));
      const unreadable = isLost ? "*" : [...lost].join(" ");
      lines.add(csvLine([...where, checks.join(" "), unreadable, ...cells]));
    },
    flush: lines.flush,
    close: lines.close,
    discard: lines.discard,
  };
}
