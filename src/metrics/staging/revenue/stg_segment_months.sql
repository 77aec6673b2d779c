-- Grain: one row per dimension, segment and month, with customers or without.
with

segments as (
    select distinct dimension, segment
    from stg_account_segments
),

final as (
    select
        segments.dimension,
        segments.segment,
        stg_months.month,
        stg_months.last_day,
        stg_months.is_complete
    from segments
    cross join stg_months
)

select dimension, segment, month, last_day, is_complete
from final
order by dimension, segment, month
