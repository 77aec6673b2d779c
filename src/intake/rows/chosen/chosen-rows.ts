import { type FileSource, normalised, suggestion } from "../../../contracts/index.ts";
import { note, type OddRows, type Place } from "../../text/oddities.ts";
import type { RecordBatch, RecordTable } from "../../text/records.ts";
import type { Fault } from "../../unreadable.ts";

export interface RowChoice {
  /** Rows under the header that are header too. */
  extraHeaderRows: number;
  /** A row of these that reads as data ends them; otherwise it is passed over all the same. */
  endsWithData: boolean;
  /** By header: the values whose rows are left out. */
  leaveOut: Readonly<Record<string, readonly string[]>>;
  /** Words in the lines that a report ends with. */
  footer: string | undefined;
}

/** @param given what the configuration says; only what it does not say itself is in doubt */
export function rowChoice(source: FileSource, given: FileSource): RowChoice {
  const { extra_header_rows: extraHeaderRows = 0, leave_out: leaveOut, footer } = source;
  const endsWithData = given.extra_header_rows === undefined;
  return { extraHeaderRows, endsWithData, leaveOut, footer };
}

/** Who is told of rows that are passed over. */
export interface ChoiceWatch {
  /** How many more rows were left out. */
  onLeftOut(count: number): void;
  /** Whether a record under the header reads as data. Absent: nobody can tell. */
  isData?(record: readonly string[]): boolean;
  /** A row that stands where an extra header row was to stand, and reads as data. */
  onData?(place: Place): void;
  /** Whether a record has all cells that a row of data must have. Absent: nobody can tell. */
  isFilled?(record: readonly string[]): boolean;
  /** A row of the ending that has them, and is left out for its words. */
  onFilledFooter?(place: Place): void;
}

/** What is wrong with the headers that rows are chosen by. */
export function checkRowChoice(source: FileSource, header: readonly string[]): Fault[] {
  const known = new Set(header.map(normalised));
  return Object.keys(source.leave_out)
    .filter((name) => !known.has(normalised(name)))
    .map((name) => ({
      check: "missing_header",
      value: name,
      expected: `one of ${header.map((theirs) => theirs.trim()).join(", ")}`,
      remedy: `${suggestion(name, header)}correct leave_out, or take it out`,
    }));
}

/**
 * The records that are rows of data. What is passed over is counted, extra header rows too: one of
 * them may be a row after all. Too few cells are told of rows of data alone.
 */
export async function* chosenRows(
  table: RecordTable,
  choice: RowChoice,
  { onLeftOut, isData = () => false, onData, isFilled = () => false, onFilledFooter }: ChoiceWatch,
): AsyncGenerator<RecordBatch> {
  const isEveryRow = Object.keys(choice.leaveOut).length === 0 && choice.footer === undefined;
  if (isEveryRow && choice.extraHeaderRows === 0) return yield* table.batches;
  let firstRow = table.firstRow + choice.extraHeaderRows;
  const isLeftOut = leftOutTest(table.header, choice.leaveOut);
  const short: OddRows = { count: 0 };
  const batchOf = (picked: readonly PickedRow[]) => {
    for (const { record, row, line = row } of picked) {
      if (record.length < table.header.length) note(short, { row, line });
    }
    return batchFrom(picked);
  };
  const footer = footerTest(choice.footer, isFilled);
  /** Rows that may be of the ending, until it is known whether the file ends with them. */
  let held: PickedRow[] = [];
  let lastRow = table.firstRow - 1;
  for await (const batch of table.batches) {
    const picked: PickedRow[] = [];
    for (const [index, record] of batch.records.entries()) {
      const row = pickedRow(batch, index, record);
      if (row.row < firstRow && row.broken === undefined && isData(record)) {
        onData?.({ row: row.row, line: row.line ?? row.row });
        if (choice.endsWithData) firstRow = row.row;
      }
      if (row.row < firstRow) onLeftOut(1);
      else if (row.broken === undefined && isLeftOut(record)) onLeftOut(1);
      else if (row.broken === undefined && footer.mayHave(record)) held.push(row);
      else {
        picked.push(...held, row);
        held = [];
        lastRow = row.row;
      }
    }
    yield batchOf(picked);
  }
  const start = endingStart(held, lastRow, footer);
  if (start > 0) yield batchOf(held.slice(0, start));
  for (const { record, row, line = row } of held.slice(start)) {
    onLeftOut(1);
    if (isFilled(record)) onFilledFooter?.({ row, line });
  }
  table.oddities.short = short;
}

