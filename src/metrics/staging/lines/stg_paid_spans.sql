-- Grain: one row per account and stretch of one MRR above 0, gaps left out.
with

-- One rate for all time: only the sign of the sum counts here, and at one rate
-- what a line adds at its start it takes away to the last digit at its end.
-- Rates above 0 can change that sign in accounts of stg_mixed_accounts only.
newest_rates as (
    select currency, arg_max(rate, month) as rate
    from stg_fx
    group by currency
),

lines as (
    select
        stg_recurring_lines.account_id,
        stg_recurring_lines.starts_on,
        stg_recurring_lines.ends_before,
        cast(stg_recurring_lines.monthly_amount as decimal(38, 6))
        * newest_rates.rate as amount
    from stg_recurring_lines
    inner join newest_rates
        on stg_recurring_lines.currency = newest_rates.currency
    left join stg_mixed_accounts
        on stg_recurring_lines.account_id = stg_mixed_accounts.account_id
    where stg_mixed_accounts.account_id is null
        and stg_recurring_lines.starts_on
        < coalesce(stg_recurring_lines.ends_before, 'infinity')
),

changes as (
    select account_id, starts_on as day, amount
    from lines
    union all
    select account_id, ends_before, -amount
    from lines
    where ends_before is not null
),

days as (
    select account_id, day, sum(amount) as amount
    from changes
    group by account_id, day
),

levels as (
    select
        account_id,
        day as starts_on,
        lead(day) over by_day as ends_before,
        sum(amount) over by_day as amount
    from days
    window by_day as (partition by account_id order by day)
),

final as (
    select account_id, starts_on, ends_before
    from levels
    where amount > 0
    union all
    select account_id, starts_on, ends_before
    from stg_mixed_paid_spans
)

select account_id, starts_on, ends_before
from final
order by account_id, starts_on
