-- Grain: one row per dimension (all, tier, channel), segment and month: cost
-- of the 12 months up to it / the new customers whose cost is known.
with

summed as (
    select
        dimension,
        segment,
        month,
        cast(sum(cost) over year_to_month as decimal(38, 6)) as cost,
        sum(new_customers) filter (cac is not null) over year_to_month
            as new_customers
    from acquisition_cost
    window year_to_month as (
        partition by dimension, segment
        order by month
        rows between 11 preceding and current row
    )
),

final as (
    select
        dimension,
        segment,
        month,
        cast(cost / nullif(new_customers, 0) as decimal(38, 6)) as cac
    from summed
)

select dimension, segment, month, cac
from final
order by dimension, segment, month
