import type { Column } from "../../../contracts/index.ts";
import type { Place } from "../../text/oddities.ts";
import type { Fault } from "../../unreadable.ts";

export interface DateWatch {
  /** Takes each different cell of a day once, as the file has it. */
  see(column: Column, raw: string, place: Place): void;
  /** The first day that reads in two ways, where no day of the file tells in which. */
  doubts(): Fault[];
}

/**
 * Watches a file whose date format nobody declared: it is what such exports mostly have. `03/04/2024`
 * is told by a day of the file that reads with the month first alone, such as 03/14/2024.
 *
 * @param assumed format that the cells are read by; undefined where it is declared, or ISO
 */
export function watchDates(assumed: string | undefined): DateWatch {
  let first: (Place & { column: Column; raw: string; cells: readonly string[] }) | undefined;
  const numbers = /^\s*(\d{1,2})([/.-])(\d{1,2})[/.-](\d{4}|\d{2})\b/;
  let monthFirst = false;
  let dayFirst: string | undefined;
  return {
    see(column, raw, { row, line }) {
      if (assumed === undefined) return;
      const cells = numbers.exec(raw)?.slice(1);
      const [one = 0, , two = 0] = (cells ?? []).map(Number);
      if (!cells || one === two) return;
      if (one > 12) dayFirst ??= raw.trim();
      else if (two > 12) monthFirst = true;
      else first ??= { column, raw, row, line, cells };
    },
    doubts() {
      if (!first || (monthFirst && dayFirst === undefined)) return [];
      const { column, raw, row, line, cells } = first;
      const [one = "", sign = "/", two = "", year = ""] = cells;
      const years = "YYYY".slice(0, year.length);
      const day = (month: string, of: string) =>
        `${year}-${month.padStart(2, "0")}-${of.padStart(2, "0")}`;
      const hint =
        dayFirst === undefined || monthFirst
          ? ""
          : `; ${JSON.stringify(dayFirst)} has the day first`;
      return [
        {
          check: "ambiguous_date",
          column: column.name,
          value: raw,
          ...(column.isPrivate ? { isPrivate: true } : {}),
          row,
          line,
          expected: `a day that reads in one way: this one is ${day(one, two)} or ${day(two, one)}${hint}`,
          remedy: `declare date_format: "MM${sign}DD${sign}${years}" where the month stands first, or "DD${sign}MM${sign}${years}" where the day does`,
        },
      ];
    },
  };
}
