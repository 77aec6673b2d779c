import { completeTo } from "./clock.ts";
import type { QueryContext, TableQuery } from "./query.ts";

/** Runs of months in which amounts of a currency count, and fx has no rate of it. */
function monthsWithoutRate(context: QueryContext): string {
  const { currency, dayAfterEnd } = context;
  return `
    with

    complete_to as (${completeTo(context)}
    ),

    spans as (
        select distinct
            contracts.currency,
            date_trunc('month', contracts.starts_on) as from_month,
            date_trunc(
                'month',
                least(
                    coalesce(contracts.ends_on + ${dayAfterEnd} - 1, complete_to.day),
                    complete_to.day
                )
            ) as to_month
        from contracts
        cross join complete_to
        where contracts.currency <> '${currency}'
            and contracts.starts_on >= date '1901-01-01'
    ),

    months as (
        select
            currency,
            cast(
                unnest(generate_series(from_month, to_month, to_months(1))) as date
            ) as month
        from spans
        union
        select currency, cast(date_trunc('month', signed_on) as date)
        from contracts
        where currency <> '${currency}' and signed_on is not null
    ),

    missing as (
        select
            months.currency,
            months.month,
            months.month - to_months(cast(row_number() over (
                partition by months.currency
                order by months.month
            ) as integer)) as run
        from months
        anti join fx
            on months.currency = fx.currency
            and months.month = fx.month
        where months.currency in (select currency from fx)
    ),

    final as (
        select
            (select min(source_file) from fx) as source_file,
            cast(null as bigint) as source_row,
            cast(null as bigint) as source_line,
            currency || ' ' || strftime(min(month), '%Y-%m')
            || if(count(*) = 1, '', ' to ' || strftime(max(month), '%Y-%m')) as value
        from missing
        group by currency, run
    )

    select * from final order by value`;
}

/**
 * The credit or discount lines of accounts whose recurring lines come to less than nothing: the
 * first of each account. What it lowers may end before its renewal starts, by the grace.
 */
function creditsBelowZero(context: QueryContext): string {
  const { dayAfterEnd, graceDays } = context;
  return `
    with

    complete_to as (${completeTo(context)}
    ),

    rates as (
        select currency, arg_max(rate, month) as rate
        from fx
        group by currency
    ),

    priced as (
        select
            contracts.source_file,
            contracts.source_row,
            contracts.source_line,
            contracts.account_id,
            contracts.starts_on,
            contracts.ends_on + ${dayAfterEnd} as ends_before,
            coalesce(rates.rate, 1) * coalesce(
                contracts.mrr,
                contracts.amount / case contracts.billing
                    when 'monthly' then 1
                    when 'quarterly' then 3
                    when 'annual' then 12
                    else coalesce(
                        contracts.term_months,
                        greatest(datesub('month', starts_on, ends_before), 1),
                        12
                    )
                end
            ) as mrr
        from contracts
        left join rates
            on contracts.currency = rates.currency
        where coalesce(contracts.recurring, true)
            and contracts.account_id in (
                select account_id from contracts where coalesce(mrr, amount) < 0
            )
    ),

    changes as (
        select account_id, starts_on as day, mrr as change
        from priced
        union all
        select
            account_id,
            if(mrr > 0, ends_before + ${graceDays}, ends_before) as day,
            -mrr as change
        from priced
        where ends_before is not null
    ),

    levels as (
        select
            account_id,
            day,
            sum(sum(change)) over (partition by account_id order by day) as mrr
        from changes
        group by account_id, day
    ),

    below as (
        select account_id, min(day) as day
        from levels
        where mrr < -0.005
            and day <= (select day from complete_to)
        group by account_id
    ),

    final as (
        select
            priced.source_file,
            priced.source_row,
            priced.source_line,
            below.account_id || ' from ' || strftime(below.day, '%Y-%m-%d') as value
        from below
        inner join priced
            on below.account_id = priced.account_id
            and below.day >= priced.starts_on
            and below.day < coalesce(priced.ends_before, date 'infinity')
            and priced.mrr < 0
        qualify row_number() over (
            partition by below.account_id
            order by priced.source_file, priced.source_row
        ) = 1
    )

    select * from final order by source_file, source_row`;
}

export function moneyQueries(context: QueryContext): TableQuery[] {
  return [
    {
      id: "fx_rate_reused",
      dataset: "fx",
      column: "month",
      needs: ["fx", "contracts"],
      expected: "a rate of every month in which contract lines of the currency run",
      sql: monthsWithoutRate(context),
    },
    {
      id: "mrr_below_zero",
      dataset: "contracts",
      column: "account_id",
      needs: ["contracts"],
      expected: "recurring lines of an account that come to 0 or more together",
      sql: creditsBelowZero(context),
    },
  ];
}
