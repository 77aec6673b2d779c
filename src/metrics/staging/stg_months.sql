-- Grain: one row per calendar month from the first recurring line to as_of.
with

first_start as (
    select min(starts_on) as starts_on
    from stg_contract_lines
    where is_recurring
),

months as (
    select
        settings.as_of,
        cast(
            unnest(
                generate_series(
                    date_trunc('month', first_start.starts_on),
                    date_trunc('month', settings.as_of),
                    to_months(1)
                )
            ) as date
        ) as month
    from first_start
    cross join settings
),

final as (
    select
        month,
        least(last_day(month), as_of) as last_day,
        as_of >= last_day(month) as is_complete
    from months
)

select month, last_day, is_complete
from final
order by month
