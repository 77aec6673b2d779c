-- Grain: one row per dimension (all, tier, channel), segment and month with
-- marketing and sales cost, in the month of the customers it wins; what is
-- before the first month of the data counts in it.
with

first_month as (
    select min(month) as month
    from stg_months
),

lagged as (
    select
        stg_segment_costs.dimension,
        stg_segment_costs.segment,
        stg_segment_costs.cost,
        cast(
            stg_segment_costs.month + to_months(settings.cac_lag_months)
            as date
        ) as month,
        settings.data_from
    from stg_segment_costs
    cross join settings
    where stg_segment_costs.purpose = 'acquisition'
),

final as (
    select
        lagged.dimension,
        lagged.segment,
        greatest(lagged.month, first_month.month) as month,
        cast(sum(lagged.cost) as decimal(38, 6)) as cost
    from lagged
    cross join first_month
    where lagged.data_from is null
        or lagged.month >= date_trunc('month', lagged.data_from)
    group by all
)

select dimension, segment, month, cost
from final
order by dimension, segment, month
