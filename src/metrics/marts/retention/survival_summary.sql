-- Grain: one row per dimension and segment with customers.
with

-- A product of fractions that is a half can miss it by its last digit. A half
-- that lasts to the end has no midpoint: its first age stands, as in the table
-- that R's survfit prints.
curve as (
    select
        unit,
        dimension,
        segment,
        age,
        events,
        censored,
        survival < 0.5 + 1e-9 as is_half,
        survival < 0.5 - 1e-9 as is_below_half
    from stg_survival
),

halves as (
    select
        unit,
        dimension,
        segment,
        cast(sum(events + censored) as bigint) as customers,
        cast(sum(events) as bigint) as events,
        min(age) filter (where is_half) as half_age,
        coalesce(min(age) filter (where is_below_half), half_age)
            as below_half_age,
        max(age) as last_age
    from curve
    group by unit, dimension, segment
),

final as (
    select
        months.dimension,
        months.segment,
        coalesce(days.customers, months.customers) as customers,
        coalesce(days.events, months.events) as events,
        (months.half_age + months.below_half_age) / 2 as median_months,
        (days.half_age + days.below_half_age) / 2 as median_days,
        months.last_age
    from halves as months
    left join halves as days
        on days.unit = 'day'
        and months.dimension = days.dimension
        and months.segment = days.segment
    where months.unit = 'month'
)

select
    dimension, segment, customers, events, median_months, median_days, last_age
from final
order by dimension, segment
