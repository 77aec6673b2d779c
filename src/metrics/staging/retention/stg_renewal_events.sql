-- Grain: one row per renewal event: an account and the end of a term by as_of.
-- ARR at the rates of the month of the end, so that rates are no expansion.
with

events as (
    select
        account_id,
        event,
        min(ends_before) as first_end,
        max(ends_before) as last_end
    from stg_term_ends
    group by account_id, event
),

lines as (
    select
        account_id,
        starts_on,
        coalesce(ends_before, 'infinity') as ends_before,
        monthly_amount,
        currency
    from stg_contract_lines
    where is_recurring
        and monthly_amount <> 0
        and starts_on < coalesce(ends_before, 'infinity')
),

-- Of lines that follow each other within the grace the first is the renewal.
renewals as (
    select
        events.account_id,
        events.event,
        lines.monthly_amount,
        lines.currency
    from events
    cross join settings
    inner join lines
        on events.account_id = lines.account_id
        and events.first_end - settings.grace_days <= lines.starts_on
        and events.last_end + settings.grace_days >= lines.starts_on
        and events.last_end < lines.ends_before
    qualify lines.starts_on < min(lines.ends_before) over (
        partition by events.account_id, events.event
    )
),

amounts as (
    select
        stg_term_ends.account_id,
        stg_term_ends.event,
        lines.currency,
        lines.monthly_amount as expiring,
        0 as renewed
    from stg_term_ends
    inner join lines
        on stg_term_ends.account_id = lines.account_id
        and stg_term_ends.ends_before = lines.ends_before
    union all
    select account_id, event, currency, 0, monthly_amount
    from renewals
),

final as (
    select
        events.account_id,
        events.last_end - 1 as ended_on,
        settings.as_of - events.last_end < settings.grace_days as is_open,
        cast(
            sum(12 * cast(amounts.expiring as decimal(38, 6)) * stg_fx.rate)
            as decimal(38, 6)
        ) as expiring_arr,
        cast(
            sum(12 * cast(amounts.renewed as decimal(38, 6)) * stg_fx.rate)
            as decimal(38, 6)
        ) as renewed_arr
    from events
    cross join settings
    inner join amounts
        on events.account_id = amounts.account_id
        and events.event = amounts.event
    inner join stg_fx
        on date_trunc('month', events.last_end - 1) = stg_fx.month
        and amounts.currency = stg_fx.currency
    group by
        events.account_id, events.last_end, settings.as_of, settings.grace_days
    having sum(amounts.expiring * stg_fx.rate) > 0
)

select account_id, ended_on, is_open, expiring_arr, renewed_arr
from final
order by account_id, ended_on
