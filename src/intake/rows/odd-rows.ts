import type { RecordTable } from "../text/records.ts";
import type { Fault } from "../unreadable.ts";

/** What is odd about rows that were read all the same: one fault a kind, with the first row. */
export function oddRows({ oddities, header }: RecordTable): Fault[] {
  const { short, stray, returns, swallowed, blank, drawn } = oddities;
  const faults: Fault[] = [];
  if (short.first) {
    faults.push({
      check: "short_rows",
      ...short.first,
      value: String(short.count),
      expected: `${header.length} cells as in the header, or blank ones at the end left out`,
      remedy: "nothing to do, if blank cells were left out; else mend the rows in the source",
    });
  }
  if (stray.first) {
    faults.push({
      check: "stray_quotes",
      ...stray.first,
      value: String(stray.count),
      expected: 'quotes in pairs, and "" for a quote within a cell',
      remedy: "nothing to do, if the quote belongs to the cell; else mend the row in the source",
    });
  }
  if (returns.first) {
    faults.push({
      check: "stray_returns",
      ...returns.first,
      value: String(returns.count),
      expected: "the same line break throughout: LF, CRLF or CR",
      remedy: "nothing to do, if it belongs to the cell; else save the file again in an editor",
    });
  }
  if (swallowed.first && swallowed.lines) {
    const { from, to } = swallowed.lines;
    const others = swallowed.count === 1 ? "" : `; so do ${swallowed.count - 1} more such cells`;
    faults.push({
      check: "swallowed_rows",
      ...swallowed.first,
      value: `lines ${from} to ${to}`,
      expected: `a quoted cell that ends on line ${from}${others}`,
      remedy: `nothing to do, if the lines are one text; else close the quote on line ${from}: its rows are not read`,
    });
  }
  if (blank.first) {
    faults.push({
      check: "blank_rows",
      ...blank.first,
      value: String(blank.count),
      expected: "a row with a value, or a line without anything",
      remedy: "nothing to do, if they are blank in the source: they count as left out",
    });
  }
  if (drawn.first) {
    faults.push({
      check: "drawn_lines",
      ...drawn.first,
      value: String(drawn.count),
      expected: "a row with a value",
      remedy: "nothing to do: they count as left out",
    });
  }
  return faults;
}
