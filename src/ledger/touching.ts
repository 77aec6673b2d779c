import type { Definitions, FigureDefinition } from "./definitions/definitions.ts";
import type { PresentedNumber } from "./numbers.ts";
import type { RowChange } from "./rows/compare.ts";

/** What limits the rows that can touch a number. */
export interface Limits {
  asOf: string;
  /** Days for which a customer counts as there between two contract lines: they look ahead so far. */
  graceDays: number;
}

/**
 * The changes that can touch a figure's numbers: of datasets that it stands on, and in columns that
 * its SQL names.
 *
 * @param definitions of today, and of the presented deck
 */
export function touchingFigure(
  changes: readonly RowChange[],
  figure: string,
  definitions: readonly Definitions[],
): RowChange[] {
  const own = definitions.flatMap(({ figures, tables }) => {
    const found = figures[figure];
    return found ? [{ figure: found, words: wordsOf(found, tables) }] : [];
  });
  return changes.filter(({ dataset, kind, cells }) =>
    own.some(
      ({ figure: { inputs }, words }) =>
        inputs.includes(dataset) &&
        (kind !== "changed" || cells.some(({ column }) => words.has(column))),
    ),
  );
}

/** Every word of the SQL that a figure stands on: more than the columns it reads, never fewer. */
export function wordsOf(
  { tables }: FigureDefinition,
  sql: Definitions["tables"],
): ReadonlySet<string> {
  return new Set(tables.flatMap((name) => sql[name]?.sql.match(/\w+/g) ?? []));
}

/**
 * Of the rows that can touch a figure those that can touch one of its numbers: none whose days all
 * lie after those that the number is of. All, where that leaves none: then it is not known.
 */
export function touchingNumber(
  changes: readonly RowChange[],
  number: PresentedNumber,
  limits: Limits,
): RowChange[] {
  const last = lastDayOf(number, limits);
  const within = changes.filter(({ firstDay }) => firstDay === null || firstDay <= last);
  return within.length > 0 ? within : [...changes];
}

function lastDayOf({ period, every }: PresentedNumber, { asOf, graceDays }: Limits): string {
  if (period === "") return asOf;
  const [year = 0, month = 0] = period.split("-").map(Number);
  const end = new Date(Date.UTC(year, month - 1 + (every === "quarter" ? 3 : 1), graceDays));
  const day = end.toISOString().slice(0, 10);
  return day < asOf ? day : asOf;
}
