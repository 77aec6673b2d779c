import { rm } from "node:fs/promises";
import type { Dataset } from "../contracts/index.ts";
import { columnsOf, columnTypes, declared, readPlain, sourceColumns } from "./load.ts";
import { openWarehouse, quoteText, type Warehouse } from "./warehouse.ts";

/** A file of UTF-8 lines with as many cells each, none quoted. */
export interface PlainFile {
  path: string;
  delimiter: string;
  lineBreak: "\n" | "\r\n";
  /** Lines up to the end of the header. */
  skip: number;
  /** Cells of each line. */
  width: number;
  /** By column of the dataset: the cell it is read from, or -1. */
  cells: readonly number[];
  /** By column of the dataset: its value where no cell is read; "" = blank. */
  constants: readonly string[];
}

/** Enough for some hundred thousand different values. */
const valuesLimit = "128MB";

/** Longest line that is loaded unseen, in bytes. */
const longestLine = 262_144;

/** Loads a canonical file into a database of its own, which the warehouse attaches and a cache can keep. */
export async function packRows(
  warehouse: Warehouse,
  dataset: Dataset,
  from: string,
  to: string,
): Promise<void> {
  const { source_row, source_line } = sourceColumns;
  const types = { source_row, source_line, ...columnTypes(dataset) };
  await inDatabase(warehouse, to, async () => {
    await warehouse.run(`create table pack.rows (${declared(types)})`);
    await warehouse.run(`insert into pack.rows select * from ${readPlain(from, types)}`);
  });
}

/**
 * Loads a user's file as it is into a database of its own, in the order of its lines.
 * @returns how many rows that were.
 * @throws where a line has not as many cells as it should, or a value not its type.
 */
export async function packPlain(
  warehouse: Warehouse,
  dataset: Dataset,
  file: PlainFile,
  to: string,
): Promise<number> {
  const types = Object.entries(columnTypes(dataset));
  const byCell = new Map(file.cells.map((cell, index) => [cell, types[index]?.[1]]));
  const selected = types.map(([, type], index) => {
    const cell = file.cells[index] ?? -1;
    const constant = quoteText(file.constants[index] ?? "");
    return cell < 0 ? `cast(nullif(${constant}, '') as ${type})` : nameOf(cell);
  });
  const source = readFile(file, (cell) => byCell.get(cell) ?? "varchar");
  let rows = 0;
  await inDatabase(warehouse, to, async () => {
    await warehouse.run(`create table pack.rows (${declared(Object.fromEntries(types))})`);
    await warehouse.run(`insert into pack.rows select ${selected.join(", ")} from ${source}`);
    const [counted] = await warehouse.rows<{ n: number }>("select count(*) as n from pack.rows");
    rows = counted?.n ?? 0;
  });
  return rows;
}

/**
 * The different values of every cell that a column reads, in one pass over the file; blank as "".
 * In an engine of its own that may not spill: a file of ever new values ends soon in an error, and
 * the internal error in which DuckDB 1.4.3 may end then, which closes a database, closes only this.
 */
export async function* valuesOf(file: PlainFile): AsyncIterable<{ cell: number; value: string }[]> {
  const warehouse = await openWarehouse({ path: ":memory:", memoryLimit: valuesLimit });
  try {
    await warehouse.run("set temp_directory = ''");
    yield* selectValues(warehouse, file);
  } finally {
    warehouse.close();
  }
}

async function* selectValues(warehouse: Warehouse, file: PlainFile) {
  const cells = file.cells.filter((cell) => cell >= 0);
  const names = cells.map(nameOf).join(", ");
  // A bit for each name, the first the highest; 0 for the one the row is grouped by.
  const byMask = new Map(
    cells.map((cell, index) => [2 ** cells.length - 1 - 2 ** (cells.length - 1 - index), cell]),
  );
  const sets = cells.map((cell) => `(${nameOf(cell)})`).join(", ");
  await warehouse.run(
    `create table found as
    select grouping(${names}) as mask, coalesce(${names}, '') as value
    from ${readFile(file, () => "varchar")}
    group by grouping sets (${sets})`,
  );
  const [counted] = await warehouse.rows<{ n: number }>("select count(*) as n from found");
  let missing = counted?.n ?? 0;
  for await (const { rows } of warehouse.stream("select mask, value from found")) {
    missing -= rows.length;
    yield rows.map(([mask, value]) => ({
      cell: byMask.get(Number(mask)) ?? -1,
      value: value ?? "",
    }));
  }
  if (missing !== 0) throw new Error(`${missing} values of ${file.path} were not handed over`);
}

function nameOf(cell: number): string {
  return `cell_${cell}`;
}

/** Strict is the default and must not be said: said, 1.4.3 finds no rows where lines end in CRLF. */
function readFile(file: PlainFile, typeOf: (cell: number) => string): string {
  const cells = Array.from({ length: file.width }, (_, cell) => [nameOf(cell), typeOf(cell)]);
  const lineBreak = file.lineBreak === "\n" ? "\\n" : "\\r\\n";
  return `read_csv(${quoteText(file.path)}, columns = ${columnsOf(Object.fromEntries(cells))},
    auto_detect = false, header = false, skip = ${file.skip}, delim = ${quoteText(file.delimiter)},
    quote = '', escape = '', new_line = '${lineBreak}', encoding = 'utf-8',
    null_padding = false, ignore_errors = false, max_line_size = ${longestLine})`;
}

/** Runs statements on a new database, called pack in them. Where one fails, no file is left. */
async function inDatabase(
  warehouse: Warehouse,
  path: string,
  work: () => Promise<void>,
): Promise<void> {
  await rm(path, { force: true });
  await warehouse.run(`attach ${quoteText(path)} as pack`);
  let isDone = false;
  try {
    await work();
    isDone = true;
  } finally {
    await warehouse.run("detach pack");
    if (!isDone) {
      await rm(path, { force: true });
      await rm(`${path}.wal`, { force: true });
    }
  }
}