interface PickedRow {
  record: readonly string[];
  row: number;
  line: number | undefined;
  broken: string | undefined;
}

function pickedRow(batch: RecordBatch, index: number, record: readonly string[]): PickedRow {
  const broken = batch.malformed?.get(index);
  return { record, row: batch.rows[index] ?? 0, line: batch.lines?.[index], broken };
}

function batchFrom(picked: readonly PickedRow[]): RecordBatch {
  const malformed = new Map<number, string>();
  for (const [index, { broken }] of picked.entries()) {
    if (broken !== undefined) malformed.set(index, broken);
  }
  return {
    records: picked.map(({ record }) => record),
    rows: picked.map(({ row }) => row),
    lines: picked.map(({ line }) => line ?? 0),
    malformed,
  };
}

function leftOutTest(header: readonly string[], leaveOut: RowChoice["leaveOut"]) {
  const tests = Object.entries(leaveOut).map(([name, values]) => ({
    cell: header.findIndex((theirs) => normalised(theirs) === normalised(name)),
    values: new Set(values.map((value) => value.trim().toLowerCase())),
  }));
  return (record: readonly string[]) =>
    tests.some(({ cell, values }) => values.has((record[cell] ?? "").trim().toLowerCase()));
}

interface FooterTest {
  /** Of a row at the end of the file; a row with all its cells only if nothing but the words names it. */
  mayHave(record: readonly string[]): boolean;
  hasWords(record: readonly string[]): boolean;
}

/**
 * `Summe` is in `Summe: 3`, not in `Summerfield`; and `Summe Bau GmbH` with its id is a customer.
 * Alone, the words may stand behind blank cells.
 */
function footerTest(
  footer: string | undefined,
  isFilled: (record: readonly string[]) => boolean,
): FooterTest {
  if (footer === undefined) return { mayHave: () => false, hasWords: () => false };
  const before = /^[\p{L}\p{N}]/u.test(footer) ? "(?<![\\p{L}\\p{N}])" : "";
  const behind = /[\p{L}\p{N}]$/u.test(footer) ? "(?![\\p{L}\\p{N}])" : "";
  const words = before + footer.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&") + behind;
  const anywhere = new RegExp(words, "u");
  const atStart = new RegExp(`^${words}`, "u");
  const alone = new RegExp(`^${words}\\P{L}*$`, "u");
  const test = (pattern: RegExp, record: readonly string[]) =>
    pattern.test((record[0] ?? "").trim());
  const standsAlone = (record: readonly string[]) =>
    alone.test((record.find((cell) => cell.trim() !== "") ?? "").trim());
  return {
    mayHave: (record) =>
      standsAlone(record) || (!isFilled(record) && (isOneCell(record) || test(atStart, record))),
    hasWords: (record) =>
      standsAlone(record) || test(isOneCell(record) ? anywhere : atStart, record),
  };
}

/**
 * Where the ending begins: at its words, or at the blank line before them. A row of one cell right
 * under the data may be a row that lacks its others, which is to be told.
 * @returns the length of the rows where they are no ending
 */
function endingStart(rows: readonly PickedRow[], lastRow: number, footer: FooterTest): number {
  const words = rows.findIndex(({ record }) => footer.hasWords(record));
  if (words === -1) return rows.length;
  const blank = rows.findIndex(({ row }, index) => row - (rows[index - 1]?.row ?? lastRow) > 1);
  return blank === -1 ? words : Math.min(blank, words);
}

function isOneCell(record: readonly string[]): boolean {
  return record.every((cell, index) => index === 0 || cell.trim() === "");
}
