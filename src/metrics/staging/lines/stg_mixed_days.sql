-- Grain: one row per account of stg_mixed_accounts and day on which its live
-- lines or their rates change; whether they then sum to more than 0.
with

levels as (
    select
        stg_account_levels.account_id,
        stg_account_levels.currency,
        stg_account_levels.starts_on,
        stg_account_levels.ends_before,
        stg_account_levels.mrr
    from stg_account_levels
    inner join stg_mixed_accounts
        on stg_account_levels.account_id = stg_mixed_accounts.account_id
),

days as (
    select account_id, starts_on as day
    from levels
    union
    select account_id, ends_before
    from levels
    where ends_before < 'infinity'
    union
    select levels.account_id, stg_months.month
    from levels
    inner join stg_months
        on levels.starts_on < stg_months.month
        and levels.ends_before > stg_months.month
),

paid as (
    select days.account_id, days.day
    from days
    cross join settings
    inner join levels
        on days.account_id = levels.account_id
        and days.day >= levels.starts_on
        and days.day < levels.ends_before
    inner join stg_fx
        on date_trunc('month', least(days.day, settings.as_of)) = stg_fx.month
        and levels.currency = stg_fx.currency
    group by days.account_id, days.day
    having sum(cast(levels.mrr * stg_fx.rate as decimal(38, 6))) > 0
),

final as (
    select
        days.account_id,
        days.day,
        paid.day is not null as is_paid
    from days
    left join paid
        on days.account_id = paid.account_id
        and days.day = paid.day
)

select account_id, day, is_paid
from final
order by account_id, day
