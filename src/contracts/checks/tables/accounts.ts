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
