import { join } from "node:path";
import { type DatasetName, datasetNames, datasetOf } from "../../contracts/index.ts";
import { readModels, referencesOf } from "../../metrics/index.ts";
import { quoteName, quoteText, type Warehouse } from "../../warehouse/index.ts";
import { rowsName } from "../folder/files.ts";

/** A file that rows came from, by the number that they carry. */
export interface SourceFile {
  id: number;
  file: string;
}

/** The datasets that any metric reads: a change of others moves no number. */
export function datasetsRead(): DatasetName[] {
  const read = new Set(readModels().flatMap(({ sql }) => [...referencesOf(sql)]));
  return datasetNames.filter((name) => read.has(name));
}

/**
 * Writes the rows of every dataset that a metric reads, with the file and the row that each came
 * from, as gzipped CSVs that any tool opens. In the order of their cells, so that the same rows give
 * the same bytes however their files are sorted.
 *
 * @returns the datasets that have rows
 */
export async function freezeRows(
  warehouse: Warehouse,
  files: readonly SourceFile[],
  folder: string,
): Promise<DatasetName[]> {
  await loadFileNames(warehouse, files);
  const kept: DatasetName[] = [];
  for (const dataset of datasetsRead()) {
    const [counted] = await warehouse.rows<{ n: number }>(`select count(*) as n from ${dataset}`);
    if ((counted?.n ?? 0) === 0) continue;
    const columns = datasetOf(dataset)
      .columns.map(({ name }) => quoteName(name))
      .join(", ");
    await warehouse.run(`
      copy (
          select source_files.file, source_row as "row", ${columns}
          from ${dataset}
          left join source_files
              on source_file = source_files.id
          order by ${columns}, source_files.file, "row"
      ) to ${quoteText(join(folder, rowsName(dataset)))} (format csv, header, compression gzip)`);
    kept.push(dataset);
  }
  return kept;
}

/** Makes the table source_files of this connection: names by the numbers that rows carry. */
export async function loadFileNames(
  warehouse: Warehouse,
  files: readonly SourceFile[],
): Promise<void> {
  await warehouse.run("create or replace temp table source_files (id integer, file varchar)");
  if (files.length === 0) return;
  const values = files.map(({ id, file }) => `(${id}, ${quoteText(file)})`);
  await warehouse.run(`insert into source_files values ${values.join(", ")}`);
}
