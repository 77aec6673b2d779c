import { type DatasetName, datasetOf } from "../../contracts/index.ts";
import { quoteName, type Warehouse } from "../../warehouse/index.ts";
import { datasetsRead, loadFileNames, type SourceFile } from "./freeze.ts";
import { presentedRows } from "./load.ts";

export type ChangeKind = "added" | "removed" | "changed";

/** A row that is not as it was presented, as the files have it. */
export interface RowChange {
  dataset: DatasetName;
  kind: ChangeKind;
  /** Where it stands now; of a row that was removed, where it stood. */
  file: string;
  row: number;
  /** Where it stood when it was presented; null of a row that was added. */
  stood: { file: string; row: number } | null;
  /** Its cells of today, in the order of the dataset's columns; null of a row that is gone. */
  today: readonly (string | null)[] | null;
  /** Of the customer; null where the row is of none. */
  account: string | null;
  /** Earliest day that the row names, then or now. */
  firstDay: string | null;
  /** Cells that differ; of a row that came or went, those that are filled. */
  cells: CellChange[];
}

export interface CellChange {
  column: string;
  was: string | null;
  now: string | null;
}

export interface RowChanges {
  rows: RowChange[];
  /** Changes beyond those that are told one by one. */
  more: number;
  /** Whether one of those may touch a number of the deck's day. */
  isCut: boolean;
}

/** Told one by one: a mapping that reads every row otherwise changes millions. */
const told = 20_000;

/**
 * What in the rows that the metrics read is not as it was presented. Where a row stands does not
 * count, nor what its file is called: rows that are the same in every cell are the same rows, and
 * those that are left are taken for one by the key of their dataset, or else by every cell that is
 * no quantity.
 *
 * Needs the datasets as they were read, before anything is concealed.
 *
 * @param deck its folder, and the day after which rows touch none of its numbers: they are told last
 */
export async function compareRows(
  warehouse: Warehouse,
  files: readonly SourceFile[],
  { folder, asOf }: { folder: string; asOf: string },
): Promise<RowChanges> {
  await loadFileNames(warehouse, files);
  const rows: RowChange[] = [];
  const later: RowChange[] = [];
  let [found, early] = [0, 0];
  for (const dataset of datasetsRead()) {
    const sql = differences(dataset, await presentedRows(dataset, folder));
    for await (const { columns, rows: batch } of warehouse.stream(sql)) {
      for (const cells of batch) {
        const change = changeOf(dataset, columns, cells);
        const isLater = change.firstDay !== null && change.firstDay > asOf;
        const list = isLater ? later : rows;
        if (list.length < told) list.push(change);
        found++;
        if (!isLater) early++;
      }
    }
  }
  const all = [...rows, ...later.slice(0, told - rows.length)];
  return { rows: all, more: found - all.length, isCut: early > rows.length };
}

/** Columns that tell which row it is. */
function keyOf(dataset: DatasetName): string[] {
  const { key, columns } = datasetOf(dataset);
  if (key.length > 0) return [...key];
  return columns.filter(({ isQuantity }) => !isQuantity).map(({ name }) => name);
}

function differences(dataset: DatasetName, presented: string): string {
  const columns = datasetOf(dataset).columns.map(({ name }) => quoteName(name));
  const all = columns.join(", ");
  const key = keyOf(dataset).map(quoteName);
  const sameAs = (names: readonly string[]) =>
    names.map((name) => `was.${name} is not distinct from now.${name}`).join(" and ");
  const numbered = (rows: string, by: readonly string[]) => `
    select *, row_number() over (partition by ${by.join(", ")} order by ${all}, file, "row") as nth
    from (${rows})`;
  const today = `
    select source_files.file, source_row as "row", ${all}
    from ${dataset}
    left join source_files
        on source_file = source_files.id`;
  return `
    with

    was_rows as (${numbered(presented, columns)}),

    now_rows as (${numbered(today, columns)}),

    was_only as (
        select * exclude (nth)
        from was_rows as was
        anti join now_rows as now
            on ${sameAs([...columns, "nth"])}
    ),

    now_only as (
        select * exclude (nth)
        from now_rows as now
        anti join was_rows as was
            on ${sameAs([...columns, "nth"])}
    ),

    was as (${numbered("select * from was_only", key)}),

    now as (${numbered("select * from now_only", key)}),

    final as (
        select
            case when was.nth is null then 'added' when now.nth is null then 'removed'
                else 'changed' end as kind,
            coalesce(now.file, was.file) as file,
            coalesce(now."row", was."row") as "row",
            was.file as was_file,
            was."row" as was_row,
            ${columns.map((name) => `was.${name} as ${pair("was", name)}, now.${name} as ${pair("now", name)}`).join(",\n            ")}
        from was
        full outer join now
            on ${sameAs([...key, "nth"])}
    )

    select *
    from final
    order by file, "row", kind`;
}

const pair = (when: "was" | "now", quoted: string): string =>
  quoteName(`${when} ${quoted.slice(1, -1)}`);

function changeOf(
  dataset: DatasetName,
  names: readonly string[],
  values: readonly (string | null)[],
): RowChange {
  const cell = new Map(names.map((name, place) => [name, values[place] ?? null]));
  const { columns } = datasetOf(dataset);
  const both = columns.map(({ name }) => ({
    column: name,
    was: cell.get(`was ${name}`) ?? null,
    now: cell.get(`now ${name}`) ?? null,
  }));
  const days = columns
    .filter(({ reads }) => reads === "day" || reads === "month" || reads === "timestamp")
    .flatMap(({ name }) => [cell.get(`was ${name}`), cell.get(`now ${name}`)])
    .filter((day) => day !== null && day !== undefined)
    .sort();
  const account = columns.find(({ identifies }) => identifies === "account")?.name;
  const kind = cell.get("kind") as ChangeKind;
  return {
    dataset,
    kind,
    file: cell.get("file") ?? "",
    row: Number(cell.get("row")),
    stood:
      kind === "added"
        ? null
        : { file: cell.get("was_file") ?? "", row: Number(cell.get("was_row")) },
    today: kind === "removed" ? null : both.map(({ now }) => now),
    account: cell.get(`now ${account}`) ?? cell.get(`was ${account}`) ?? null,
    firstDay: days[0]?.slice(0, 10) ?? null,
    cells: both.filter(({ was, now }) => was !== now),
  };
}
