import type { Column, Dataset, DatasetName } from "../../contracts/index.ts";
import { nearest } from "../rows/suggestion.ts";
import type { Fault } from "../unreadable.ts";
import { columnCalled } from "./names.ts";

/** How to make a column be read from a header of the file. */
export type HowToName = (column: string, near?: string) => string;

/** An arr beside the mrr says nothing more: a line has one amount, or a second that is not read. */
const insteadOf: Readonly<Record<string, string>> = { amount: "mrr", mrr: "amount" };

/**
 * Headers that no column reads, and that look or mean like a column that stays blank: by spelling,
 * or as other tools call it. What resembles nothing is not told.
 */
export function unusedColumns(
  dataset: Dataset,
  unread: readonly string[],
  open: readonly Column[],
  howToName: HowToName,
): Fault[] {
  const names = open.map(({ name }) => name);
  const isFilled = ({ name }: Column) => !names.includes(name);
  const filled = dataset.columns.filter(isFilled).map(({ name }) => name);
  const missed = names.filter((name) => !filled.includes(insteadOf[name] ?? ""));
  return unread.flatMap((header) => {
    const column =
      nearest(header, names) ?? columnCalled(header, dataset.name as DatasetName, missed);
    if (column === undefined) return [];
    const off = 'set checks: { unused_column: "off" }';
    return [
      {
        check: "unused_column",
        value: header,
        expected: `a header ${JSON.stringify(column)}, which is blank in every row without it`,
        remedy: `did you mean ${JSON.stringify(column)}? ${howToName(column, header)}, or ${off} if it is something else`,
      },
    ];
  });
}
