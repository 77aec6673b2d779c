-- Grain: one row per dimension (all, tier, channel), segment and month.
-- A pool is the months since the last one with new customers. CAC is unknown,
-- not 0, where the company has no cost row in the whole pool.
with

segments as (
    select 'all' as dimension, 'all' as segment

    union

    select dimension, segment
    from stg_acquisition_spend
),

months as (
    select
        segments.dimension,
        segments.segment,
        stg_months.month,
        stg_months.is_complete,
        company.month is not null as is_known,
        coalesce(spend.cost, 0) as cost,
        coalesce(mrr_movements.new_customers, 0) as new_customers
    from segments
    cross join stg_months
    left join stg_acquisition_spend as spend
        on segments.dimension = spend.dimension
        and segments.segment = spend.segment
        and stg_months.month = spend.month
    left join stg_acquisition_spend as company
        on company.dimension = 'all'
        and stg_months.month = company.month
    left join mrr_movements
        on segments.dimension = mrr_movements.dimension
        and segments.segment = mrr_movements.segment
        and stg_months.month = mrr_movements.month
),

numbered as (
    select
        months.*,
        count(*) filter (new_customers > 0) over (
            partition by dimension, segment
            order by month
            rows between unbounded preceding and 1 preceding
        ) as pool
    from months
),

pooled as (
    select
        numbered.*,
        cast(sum(cost) over so_far as decimal(38, 6)) as pooled_cost,
        bool_or(is_known) over so_far as is_pool_known
    from numbered
    window so_far as (partition by dimension, segment, pool order by month)
),

final as (
    select
        dimension,
        segment,
        month,
        is_complete,
        cast(cost as decimal(38, 6)) as cost,
        pooled_cost,
        cast(new_customers as bigint) as new_customers,
        case
            when new_customers > 0 and is_pool_known
                then cast(pooled_cost / new_customers as decimal(38, 6))
        end as cac
    from pooled
)

select
    dimension,
    segment,
    month,
    is_complete,
    cost,
    pooled_cost,
    new_customers,
    cac
from final
order by dimension, segment, month
