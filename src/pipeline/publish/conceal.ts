import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type DatasetName,
  datasetNames,
  datasetOf,
  type Identity,
  isShown,
  type PublishPolicy,
} from "../../contracts/index.ts";
import { loadRaw, quoteName, quoteText, type Warehouse } from "../../warehouse/index.ts";
import { codesOf } from "./codes.ts";

/**
 * Puts codes in the place of what the policy keeps back, in every dataset and in the rows set aside,
 * before anything is measured: metrics, pages and the published database then cannot hold it, and
 * the SQL of a metric gives the same there as here.
 *
 * Customers become codes of 6 signs, managers "manager K7QF"; respondents are numbered within their
 * account and records within the company, by account and then in the order of their ids, on which
 * the newest answer of a day depends. Free text becomes null.
 *
 * This is the one place where a code is made: an account_id of any table or report is its code
 * already, unless the policy says "named", and can be printed as it is.
 *
 * @param directory Folder for files in passing.
 */
export async function conceal(
  warehouse: Warehouse,
  policy: PublishPolicy,
  directory: string,
): Promise<void> {
  const hidden = hiddenColumns(policy);
  await loadCodes(warehouse, "account", 6, { policy, hidden, directory });
  await loadCodes(warehouse, "manager", 4, { policy, hidden, directory });
  for (const { dataset, column } of hidden.filter((one) => one.identifies === "record")) {
    await numberRecords(warehouse, dataset, column, hidden);
  }
  for (const { dataset, column } of hidden.filter((one) => one.identifies === "respondent")) {
    await numberRespondents(warehouse, dataset, column);
  }
  for (const dataset of new Set(hidden.map((one) => one.dataset))) {
    const columns = hidden.filter((one) => one.dataset === dataset);
    for (const schema of ["aside", "main"]) await replace(warehouse, schema, dataset, columns);
  }
}

export interface HiddenColumn {
  dataset: DatasetName;
  column: string;
  /** Undefined: free text. */
  identifies: Identity | undefined;
}

export function hiddenColumns(policy: PublishPolicy): HiddenColumn[] {
  return datasetNames.flatMap((dataset) =>
    datasetOf(dataset)
      .columns.filter((column) => !isShown(policy, dataset, column))
      .map(({ name, identifies }) => ({ dataset, column: name, identifies })),
  );
}

interface CodeSource {
  policy: PublishPolicy;
  hidden: readonly HiddenColumn[];
  directory: string;
}

async function loadCodes(
  warehouse: Warehouse,
  kind: "account" | "manager",
  length: number,
  { policy, hidden, directory }: CodeSource,
): Promise<void> {
  const columns = hidden.filter(({ identifies }) => identifies === kind);
  if (columns.length === 0) return;
  const values = columns.flatMap(({ dataset, column }) =>
    ["main", "aside"].map(
      (schema) => `select ${quoteName(column)} as id from ${schema}.${dataset}`,
    ),
  );
  const found: string[] = [];
  const union = values.join(" union all ");
  for await (const { rows } of warehouse.stream(
    `select distinct id from (${union}) where id is not null`,
  )) {
    for (const [id] of rows) found.push(id ?? "");
  }
  const prefix = kind === "account" ? "" : `${kind} `;
  const lines = [...codesOf(found, { kind, key: policy.key, length })].map(
    ([id, code]) => `"${id.replaceAll('"', '""')}",${prefix}${code}\n`,
  );
  const path = join(directory, `${kind}-codes.csv`);
  await writeFile(path, lines.join(""));
  await loadRaw(warehouse, `${kind}_codes`, ["id", "code"], path);
}

async function numberRecords(
  warehouse: Warehouse,
  dataset: DatasetName,
  column: string,
  hidden: readonly HiddenColumn[],
): Promise<void> {
  const account = hidden.find((one) => one.dataset === dataset && one.identifies === "account");
  const rows = ["main", "aside"].map(
    (schema) =>
      `select ${column} as id, ${account?.column ?? "null"} as account from ${schema}.${dataset}`,
  );
  await warehouse.run(`
    create or replace table ${dataset}_codes as
    with

    records as (
        select records.id, min(account_codes.code) as account
        from (${rows.join(" union all ")}) as records
        left join account_codes
            on records.account = account_codes.id
        where records.id is not null
        group by records.id
    )

    select
        id,
        lpad(
            cast(row_number() over (order by account, id) as varchar),
            greatest(4, cast(length(cast(count(*) over () as varchar)) as integer)),
            '0'
        ) as code
    from records`);
}

/** By their first answer, so that a later one changes no number. */
async function numberRespondents(
  warehouse: Warehouse,
  dataset: DatasetName,
  column: string,
): Promise<void> {
  await warehouse.run(`
    create or replace table ${column}_codes as
    select
        account_id as account,
        ${column} as id,
        concat('R', row_number() over (
            partition by account_id
            order by min(answered_on), ${column}
        )) as code
    from (
        select account_id, answered_on, ${column} from main.${dataset}
        union all
        select account_id, answered_on, ${column} from aside.${dataset}
    )
    where ${column} is not null
    group by account_id, ${column}`);
}

async function replace(
  warehouse: Warehouse,
  schema: string,
  dataset: DatasetName,
  columns: readonly HiddenColumn[],
): Promise<void> {
  const table = `${schema}.${dataset}`;
  const read = `${dataset}_as_read`;
  const isView = await isViewOf(warehouse, schema, dataset);
  await warehouse.run(`alter ${isView ? "view" : "table"} ${table} rename to ${read}`);
  const joins: string[] = [];
  const replaced = columns.map(({ column, identifies }, place) => {
    if (!identifies) return `cast(null as varchar) as ${column}`;
    const codes = `codes_${place}`;
    const id = `source_rows.${identifies === "account_name" ? "account_id" : column}`;
    const within =
      identifies === "respondent"
        ? ` and source_rows.account_id is not distinct from ${codes}.account`
        : "";
    joins.push(`left join ${codesTable(dataset, column, identifies)} as ${codes}
        on ${id} = ${codes}.id${within}`);
    return `${codes}.code as ${column}`;
  });
  await warehouse.run(`
    create ${isView ? "view" : "table"} ${table} as
    select source_rows.* replace (${replaced.join(", ")})
    from ${schema}.${read} as source_rows
    ${joins.join("\n    ")}
    ${isView ? "" : "order by source_file, source_row"}`);
  if (!isView) await warehouse.run(`drop table ${schema}.${read}`);
}

function codesTable(dataset: DatasetName, column: string, identifies: Identity): string {
  if (identifies === "record") return `main.${dataset}_codes`;
  if (identifies === "respondent") return `main.${column}_codes`;
  return identifies === "manager" ? "main.manager_codes" : "main.account_codes";
}

async function isViewOf(warehouse: Warehouse, schema: string, name: string): Promise<boolean> {
  const views = await warehouse.rows(`
    select 1
    from duckdb_views()
    where view_name = ${quoteText(name)}
        and schema_name = ${quoteText(schema)}
        and database_name = current_database()`);
  return views.length > 0;
}
