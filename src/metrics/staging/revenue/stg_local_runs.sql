-- Grain: one row per account, currency and run of month ends, [month,
-- before_month), at one MRR in it.
with

clock as (
    select
        as_of,
        cast(date_trunc('month', as_of) + to_months(1) as date) as after_month
    from settings
),

final as (
    select
        account_id,
        currency,
        is_home,
        mrr,
        micros,
        cast(date_trunc('month', starts_on) as date) as month,
        if(
            ends_before > clock.as_of,
            clock.after_month,
            cast(date_trunc('month', ends_before) as date)
        ) as before_month
    from stg_account_levels
    cross join clock
    where starts_on <= clock.as_of
        and month < before_month
)

select account_id, currency, is_home, mrr, micros, month, before_month
from final
order by account_id, currency, month
