import type { Dataset, FileSource } from "../../contracts/index.ts";
import { parserFor } from "../text/batches.ts";
import { type Delimiter, scanHeader } from "../text/header-line.ts";
import { isSpacedLine } from "../text/misquoted.ts";
import type { RecordTable } from "../text/records.ts";
import type { Fault } from "../unreadable.ts";
import { readIsoDate } from "./cells/dates.ts";
import { mapFile } from "./file-mapping.ts";

const mostNamed = 8;
/** Quotes that are part of the cell in every CSV. */
const otherQuotes = /^['`´‘’“”„«»](.*)['`´‘’“”„«»]$/;

/**
 * What to say where the header lacks a column: that another line is the header, that the delimiter
 * is another, that there is no header; else each fault, with the line that was taken as header.
 */
export function explainHeader(
  dataset: Dataset,
  table: RecordTable,
  source: FileSource,
  faults: readonly Fault[],
): readonly Fault[] {
  const isLacking = faults.some(
    ({ check }) => check === "missing_column" || check === "missing_header",
  );
  if (!isLacking) return faults;
  const remedy = remedyFor(dataset, table, source);
  if (remedy === undefined) return faults.map((fault) => withLine(fault, table));
  const names = dataset.columns.filter(({ isRequired }) => isRequired);
  const wanted = names.map(({ name }) => source.columns[name] ?? name).join(", ");
  const taken = `line ${table.headerLine} (${named(table.header)})`;
  return [{ check: "lost_header", value: taken, expected: `headers such as ${wanted}`, remedy }];
}

function remedyFor(dataset: Dataset, table: RecordTable, source: FileSource): string | undefined {
  const known = columnsIn(dataset, table.header, source);
  const line = table.top[table.headerLine - 1] ?? "";
  for (const delimiter of [",", ";", "\t", "|"] as const) {
    const isOther = delimiter !== table.delimiter && line.includes(delimiter);
    if (
      isOther &&
      columnsIn(dataset, cellsOf(line, delimiter), source) === Number.POSITIVE_INFINITY
    )
      return `declare delimiter: ${JSON.stringify(delimiter)}`;
  }
  const bare = table.header.map((cell) => otherQuotes.exec(cell.trim())?.[1]);
  const isQuoted = bare.every((cell) => cell !== undefined);
  if (isQuoted && columnsIn(dataset, bare, source) === Number.POSITIVE_INFINITY)
    return 'the cells stand in quotes of another kind: export with ", or without quotes around the cells';
  let best = { index: -1, fit: Math.max(known, 1) };
  for (let index = table.headerLine; index < table.top.length; index++) {
    const found = columnsIn(dataset, cellsOf(table.top[index] ?? "", source.delimiter), source);
    if (found > best.fit) best = { index, fit: found };
  }
  if (best.index !== -1) {
    const header = named(cellsOf(table.top[best.index] ?? "", source.delimiter));
    return `declare skip_lines: ${best.index}, if line ${best.index + 1} is the header: ${header}`;
  }
  const [only = ""] = table.header;
  if (table.header.length === 1 && known === 0) {
    const isWrapped = columnsIn(dataset, cellsOf(only, source.delimiter), source) > 0;
    return isWrapped
      ? "every line stands in quotes as a whole: export without quotes around the lines"
      : "if another sign than comma, semicolon, tab or pipe parts the columns, export with one of these";
  }
  const isData = known === 0 && table.header.some((cell) => isValue(cell.trim()));
  return isData
    ? "the file seems to have no header: export it with one, or write the columns' names above the rows"
    : undefined;
}

/** How many columns a header names; infinite where none is lacking. */
function columnsIn(dataset: Dataset, header: readonly string[], source: FileSource): number {
  const { match } = mapFile(dataset, header, source);
  if (match.faults.length === 0) return Number.POSITIVE_INFINITY;
  return match.cells.filter((cell) => cell >= 0).length;
}

function cellsOf(line: string, declared?: Delimiter): string[] {
  const { delimiter } = scanHeader(line, declared);
  const dialect = { delimiter, isSpaced: isSpacedLine(line, delimiter), isEscaped: false };
  return parserFor(dialect)(line, true).data[0] ?? [];
}

/** A number or a day, as no header is called. */
function isValue(text: string): boolean {
  return (
    /^[-+]?\d[\d.,]*$/.test(text) ||
    /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(text) ||
    readIsoDate(text) !== undefined
  );
}

function withLine(fault: Fault, table: RecordTable): Fault {
  if (fault.check !== "missing_column") return fault;
  const place = `on line ${table.headerLine}, which has ${named(table.header)}`;
  return { ...fault, expected: `${fault.expected} ${place}` };
}

function named(header: readonly string[]): string {
  const names = header.slice(0, mostNamed).map((name) => JSON.stringify(name.trim().slice(0, 60)));
  const more = header.length - names.length;
  return `${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
