import { type DatasetName, datasetOf, type PublishPolicy } from "../../contracts/index.ts";
import {
  type PublishedTable,
  quoteName,
  quoteText,
  type Warehouse,
} from "../../warehouse/index.ts";
import { hiddenColumns } from "./conceal.ts";

/** Rows that are sorted at once: some 30 MB of memory. */
const rowsAtOnce = 400_000;

/** Each part reads the whole dataset. */
const mostParts = 6;

/**
 * A dataset as it is published, by account and then in the order of its files: never in that of the
 * files alone, in which a code could be told by its place. A large one is sorted range after range
 * of accounts, which takes a quarter of the memory and is done before one sort that spills.
 */
export async function datasetTable(
  warehouse: Warehouse,
  name: DatasetName,
  policy: PublishPolicy,
): Promise<PublishedTable> {
  const { columns, grain } = datasetOf(name);
  const hidden = new Map(
    hiddenColumns(policy)
      .filter(({ dataset }) => dataset === name)
      .map(({ column, identifies }) => [column, identifies ? "as a code" : "left out"]),
  );
  const comments = columns.map((column): [string, string] => {
    const how = hidden.get(column.name);
    return [column.name, how ? `${column.description} (${how})` : column.description];
  });
  const list = columns.map((column) => quoteName(column.name)).join(", ");
  const account = columns.find(({ identifies }) => identifies === "account")?.name;
  const [first, ...others] = account ? await rangesOf(warehouse, name, account) : ["true"];
  const order = account ? `${account}, source_file, source_row` : "all";
  const select = (range = "true") =>
    `select ${list}
      from main.${name}
      where ${range}
      order by ${order}`;
  return {
    name,
    rows: [select(first), ...others.map(select)],
    comment: `Dataset. One row is one ${grain}`,
    columnComments: Object.fromEntries(comments),
  };
}

/** Conditions that share the accounts among parts of about as many, in their order; one for few rows. */
async function rangesOf(
  warehouse: Warehouse,
  dataset: DatasetName,
  column: string,
): Promise<string[]> {
  const [counted] = await warehouse.rows<{ n: number }>(
    `select count(*) as n from main.${dataset}`,
  );
  const parts = Math.min(mostParts, Math.ceil((counted?.n ?? 0) / rowsAtOnce));
  if (parts < 2) return ["true"];
  const starts = await warehouse.rows<{ start: string }>(`
    select min(id) as start
    from (
        select id, ntile(${parts}) over (order by id) as part
        from (select distinct ${column} as id from main.${dataset} where ${column} is not null)
    )
    group by part
    order by part`);
  const bounds = starts.slice(1).map(({ start }) => quoteText(start));
  const from = ["true", ...bounds.map((bound) => `${column} >= ${bound}`)];
  // Rows without an account sort last.
  const to = [...bounds.map((bound) => `${column} < ${bound}`), `${column} is null`];
  return from.map((start, place) => {
    const end = to[place];
    return place === bounds.length ? `(${start} or ${end})` : `${start} and ${end}`;
  });
}
