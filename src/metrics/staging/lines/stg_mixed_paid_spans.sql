-- Grain: one row per account of stg_mixed_accounts and stretch, of a month at
-- most up to as_of, in which its recurring lines sum to more than 0 at the
-- month's rates. After as_of the newest ones stand.
with

lines as (
    select
        stg_recurring_lines.account_id,
        stg_recurring_lines.currency,
        stg_recurring_lines.starts_on,
        coalesce(stg_recurring_lines.ends_before, 'infinity') as ends_before,
        stg_recurring_lines.monthly_amount
    from stg_recurring_lines
    inner join stg_mixed_accounts
        on stg_recurring_lines.account_id = stg_mixed_accounts.account_id
    where stg_recurring_lines.starts_on
        < coalesce(stg_recurring_lines.ends_before, 'infinity')
),

days as (
    select account_id, starts_on as day
    from lines
    union
    select account_id, ends_before
    from lines
    where ends_before < 'infinity'
    union
    select lines.account_id, stg_months.month
    from lines
    inner join stg_months
        on lines.starts_on < stg_months.month
        and lines.ends_before > stg_months.month
),

amounts as (
    select
        days.account_id,
        days.day,
        lines.currency,
        sum(lines.monthly_amount) as amount
    from days
    inner join lines
        on days.account_id = lines.account_id
        and days.day >= lines.starts_on
        and days.day < lines.ends_before
    group by days.account_id, days.day, lines.currency
),

-- Rounded per account and currency, as MRR is.
worths as (
    select
        amounts.account_id,
        amounts.day,
        sum(cast(amounts.amount * stg_fx.rate as decimal(38, 6))) as mrr
    from amounts
    cross join settings
    inner join stg_fx
        on date_trunc('month', least(amounts.day, settings.as_of))
        = stg_fx.month
        and amounts.currency = stg_fx.currency
    group by amounts.account_id, amounts.day
),

stretches as (
    select
        days.account_id,
        days.day as starts_on,
        lead(days.day) over (
            partition by days.account_id
            order by days.day
        ) as ends_before,
        worths.mrr
    from days
    left join worths
        on days.account_id = worths.account_id
        and days.day = worths.day
),

final as (
    select account_id, starts_on, ends_before
    from stretches
    where mrr > 0
)

select account_id, starts_on, ends_before
from final
order by account_id, starts_on
