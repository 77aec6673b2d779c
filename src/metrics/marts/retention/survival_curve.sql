-- Grain: one row per dimension, segment and completed month of age.
with

final as (
    select stg_survival.*
    from stg_survival
    where unit = 'month'
)

select
    dimension, segment, age, at_risk, events, censored, hazard, survival,
    standard_error, lower, upper
from final
order by dimension, segment, age
