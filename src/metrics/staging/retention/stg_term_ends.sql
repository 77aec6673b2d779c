-- Grain: one row per account and day by as_of before which recurring lines end,
-- with its renewal event, that is the ends within the grace of each other.
with

ends as (
    select
        stg_contract_lines.account_id,
        stg_contract_lines.ends_before,
        max(stg_contract_lines.starts_on) as last_start
    from stg_contract_lines
    cross join settings
    where stg_contract_lines.is_recurring
        and stg_contract_lines.monthly_amount <> 0
        and stg_contract_lines.starts_on < stg_contract_lines.ends_before
        and stg_contract_lines.ends_before <= settings.as_of + 1
    group by stg_contract_lines.account_id, stg_contract_lines.ends_before
),

neighbours as (
    select
        ends.*,
        lag(ends_before) over (
            partition by account_id
            order by ends_before
        ) as previous_end
    from ends
),

-- A line that only starts after the end before renews it: the next month of a
-- customer who signs month by month is no second line of the same event.
numbered as (
    select
        neighbours.account_id,
        neighbours.ends_before,
        sum(
            if(
                neighbours.ends_before - neighbours.previous_end
                <= settings.grace_days
                and neighbours.last_start < neighbours.previous_end,
                0,
                1
            )
        ) over (
            partition by neighbours.account_id
            order by neighbours.ends_before
        ) as event
    from neighbours
    cross join settings
),

final as (
    select
        account_id,
        ends_before,
        min(ends_before) over one_event as first_end,
        max(ends_before) over one_event as last_end
    from numbered
    window one_event as (partition by account_id, event)
)

select account_id, ends_before, first_end, last_end
from final
order by account_id, ends_before
