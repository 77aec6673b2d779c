-- Grain: one row per dimension and segment with customers.
with

-- A product of fractions that is a half can miss it by its last digit.
curve as (
    select
        dimension,
        segment,
        age,
        events,
        censored,
        survival < 0.5 + 1e-9 as is_half,
        survival < 0.5 - 1e-9 as is_below_half
    from survival_curve
),

halves as (
    select
        dimension,
        segment,
        cast(sum(events + censored) as bigint) as customers,
        cast(sum(events) as bigint) as events,
        min(age) filter (where is_half) as half_age,
        coalesce(min(age) filter (where is_below_half), max(age))
            as below_half_age,
        max(age) as last_age
    from curve
    group by dimension, segment
),

final as (
    select
        dimension,
        segment,
        customers,
        events,
        (half_age + below_half_age) / 2 as median_months,
        last_age
    from halves
)

select dimension, segment, customers, events, median_months, last_age
from final
order by dimension, segment
