-- Grain: one row per account that pays in another currency, and month end.
with

months as (
    select
        account_id,
        currency,
        mrr,
        cast(unnest(
            generate_series(month, before_month - 1, to_months(1))
        ) as date) as month
    from stg_local_runs
    where not is_home
),

rates as (
    select
        month,
        currency,
        rate,
        lead(rate, 1, rate) over (
            partition by currency
            order by month
        ) as next_rate
    from stg_fx
),

-- Rounded per account and currency, so that movements foot to the last digit.
-- The wide product is slow, and many amounts are in the company's currency.
converted as (
    select
        months.account_id,
        months.month,
        if(
            rates.rate = 1,
            months.mrr,
            cast(months.mrr * rates.rate as decimal(38, 6))
        ) as mrr,
        if(
            rates.next_rate = 1,
            months.mrr,
            cast(months.mrr * rates.next_rate as decimal(38, 6))
        ) as mrr_at_next_rate
    from months
    inner join rates
        on months.month = rates.month
        and months.currency = rates.currency
),

final as (
    select
        account_id,
        month,
        cast(sum(mrr) as decimal(38, 6)) as mrr,
        cast(sum(mrr_at_next_rate) as decimal(38, 6)) as mrr_at_next_rate
    from converted
    group by account_id, month
)

select account_id, month, mrr, mrr_at_next_rate
from final
order by account_id, month
