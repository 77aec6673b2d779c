-- Grain: one row per account, currency and stretch of one MRR in it.
with

changes as (
    select account_id, currency, starts_on as day, monthly_amount as amount
    from stg_live_lines
    union all
    select account_id, currency, ends_before, -monthly_amount
    from stg_live_lines
    where ends_before is not null
),

days as (
    select account_id, currency, day, sum(amount) as amount
    from changes
    group by account_id, currency, day
),

final as (
    select
        days.account_id,
        days.currency,
        days.day as starts_on,
        coalesce(lead(days.day) over by_day, 'infinity') as ends_before,
        cast(sum(days.amount) over by_day as decimal(38, 6)) as mrr,
        bool_and(days.currency = settings.currency) over by_account as is_home
    from days
    cross join settings
    window
        by_account as (partition by days.account_id),
        by_day as (
            partition by days.account_id, days.currency
            order by days.day
        )
)

select account_id, currency, starts_on, ends_before, mrr, is_home
from final
order by account_id, currency, starts_on
