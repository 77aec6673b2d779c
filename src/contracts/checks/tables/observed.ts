import type { DatasetName } from "../../datasets/index.ts";
import { newestDays, observed } from "./clock.ts";
import { paidLines, type QueryContext, type TableQuery } from "./query.ts";

/**
 * Days more than a year after every day of the other datasets, as long as they are few: a mistyped
 * year, not a dataset that goes on.
 */
function beyondTheRest(dataset: DatasetName, column: string): TableQuery {
  const others = [...observed, { dataset: "contracts", column: "starts_on" } as const].filter(
    (other) => other.dataset !== dataset || other.column === "starts_on",
  );
  const sql = `
    with

    rest as (
        select max(day) + 366 as day
        from (${newestDays(others).join(" union all ")})
    ),

    beyond as (
        select
            source_file,
            source_row,
            source_line,
            cast("${column}" as varchar) as value
        from ${dataset}
        where cast("${column}" as date) > (select day from rest)
    ),

    final as (
        select *
        from beyond
        where (select count(*) from beyond)
            <= greatest(1, (select count(*) from ${dataset}) / 100)
    )

    select * from final order by source_file, source_row`;
  const expected = "a day at most a year after every day of the other datasets";
  return { id: "day_beyond_the_rest", dataset, column, needs: [dataset], expected, sql };
}

/**
 * Where nothing but contracts has a day, the newest start is as_of: a start more than five years
 * after the others, as long as such are few, is a mistyped year. Young companies have long gaps.
 */
const startsBeyondTheRest: TableQuery = {
  id: "day_beyond_the_rest",
  dataset: "contracts",
  column: "starts_on",
  needs: ["contracts"],
  expected: "a day at most five years after the starts of the other lines",
  sql: `
    with

    observed as (
        select max(day) as day
        from (${newestDays(observed).join(" union all ")})
    ),

    ranked as (
        select
            source_file,
            source_row,
            source_line,
            starts_on,
            row_number() over (order by starts_on desc)
                > greatest(1, count(*) over () / 100) as is_rest
        from contracts
        where (select day from observed) is null
    ),

    rest as (
        select max(starts_on) + interval 5 years as day
        from ranked
        where is_rest
    ),

    final as (
        select
            source_file,
            source_row,
            source_line,
            cast(starts_on as varchar) as value
        from ranked
        where not is_rest
            and starts_on > (select day from rest)
    )

    select * from final order by source_file, source_row`,
};

function usageBeforeContract(): string {
  return `
    with

    starts as (
        select account_id, min(starts_on) as starts_on
        from contracts
        group by account_id
    ),

    final as (
        select
            usage.source_file,
            usage.source_row,
            usage.source_line,
            cast(usage.day as varchar) as value
        from usage
        inner join starts
            on usage.account_id = starts.account_id
            and usage.day < starts.starts_on
    )

    select * from final order by source_file, source_row`;
}

/** Costs of a month win the customers of lag_months later. */
function monthsWithoutCost(context: QueryContext): string {
  return `
    with

    lines as (${paidLines(context)}
    ),

    newcomers as (
        select account_id, date_trunc('month', min(starts_on)) as month
        from lines
        group by account_id
    ),

    months as (
        select distinct month - interval ${context.lagMonths} months as month
        from newcomers
    ),

    final as (
        select
            (select min(source_file) from costs) as source_file,
            cast(null as bigint) as source_row,
            cast(null as bigint) as source_line,
            strftime(month, '%Y-%m') as value
        from months
        where month <= (select max(costs.month) from costs)
            and month not in (
                select costs.month
                from costs
                where costs.category in ('marketing', 'sales')
            )
    )

    select * from final order by value`;
}

/** Metrics that can have a target: those of headline_metrics. */
const knownMetrics = ["nrr", "grr", "arr", "churn", "nps", "cac", "ltv", "ltv_cac", "tcv"];

export function observedQueries(context: QueryContext): TableQuery[] {
  return [
    ...(context.asOf === "latest"
      ? [
          ...observed.map(({ dataset, column }) => beyondTheRest(dataset, column)),
          startsBeyondTheRest,
        ]
      : []),
    {
      id: "usage_before_first_contract",
      dataset: "usage",
      column: "day",
      needs: ["usage", "contracts"],
      expected: "a day on or after the account's first contract",
      sql: usageBeforeContract(),
    },
    {
      id: "month_without_acquisition_cost",
      dataset: "costs",
      column: "month",
      needs: ["costs", "contracts"],
      expected: "marketing or sales cost in every month that won customers",
      sql: monthsWithoutCost(context),
    },
    {
      id: "unknown_metric",
      dataset: "goals",
      column: "metric",
      needs: ["goals"],
      expected: `one of ${knownMetrics.join(", ")}`,
      known: knownMetrics,
      sql: `
    select
        source_file,
        source_row,
        source_line,
        metric as value
    from goals
    where lower(metric) not in (${knownMetrics.map((metric) => `'${metric}'`).join(", ")})
    order by source_file, source_row`,
    },
  ];
}
