import { listed, plural } from "../site.ts";

const counts = new Intl.NumberFormat("en-GB");

/** A reader's own files. */
export const files = {
  title: "Your files",
  lead: "CSV or TSV, also as .gz, to be joined with the published tables. They stay in this browser: nothing is sent anywhere, and they are gone when the page is loaded again.",
  choose: "Choose files, or drop them on this page",
  reading: (file: string, megabytes: string) => `Reading ${file}: ${megabytes} MB…`,
  loading: (file: string, rows: number) => `Loading ${file}: ${counts.format(rows)} rows…`,
  loaded: (file: string, table: string, rows: number) =>
    `${file} is the table ${table} now: ${counts.format(rows)} ${plural(rows, "row")}.`,
  rows: (rows: number) => `${counts.format(rows)} ${plural(rows, "row")}`,
  short: (rows: number) =>
    `${counts.format(rows)} ${plural(rows, "row")} had fewer cells than the header; the rest of ${rows === 1 ? "it" : "each"} is NULL.`,
  types: "Types as guessed",
  guess:
    "Ids, codes and numbers with leading zeros stay text, days as YYYY-MM-DD are dates, empty cells NULL. Cast in SQL what was guessed wrong.",
  column: (name: string, type: string, header: string) =>
    name === header ? `${name}: ${type}` : `${name}: ${type} (${header})`,
  remove: "Remove",
  removeOf: (table: string) => `Remove ${table}`,
  removed: (table: string) => `${table} is removed.`,
  gone: (tables: readonly string[]) =>
    `${listed(tables)} ${tables.length === 1 ? "is" : "are"} gone, dropped or with an engine that had to be started anew; choose the ${plural(tables.length, "file")} again to have ${tables.length === 1 ? "it" : "them"} back.`,
  problem: (file: string, what: string) => `${file}: ${what}`,
  unexpected: (reason: string) => `it could not be loaded: ${reason}`,
  notText: "it is no CSV, TSV or .gz of them; choose another file, or save it as CSV",
  tooLarge: (most: number) =>
    `it holds more than ${counts.format(most / 1e6)} MB of text, the most that is read here; leave out columns or rows`,
  empty: "it is empty; choose a file with a header and rows",
  notPacked: "it ends in .gz and is no whole gzip file; pack it again or choose the unpacked file",
  badBytes: (line: number) =>
    `line ${counts.format(line)} has bytes that are no UTF-8; save it as "CSV UTF-8" and choose it again`,
  binary: "it holds NUL bytes, so it is no text; export it as CSV",
  onlyHeader: "it has a header and no rows below it",
  noHeader: (cell: string) =>
    `its first line must name the columns, and has "${cell}"; put a header on top`,
  sameHeader: (name: string) => `two of its columns are called "${name}"; rename one`,
  quote: (row: number) =>
    `row ${counts.format(row)} has a quote that is not closed, or text behind a closing one; repair it there`,
  tooWide: (row: number, cells: number, width: number) =>
    `row ${counts.format(row)} has ${cells} cells, the header ${width}; an unquoted separator may stand in a text`,
  clash: (table: string) =>
    `there is a table ${table} already; rename the file, or remove that table first`,
} as const;
