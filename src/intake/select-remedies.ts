import type { RowFault, WatchfulReader } from "./rows/row-reader.ts";

/** What to do in a select, by check, about a cell of the column. */
const remedies: Readonly<Record<string, (column: string) => string>> = {
  not_a_number: (column) => `replace(${column}, ',', '')`,
  not_a_date: (column) => `strptime(${column}, '%d/%m/%Y')`,
  not_a_month: (column) => `strptime(${column}, '%m/%Y')`,
  not_a_timestamp: (column) => `strptime(${column}, '%d/%m/%Y %H:%M')`,
  not_a_choice: (column) => `case when ${column} = 'theirs' then 'ours' end`,
  not_a_flag: (column) => `${column} = 'theirs'`,
  bad_text: (column) => `case when ${column} = 'theirs' then 'ours' end`,
};

/** The same reader; where a file would need a declaration, which a dataset by sql has none of, it names the SQL. */
export function readerOfSelect(reader: WatchfulReader): WatchfulReader {
  return {
    values: reader.values,
    doubts: reader.doubts,
    read: (record, row, line) => reader.read(record, row, line)?.map(inSelect),
  };
}

function inSelect(fault: RowFault): RowFault {
  const { check, column, remedy } = fault;
  const sql = column === undefined ? undefined : remedies[check]?.(column);
  const needsDeclaration = /\bdeclare\b|\bvalues\b/.test(remedy);
  if (!needsDeclaration) return fault;
  const example = sql === undefined ? "" : `, such as by ${sql}`;
  return { ...fault, remedy: `give it as expected in the select${example}, or correct the source` };
}
