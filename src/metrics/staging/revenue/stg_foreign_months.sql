-- Grain: one row per account that pays in another currency, and month end.
with

months as (
    select
        account_id,
        currency,
        mrr,
        micros,
        cast(unnest(
            generate_series(month, before_month - 1, to_months(1))
        ) as date) as month
    from stg_local_runs
    where not is_home
),

next_rates as (
    select
        month,
        currency,
        lead(rate, 1, rate) over by_month as rate,
        lead(units, 1, units) over by_month as units
    from stg_fx
    window by_month as (partition by currency order by month)
),

rates as (
    select month, currency, rate, units, false as is_next
    from stg_fx
    union all
    select month, currency, rate, units, true
    from next_rates
),

-- Rounded per account and currency, so that movements foot to the last digit.
-- In whole numbers, half away from 0 as the wide product is, and far faster.
converted as (
    select
        months.account_id,
        months.month,
        rates.is_next,
        case
            when rates.rate = 1 then months.mrr
            when units is not null and micros is not null
                then cast(cast(sign(micros) * (
                    abs(micros) // 100000000 * units
                    + (abs(micros) % 100000000 * units + 50000000) // 100000000
                ) as decimal(18, 0)) * 0.000001 as decimal(38, 6))
            else cast(months.mrr * rates.rate as decimal(38, 6))
        end as mrr
    from months
    inner join rates
        on months.month = rates.month
        and months.currency = rates.currency
),

final as (
    select
        account_id,
        month,
        cast(sum(mrr) filter (not is_next) as decimal(38, 6)) as mrr,
        cast(sum(mrr) filter (is_next) as decimal(38, 6)) as mrr_at_next_rate
    from converted
    group by account_id, month
)

select account_id, month, mrr, mrr_at_next_rate
from final
order by account_id, month
