import type { Dashboard } from "./config.ts";
import type { DatasetName } from "./datasets/index.ts";
import { datasetNames, datasetOf } from "./datasets/index.ts";
import type { Severity } from "./problem.ts";

/** A check across rows or files, run by the engine over the loaded tables. */
export interface TableCheck {
  id: string;
  severity: Severity;
  dataset: DatasetName;
  column: string;
  /** Datasets that must be there for the check to mean anything. */
  needs: readonly DatasetName[];
  expected: string;
  remedy: string;
  /** Selects source_file, source_row, source_line (null for a whole file) and value of every row that fails. */
  sql: string;
}

function duplicateKey(dataset: DatasetName): TableCheck[] {
  const { key } = datasetOf(dataset);
  if (key.length === 0) return [];
  const columns = key.join(", ");
  return [
    {
      id: "duplicate_key",
      severity: "error",
      dataset,
      column: columns,
      needs: [dataset],
      expected: `one row for each ${key.join(" and ")}`,
      remedy: "remove the second row, or give it an id of its own",
      sql: `
        select source_file, source_row, source_line, concat_ws(' ', ${columns}) as value
        from ${dataset}
        qualify row_number() over (partition by ${columns} order by source_file, source_row) > 1`,
    },
  ];
}

function unknownAccount(dataset: DatasetName, column: string, severity: Severity): TableCheck {
  return {
    id: "unknown_account",
    severity,
    dataset,
    column,
    needs: [dataset, "accounts"],
    expected: "an account_id of accounts",
    remedy: "add the customer to accounts, or correct the id",
    sql: `
      select source_file, source_row, source_line, ${column} as value
      from ${dataset} as rows
      where ${column} is not null
        and ${column} not in (select account_id from accounts)`,
  };
}

const firstStarts = `
  select account_id, min(starts_on) as first_start, max(coalesce(ends_on, 'infinity')) as last_end
  from contracts
  group by account_id`;

const knownMetrics = ["nrr", "grr", "arr", "churn", "nps", "cac", "ltv", "ltv_cac", "tcv"];

/** In the order in which they run: what others refer to comes first. */
export function tableChecks({ company, contracts }: Dashboard): TableCheck[] {
  const { currency } = company;
  const meets = contracts.end_is === "inclusive" ? "<=" : "<";
  return [
    ...datasetNames.flatMap(duplicateKey),
    unknownAccount("accounts", "referred_by", "warning"),
    unknownAccount("contracts", "account_id", "error"),
    unknownAccount("seats", "account_id", "error"),
    unknownAccount("surveys", "account_id", "error"),
    unknownAccount("usage", "account_id", "error"),
    {
      id: "currency_without_rate",
      severity: "error",
      dataset: "contracts",
      column: "currency",
      needs: ["contracts"],
      expected: `${currency}, or a currency with rates in fx`,
      remedy: "add the currency's monthly rates to fx",
      sql: `
        select source_file, source_row, source_line, currency as value
        from contracts
        where currency is not null
          and upper(currency) <> '${currency}'
          and upper(currency) not in (select upper(currency) from fx)`,
    },
    {
      id: "identical_lines_overlap",
      severity: "warning",
      dataset: "contracts",
      column: "contract_id",
      needs: ["contracts"],
      expected: "no second line with the same account, amount, product and overlapping days",
      remedy: "check that it is not the same line exported twice; it counts twice in MRR",
      sql: `
        select source_file, source_row, source_line, contract_id as value
        from contracts
        where coalesce(recurring, true)
        qualify starts_on ${meets} max(coalesce(ends_on, 'infinity')) over (
          partition by account_id, amount, mrr, product, kind, currency, billing, seats
          order by starts_on, contract_id
          rows between unbounded preceding and 1 preceding
        )`,
    },
    {
      id: "open_contract_with_notice",
      severity: "warning",
      dataset: "contracts",
      column: "ends_on",
      needs: ["contracts"],
      expected: "a last day, since notice was given",
      remedy: "give the line its ends_on; without it the customer stays live",
      sql: `
        select source_file, source_row, source_line, cast(cancelled_on as varchar) as value
        from contracts
        where ends_on is null and cancelled_on is not null`,
    },
    {
      id: "usage_before_first_contract",
      severity: "warning",
      dataset: "usage",
      column: "day",
      needs: ["usage", "contracts"],
      expected: "a day on or after the account's first contract",
      remedy: "check the account_id and the contract's starts_on; trials need no remedy",
      sql: `
        select source_file, source_row, source_line, cast(day as varchar) as value
        from usage
        inner join (${firstStarts}) as starts using (account_id)
        where day < first_start`,
    },
    {
      id: "answer_from_churned_account",
      severity: "warning",
      dataset: "surveys",
      column: "answered_on",
      needs: ["surveys", "contracts"],
      expected: "a day on which the account was a customer",
      remedy: "none needed: the answer is kept apart from the score",
      sql: `
        select source_file, source_row, source_line, cast(answered_on as varchar) as value
        from surveys
        inner join (${firstStarts}) as starts using (account_id)
        where answered_on > last_end`,
    },
    {
      id: "month_without_acquisition_cost",
      severity: "warning",
      dataset: "costs",
      column: "month",
      needs: ["costs", "contracts"],
      expected: "marketing or sales cost in every month that won customers",
      remedy: "add the month's cost; without it CAC of the month reads as 0",
      sql: `
        select distinct
          (select min(source_file) from costs) as source_file,
          cast(null as bigint) as source_row,
          cast(null as bigint) as source_line,
          strftime(date_trunc('month', first_start), '%Y-%m') as value
        from (${firstStarts})
        where date_trunc('month', first_start) not in (
            select month from costs where category in ('marketing', 'sales')
          )
          and first_start <= (select max(last_day(month)) from costs)
        order by value`,
    },
    {
      id: "unknown_metric",
      severity: "warning",
      dataset: "goals",
      column: "metric",
      needs: ["goals"],
      expected: `one of ${knownMetrics.join(", ")}`,
      remedy: "correct the id; the target is not shown",
      sql: `
        select source_file, source_row, source_line, metric as value
        from goals
        where metric not in (${knownMetrics.map((metric) => `'${metric}'`).join(", ")})`,
    },
  ];
}
