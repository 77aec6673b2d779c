-- Grain: one row per dimension (all, the segments, cohort), segment and age.
with

grouped as (
    select
        stg_account_segments.dimension,
        stg_account_segments.segment,
        stg_group_cash.* exclude (profile, cohort)
    from stg_group_cash
    inner join stg_account_segments
        on stg_group_cash.profile = stg_account_segments.account_id

    union all

    select
        'cohort' as dimension,
        cohort as segment,
        stg_group_cash.* exclude (profile, cohort)
    from stg_group_cash
    where cohort is not null
),

ages as (
    select dimension, segment, unnest(range(0, max(last_age) + 1)) as age
    from grouped
    group by dimension, segment
),

flows as (
    select
        ages.dimension,
        ages.segment,
        ages.age,
        sum(sum(grouped.change)) over by_age as margin,
        sum(sum(grouped.customers)) over by_age as customers,
        sum(sum(grouped.cac)) over by_age as cac
    from ages
    left join grouped
        on ages.dimension = grouped.dimension
        and ages.segment = grouped.segment
        and ages.age = grouped.age
    group by ages.dimension, ages.segment, ages.age
    window by_age as (
        partition by ages.dimension, ages.segment
        order by ages.age
    )
),

final as (
    select
        dimension,
        segment,
        age,
        cast(customers as bigint) as customers,
        cast(cac / customers as decimal(38, 6)) as cac,
        cast(
            (
                sum(margin) over (
                    partition by dimension, segment
                    order by age
                ) - cac
            ) / customers as decimal(38, 6)
        ) as cumulative_cash
    from flows
)

select dimension, segment, age, customers, cac, cumulative_cash
from final
order by dimension, segment, age
