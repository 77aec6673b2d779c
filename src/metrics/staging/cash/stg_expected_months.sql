-- Grain: one row per dimension and segment: S(0) + ... + S(horizon - 1), each
-- age of the curve standing for the ages until the next, the last one held.
with

steps as (
    select
        dimension,
        segment,
        age,
        survival,
        lead(age) over (partition by dimension, segment order by age)
            as next_age
    from survival_curve
),

spread as (
    select
        steps.dimension,
        steps.segment,
        steps.age,
        steps.survival,
        settings.ltv_horizon_months as horizon,
        least(coalesce(steps.next_age, horizon), horizon) - steps.age
            as months
    from steps
    cross join settings
    where steps.age < settings.ltv_horizon_months
),

final as (
    select
        dimension,
        segment,
        sum(survival * months order by age) as expected_months,
        max(age) < any_value(horizon) - 1
        and arg_max(survival, age) > 0 as is_extrapolated
    from spread
    group by all
)

select dimension, segment, expected_months, is_extrapolated
from final
order by dimension, segment
