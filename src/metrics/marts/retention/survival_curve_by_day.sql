-- Grain: one row per dimension, segment and day of age on which
-- a customer left or was last seen; none where survival_unit is month.
with

final as (
    select stg_survival.*
    from stg_survival
    where unit = 'day'
        and events + censored > 0
)

select
    dimension, segment, age, at_risk, events, censored, hazard, survival,
    standard_error, lower, upper
from final
order by dimension, segment, age
