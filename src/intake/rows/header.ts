import {
  type Column,
  type Dataset,
  type DatasetName,
  type FileSource,
  nearest,
  normalised,
  suggestion,
} from "../../contracts/index.ts";
import { columnCalled } from "../mapping/names.ts";
import { type HowToName, unusedColumns } from "../mapping/unused-columns.ts";
import type { Fault } from "../unreadable.ts";

export interface HeaderMatch {
  /** Per column of the dataset: the cell it is read from, or -1 where the file has none. */
  cells: readonly number[];
  /** Cells of the header; a row with more of them has gone astray. */
  width: number;
  /** By column that holds a unit of time: the cell with how many of them make its period. */
  counts?: ReadonlyMap<string, number>;
  /** Headers of the file that no column reads. */
  ignored: string[];
  /** Of these, the ones that seem to be meant for a column that the file does not fill. */
  unused: Fault[];
  /** Any of these makes the file unreadable. */
  faults: Fault[];
}

export interface Mapping
  extends Pick<FileSource, "columns" | "constants">,
    Partial<Pick<FileSource, "leave_out">> {
  /** Columns that are not read even from a header of their name. */
  unread?: readonly string[];
}

/**
 * Which cell holds which column, by the names the header and the configuration give them. A name
 * that stands there twice is a fault only where a column is read from it: nobody can say from which.
 */
export function matchHeader(
  dataset: Dataset,
  header: readonly string[],
  mapping: Mapping,
  howToName: HowToName = mapWithColumns,
): HeaderMatch {
  const faults: Fault[] = [];
  const places = new Map<string, number>();
  const twice = new Map<string, string>();
  for (const [index, name] of header.entries()) {
    const key = normalised(name);
    if (key === "") continue;
    if (places.has(key)) twice.set(key, name.trim());
    else places.set(key, index);
  }
  const read = new Set<number>();
  const cells = dataset.columns.map((column) => {
    if (column.name in mapping.constants || mapping.unread?.includes(column.name)) return -1;
    const theirs = mapping.columns[column.name];
    const key = normalised(theirs ?? column.name);
    const index = places.get(key) ?? -1;
    read.add(index);
    const repeated = twice.get(key);
    if (repeated !== undefined) faults.push(duplicateHeader(repeated));
    return index;
  });
  const ignored = [...header.entries()]
    .filter(([index]) => !read.has(index))
    .map(([index, name]) => name.trim() || `(column ${index + 1})`);
  for (const [index, column] of dataset.columns.entries()) {
    if (cells[index] !== -1 || column.name in mapping.constants) continue;
    const theirs = mapping.columns[column.name];
    if (theirs !== undefined) faults.push(missingHeader(column.name, theirs, header));
    else if (column.isRequired) {
      const near = nearest(column.name, ignored) ?? calledAs(column.name, dataset, ignored);
      const question = near === undefined ? "" : `did you mean ${JSON.stringify(near)}? `;
      const remedy = `${question}${howToName(column.name, near)}`;
      const expected = `a header ${JSON.stringify(column.name)}`;
      faults.push({ check: "missing_column", column: column.name, expected, remedy });
    }
  }
  const isOpen = ({ name }: Column, index: number) =>
    cells[index] === -1 && !(name in mapping.constants) && !(name in mapping.columns);
  const open = dataset.columns.filter(
    (column, index) => isOpen(column, index) && !column.isRequired,
  );
  const chosenBy = Object.keys(mapping.leave_out ?? {}).map(normalised);
  const unread = [...header.entries()]
    .filter(([index, name]) => !read.has(index) && !chosenBy.includes(normalised(name)))
    .map(([, name]) => name.trim())
    .filter(Boolean);
  const unused = unusedColumns(dataset, unread, open, howToName);
  return { cells, width: header.length, ignored, unused, faults };
}

/** The header by which other tools call a column. */
function calledAs(
  column: string,
  { name, columns }: Dataset,
  headers: readonly string[],
): string | undefined {
  const all = columns.map((known) => known.name);
  return headers.find((header) => columnCalled(header, name as DatasetName, all) === column);
}

export function duplicateHeader(name: string): Fault {
  return {
    check: "duplicate_header",
    value: name,
    expected: "every header once, whatever its case, spaces, underscores and hyphens",
    remedy: "rename or remove one of the two columns and export again",
  };
}

function missingHeader(column: string, theirs: string, header: readonly string[]): Fault {
  return {
    check: "missing_header",
    column,
    value: theirs,
    expected: `one of ${header.map((name) => name.trim()).join(", ")}`,
    remedy: `${suggestion(theirs, header)}correct ${columnsLine(column, nearest(theirs, header))}`,
  };
}

function mapWithColumns(column: string, near?: string, billing?: string): string {
  const constants = billing ? ` and constants: { billing: ${JSON.stringify(billing)} }` : "";
  return `map it with ${columnsLine(column, near ?? "header of the file")}${constants}`;
}

/** The line to write in the configuration. */
function columnsLine(column: string, theirs: string | undefined): string {
  return `columns: { ${column}: ${theirs === undefined ? "..." : JSON.stringify(theirs.trim())} }`;
}
