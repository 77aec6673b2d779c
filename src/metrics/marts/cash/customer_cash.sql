-- Grain: one row per dimension (all, the segments, cohort), segment and age.
with

grouped as (
    select
        stg_account_segments.dimension,
        stg_account_segments.segment,
        stg_account_payback.account_id,
        24 as last_age
    from stg_account_payback
    inner join stg_account_segments
        on stg_account_payback.account_id = stg_account_segments.account_id
    where stg_account_payback.reached_age >= 24

    union all

    select
        'cohort' as dimension,
        strftime(started_on, '%Y-Q') || quarter(started_on) as segment,
        account_id,
        min(reached_age) over (
            partition by date_trunc('quarter', started_on)
        ) as last_age
    from stg_account_payback
),

final as (
    select
        grouped.dimension,
        grouped.segment,
        stg_account_cash.age,
        count(*) as customers,
        cast(
            sum(stg_account_cash.cac) / count(*) as decimal(38, 6)
        ) as cac,
        cast(
            sum(stg_account_cash.cumulative_margin - stg_account_cash.cac)
            / count(*) as decimal(38, 6)
        ) as cumulative_cash
    from grouped
    inner join stg_account_cash
        on grouped.account_id = stg_account_cash.account_id
        and stg_account_cash.age <= grouped.last_age
    group by all
)

select dimension, segment, age, customers, cac, cumulative_cash
from final
order by dimension, segment, age
