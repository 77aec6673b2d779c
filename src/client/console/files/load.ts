import type { AsyncDuckDB } from "@duckdb/duckdb-wasm";
import type { Row } from "../../../shared/query/index.ts";
import { say } from "../../../text/index.ts";
import { type Answer, rowsOf } from "../../engine/rows.ts";
import { columnNamesOf, tableNameOf } from "./names.ts";
import { FileProblem } from "./problem.ts";
import { readText } from "./read-text.ts";
import { readRecords } from "./records.ts";
import { textTable } from "./text-table.ts";
import { countedAtOnce, countsSql, typeOf } from "./types.ts";

export interface LoadedFile {
  file: string;
  table: string;
  rows: number;
  /** Rows with fewer cells than the header. */
  short: number;
  columns: { name: string; header: string; type: string }[];
}

const words = say.console.files;

/** All as text, before types are guessed. No file's table is called so. */
const raw = "_file_as_read";

/**
 * Makes a table of a reader's file. The engine is locked and reads no file itself: the text is read
 * here and handed over as rows.
 *
 * @param tell told in words how far it is
 * @throws a FileProblem
 */
export async function loadFile(
  database: AsyncDuckDB,
  file: File,
  tell: (progress: string) => void,
): Promise<LoadedFile> {
  const table = tableNameOf(file.name);
  const connection = await database.connect();
  const ask = async (sql: string) =>
    rowsOf((await connection.query(sql)) as unknown as Answer) as Row[];
  try {
    const [clash] = await ask(
      `select 1 from information_schema.tables where lower(table_name) = '${table}'`,
    );
    if (clash) throw new FileProblem(words.clash(table));
    const text = await readText(file, (bytes) =>
      tell(words.reading(file.name, (bytes / 1e6).toFixed(1))),
    );
    const { header, batches, short } = readRecords(text, /\.tsv(\.gz)?$/i.test(file.name));
    let rows = 0;
    for (const batch of batches) {
      await connection.insertArrowTable(textTable(batch, header.length), {
        name: raw,
        create: rows === 0,
      });
      rows += batch.length;
      tell(words.loading(file.name, rows));
    }
    if (rows === 0) throw new FileProblem(words.onlyHeader);
    const names = columnNamesOf(header);
    const counts: Row = {};
    for (let first = 0; first < header.length; first += countedAtOnce) {
      const width = Math.min(countedAtOnce, header.length - first);
      Object.assign(counts, ...(await ask(countsSql(raw, width, first))));
    }
    const columns = names.map((name, index) => ({
      name,
      header: header[index] ?? "",
      type: typeOf(name, counts, index),
    }));
    const casts = columns.map(
      ({ name, type }, index) => `cast(column_${index} as ${type}) as ${name}`,
    );
    await connection.query(`create table ${table} as select ${casts.join(", ")} from ${raw}`);
    return { file: file.name, table, rows, short: short(), columns };
  } finally {
    await connection.query(`drop table if exists ${raw}`);
    await connection.close();
  }
}
