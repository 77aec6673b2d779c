import { listed, plural } from "./site.ts";

const rowsOf = (count: number) => plural(count, "row");

/** What was presented, and how it reads now. */
export const ledger = {
  name: "Presented numbers",
  link: "Presented numbers, and what changed since",
  none: "No deck was presented from this data yet",
  noneFact:
    "A deck that is presented is frozen: its numbers, what they follow from, and the rows they stand on. Every later build then says here which numbers read differently, and which rows or settings did it.",
  noneRemedy: 'Freeze the numbers of the day with: npm run present -- --name "Q3 board"',
  finding: (decks: number, changed: number) => {
    const of = `${decks} presented ${plural(decks, "deck")}`;
    if (changed === 0) return `Every number of ${of} reads as it did`;
    return `${changed} ${plural(changed, "number")} of ${of} ${plural(changed, "reads", "read")} differently now`;
  },
  lead: "Each deck is measured again as of its own day, from today's files and by today's definitions, and held against what was shown.",
  measure: (asOf: string) => `Numbers presented as of ${asOf}, and read again for that day`,
  deckFinding: (name: string, changed: string, all: string, count: number) =>
    count === 0
      ? `${name}: all ${all} numbers read as they did`
      : `${name}: ${changed} of ${all} numbers ${plural(count, "reads", "read")} differently now`,
  same: (count: string) => `${count} read as they did.`,
  slight: (count: string, all: number) =>
    `${count} more ${plural(all, "differs", "differ")} in digits that are not printed.`,
  gone: "no longer shown",
  unknown: "not known",
  why: "Why",
  numbers: "Numbers that read differently",
  figure: (measure: string, count: string, all: number) =>
    `${measure}: ${count} ${plural(all, "number")}`,
  columns: {
    row: "Row",
    number: "Number",
    was: "Was",
    now: "Now",
    difference: "Difference",
    why: "Why",
  },
  reason: (place: number) => `Reason ${place}`,
  reasonOf: (place: number, parts: readonly string[], slight: readonly string[]) =>
    `Reason ${place}: ${[
      ...(parts.length > 0 ? [listed(parts)] : []),
      ...(slight.length > 0 ? [`less than is printed by ${listed(slight)}`] : []),
    ].join("; ")}`,
  part: (by: string, what: string) => (by === "" ? what : `${by} by ${what}`),
  rounded: "rounding",
  bySql: "the SQL",
  bySettings: (paths: readonly string[]) =>
    `the ${plural(paths.length, "setting")} ${listed(paths)}`,
  someOf: "rows",
  row: (file: string, row: number) => `${file} row ${row}`,
  someRows: (file: string, kind: string | null, count: string, all: number) =>
    `${count} ${rowsOf(all)} ${kind ?? "added, removed or changed"} in ${file}`,
  steps:
    "What each setting did, and each row or lot of rows, was measured: a reason names those that moved its numbers. Of a number that several moved each part is what it did after those before it, the SQL and settings first, then rows in the order of their files; the parts make up the difference.",
  caption: (measure: string) => `${measure}: numbers that read differently now`,
  setting: (path: string, was: string, now: string) =>
    `The setting ${path} was ${was} and is ${now}.`,
  notSet: "not set",
  tables: (names: readonly string[]) => `The SQL of ${listed(names)} changed with Hourglass.`,
  others: (paths: readonly string[]) =>
    `No row changed and no setting that its SQL reads; of the other settings ${listed(paths)} changed.`,
  version: (was: string, now: string) =>
    `No row, setting or SQL changed; it was presented by Hourglass ${was} and is read by ${now}.`,
  unexplained:
    "No row, setting or SQL changed that it stands on. It may be drawn otherwise by a change of Hourglass that its version does not tell.",
  both: "Definition and rows moved it. The part of the definition is what the presented rows read by today's definition; the rest is the rows'.",
  idle: (changes: readonly string[]) =>
    `Changed too, and moved none of these numbers: ${listed(changes)}.`,
  idleSetting: (path: string, was: string, now: string) =>
    `the setting ${path} (was ${was}, is ${now})`,
  idleTable: (name: string) => `the SQL of ${name}`,
  file: (file: string, parts: readonly string[], isSame: boolean) =>
    `${file}: ${listed(parts)}${isSame ? "; the file has the bytes that it had, so it is mapped otherwise" : ""}.`,
  added: (count: string, all: number) => `${count} ${rowsOf(all)} added`,
  removed: (count: string, all: number) => `${count} ${rowsOf(all)} removed`,
  changed: (count: string, all: number) => `${count} ${rowsOf(all)} changed`,
  rows: (shown: string, all: string) =>
    shown === all ? `The rows (${all})` : `The rows (${shown} of ${all})`,
  sql: "SQL that changed",
  sqlOf: (table: string, came: number, went: number) =>
    `${table}: ${came} ${plural(came, "line")} new, ${went} gone`,
  words: (count: number) => `Words that read differently (${count})`,
  wordsCaption: "What slides said of their figures, and what they would say now",
  wordColumns: { figure: "Figure", where: "Where", was: "Was", now: "Now" },
  parts: { finding: "title", facts: "under the figure", said: "on the figure" },
  rowsCaption: "Rows that are not as they were presented",
  rowsNone: "Which rows is not published; reports/changes/ beside the configuration has them.",
  rowColumns: {
    file: "File",
    row: "Row",
    customer: "Customer",
    what: "What",
    column: "Column",
    was: "Was",
    now: "Now",
  },
  kinds: { added: "added", removed: "removed", changed: "changed" },
  hidden: "not published",
  whole: "whole row",
  narrowed:
    "Of the rows that changed those that can touch these numbers: of the datasets and columns that their SQL reads, and none that begins after the days they are of.",
  places:
    "Rows are counted as a spreadsheet does, the header too; of a removed row it is the place that it had.",
  mark: (count: number, deck: string, asOf: string) =>
    `${count} ${plural(count, "number")} of this figure ${plural(count, "was", "were")} presented otherwise in ${deck}, as of ${asOf}.`,
  markOfMetric: (count: number, deck: string, asOf: string) =>
    `${count} ${plural(count, "number")} of figures that show this metric ${plural(count, "was", "were")} presented otherwise in ${deck}, as of ${asOf}.`,
  markLink: "What changed",
} as const;
