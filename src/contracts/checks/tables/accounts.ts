import { type DatasetName, datasetNames, datasetOf } from "../../datasets/index.ts";
import type { TableQuery } from "./query.ts";

function missingFrom(dataset: DatasetName, column: string, where: string): string {
  return `
    select
        source_file,
        source_row,
        source_line,
        ${column} as value
    from ${dataset}
    where ${column} is not null
        and ${column} not in (select account_id from accounts)
        and ${where}
    order by source_file, source_row`;
}

const setAside = `
        select account_id
        from aside.accounts
        where account_id is not null`;

/** Ids that differ only by this are one to whoever reads them: capitals, zeros in front, spaces, dashes. */
function folded(id: string): string {
  const whole = `regexp_replace(lower(nfc_normalize(${id})), '\\.0+$', '')`;
  return `ltrim(regexp_replace(${whole}, '[\\p{Z}\\p{C}\\p{Pd}_]', '', 'g'), '0')`;
}

/** Of the values that failed, the id in accounts that looks like each; nothing else is compared. */
const meantSql = `
    with

    failed as (
        select distinct value, ${folded("value")} as folded
        from failing
    ),

    known as (
        select min(account_id) as near, ${folded("account_id")} as folded
        from accounts
        group by all
    )

    select failed.value, known.near
    from failed
    inner join known on failed.folded = known.folded
    where failed.folded <> ''`;

/**
 * Rows whose account is in no row of accounts, apart from those whose account was set aside. Deals
 * are only warned of: a pipeline counts prospects whom accounts need not know.
 */
function accountQueries(dataset: DatasetName): TableQuery[] {
  const column = "account_id";
  const needs = [dataset, "accounts"] as const;
  const milder = dataset === "opportunities" ? ({ severity: "warning" } as const) : {};
  return [
    {
      ...milder,
      id: "account_set_aside",
      dataset,
      column,
      needs,
      expected: "an account whose own row was accepted",
      sql: missingFrom(dataset, column, `${column} in (${setAside})`),
    },
    {
      ...milder,
      id: "unknown_account",
      dataset,
      column,
      needs,
      expected: "an account_id of accounts",
      sql: `
    select
        *,
        value in (select name from accounts) as is_name
    from (${missingFrom(dataset, column, `${column} not in (${setAside})`)}
    )`,
      meantSql,
    },
  ];
}

const named = datasetNames.filter(
  (name) => name !== "accounts" && datasetOf(name).columns.some((one) => one.name === "account_id"),
);

export const accountsQueries: readonly TableQuery[] = [
  ...named.flatMap(accountQueries),
  {
    id: "unknown_referrer",
    dataset: "accounts",
    column: "referred_by",
    needs: ["accounts"],
    expected: "an account_id of accounts",
    sql: missingFrom("accounts", "referred_by", "true"),
    meantSql,
  },
  {
    id: "ids_alike",
    dataset: "accounts",
    column: "account_id",
    needs: ["accounts"],
    expected: "ids that differ by more than capitals or the form of their accents",
    sql: `
    select
        source_file,
        source_row,
        source_line,
        account_id as value,
        first_value(source_file) over in_order as other_file,
        first_value(source_row) over in_order as other_row
    from accounts
    where lower(nfc_normalize(account_id)) in (
            select lower(nfc_normalize(account_id))
            from accounts
            group by all
            having count(distinct account_id) > 1
        )
    window in_order as (
        partition by lower(nfc_normalize(account_id))
        order by source_file, source_row
    )
    qualify row_number() over in_order > 1
        and account_id <> first_value(account_id) over in_order
    order by source_file, source_row`,
  },
  {
    id: "unknown_manager",
    dataset: "accounts",
    column: "owner",
    needs: ["accounts", "people"],
    expected: "an owner of people",
    sql: `
    select
        source_file,
        source_row,
        source_line,
        owner as value
    from accounts
    where owner is not null
        and owner not in (select owner from people)
    order by source_file, source_row`,
  },
  {
    id: "account_without_contract",
    dataset: "accounts",
    column: "account_id",
    needs: ["accounts", "contracts"],
    expected: "an account_id that stands in contracts",
    sql: `
    select
        source_file,
        source_row,
        source_line,
        account_id as value
    from accounts
    where not exists (
            from contracts where contracts.account_id = accounts.account_id
        )
        and not exists (
            from aside.contracts
            where aside.contracts.account_id = accounts.account_id
        )
    order by source_file, source_row`,
  },
];
