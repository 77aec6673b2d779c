-- Grain: one row per metric with a target for the newest complete month.
with

final as (
    select metric, period, period_end, target, value, is_met
    from stg_goals_now
    qualify row_number() over (
        partition by metric
        order by period_months, period, target
    ) = 1
)

select metric, period, period_end, target, value, is_met
from final
order by metric
