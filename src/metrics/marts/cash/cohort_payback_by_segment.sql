-- Grain: one row per dimension (the segments), segment and quarterly cohort.
with

ages as (
    select
        dimension,
        segment,
        cohort,
        customers,
        cac,
        reached_age,
        unnest(range(0, reached_age + 1)) as age
    from stg_segment_cash
    where age = 0
),

monthly as (
    select
        ages.*,
        sum(coalesce(stg_segment_cash.change, 0)) over (
            partition by ages.dimension, ages.segment, ages.cohort
            order by ages.age
        ) as margin
    from ages
    left join stg_segment_cash
        on ages.dimension = stg_segment_cash.dimension
        and ages.segment = stg_segment_cash.segment
        and ages.cohort = stg_segment_cash.cohort
        and ages.age = stg_segment_cash.age
),

summed as (
    select
        monthly.*,
        sum(margin) over (
            partition by dimension, segment, cohort
            order by age
        ) as paid
    from monthly
),

final as (
    select
        dimension,
        segment,
        cohort,
        customers,
        reached_age,
        cast(cac / customers as decimal(38, 6)) as average_cac,
        min(age) filter (paid > cac) as payback_age,
        cast(max(paid) filter (age = reached_age) as double)
        / nullif(cac, 0) as recovered_share
    from summed
    group by dimension, segment, cohort, customers, reached_age, cac
)

select
    dimension,
    segment,
    cohort,
    customers,
    reached_age,
    average_cac as cac,
    payback_age,
    recovered_share
from final
order by dimension, segment, cohort
