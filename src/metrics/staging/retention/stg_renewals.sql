-- Grain: one row per renewal event and recurring line that renews it.
with

windows as (
    select
        stg_term_ends.account_id,
        stg_term_ends.last_end,
        stg_term_ends.first_end - settings.grace_days as first_start,
        stg_term_ends.last_end + settings.grace_days as last_start
    from stg_term_ends
    cross join settings
    where stg_term_ends.ends_before = stg_term_ends.last_end
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
final as (
    select
        windows.account_id,
        windows.last_end,
        lines.starts_on,
        lines.monthly_amount,
        lines.currency
    from windows
    inner join lines
        on windows.account_id = lines.account_id
        and windows.first_start <= lines.starts_on
        and windows.last_start >= lines.starts_on
        and windows.last_end < lines.ends_before
    qualify lines.starts_on < min(lines.ends_before) over (
        partition by windows.account_id, windows.last_end
    )
)

select account_id, last_end, starts_on, monthly_amount, currency
from final
order by account_id, last_end, starts_on, monthly_amount
