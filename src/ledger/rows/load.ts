import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { type DatasetName, datasetOf } from "../../contracts/index.ts";
import { quoteName, quoteText, type Warehouse } from "../../warehouse/index.ts";
import { rowsName } from "../folder/files.ts";
import type { RowChange } from "./compare.ts";

/**
 * A select of a dataset's rows as they were presented, with `file` and `row`, under the columns of
 * today: one that was not there then is null, one that is gone is left out.
 *
 * @param folder of the presented deck
 */
export async function presentedRows(dataset: DatasetName, folder: string): Promise<string> {
  const { columns } = datasetOf(dataset);
  const path = join(folder, rowsName(dataset));
  if (!existsSync(path)) {
    const none = columns.map(({ name, sql }) => `cast(null as ${sql}) as ${quoteName(name)}`);
    return `select '' as file, cast(0 as bigint) as "row", ${none.join(", ")} where false`;
  }
  const names = await headerOf(path);
  const there = new Set(names);
  const texts = names.map((name) => `${quoteText(name)}: 'varchar'`).join(", ");
  const source = `read_csv(${quoteText(path)}, columns = {${texts}}, header = true,
    auto_detect = false, delim = ',', quote = '"', escape = '"', new_line = '\\n',
    encoding = 'utf-8', nullstr = '', max_line_size = 1048576)`;
  const cells = columns.map(({ name, sql }) => {
    const cell = there.has(name) ? quoteName(name) : "null";
    return `cast(${cell} as ${sql}) as ${quoteName(name)}`;
  });
  return `select file, cast("row" as bigint) as "row", ${cells.join(", ")} from ${source}`;
}

/**
 * Makes the datasets of a schema of the rows as they were presented, but for changes that are made to
 * them already.
 */
export async function loadPresented(
  warehouse: Warehouse,
  datasets: readonly DatasetName[],
  { folder, schema }: { folder: string; schema: string },
  made: readonly RowChange[],
): Promise<void> {
  for (const dataset of datasets) {
    const own = made.filter((change) => change.dataset === dataset);
    const rows = withChanges(await presentedRows(dataset, folder), dataset, own);
    await warehouse.run(`
      create table ${schema}.${dataset} as
      select
          cast(0 as integer) as source_file,
          "row" as source_row,
          "row" as source_line,
          * exclude (file, "row")
      from (${rows})`);
  }
}

/** A select of presented rows without those that changed or went, and with what stands there today. */
function withChanges(presented: string, dataset: DatasetName, made: readonly RowChange[]): string {
  const gone = made.flatMap(({ stood }) =>
    stood ? [`(${quoteText(stood.file)}, ${stood.row})`] : [],
  );
  const kept =
    gone.length === 0
      ? presented
      : `select presented.* from (${presented}) as presented
          anti join (values ${gone.join(", ")}) as gone (file, "row")
              on presented.file = gone.file and presented."row" = gone."row"`;
  const here = made.flatMap(({ file, row, today }) =>
    today ? [`(${[quoteText(file), row, ...today.map(cellText)].join(", ")})`] : [],
  );
  if (here.length === 0) return kept;
  const { columns } = datasetOf(dataset);
  const cells = columns.map(({ name, sql }) => `cast(${quoteName(name)} as ${sql})`);
  const names = columns.map(({ name }) => quoteName(name));
  return `${kept} union all
    select file, cast("row" as bigint), ${cells.join(", ")}
    from (values ${here.join(", ")}) as today (file, "row", ${names.join(", ")})`;
}

const cellText = (value: string | null): string =>
  value === null ? "cast(null as varchar)" : quoteText(value);

/** Names of our columns need no quotes. */
async function headerOf(path: string): Promise<string[]> {
  const file = createReadStream(path);
  try {
    for await (const line of createInterface({ input: file.pipe(createGunzip()) })) {
      return line.split(",");
    }
    return [];
  } finally {
    file.destroy();
  }
}
