-- Grain: one row per dimension (all, tier, channel), segment and complete
-- month. Cash goes when it is spent: cost is not lagged. What is spent before
-- the first month counts in it, what comes or goes before data_from not at all.
with

margin as (
    select margin_12_months as share
    from gross_margin
    where dimension = 'all'
        and is_complete
    order by month desc
    limit 1
),

first_month as (
    select min(month) as month
    from stg_months
),

costs_then as (
    select dimension, segment, month, cost
    from stg_segment_costs
    where purpose = 'acquisition'
),

spent as (
    select
        costs_then.dimension,
        costs_then.segment,
        greatest(costs_then.month, first_month.month) as month,
        sum(costs_then.cost) as cost
    from costs_then
    cross join first_month
    cross join settings
    where costs_then.month
        >= coalesce(date_trunc('month', settings.data_from), '-infinity')
    group by all
),

segments as (
    select 'all' as dimension, 'all' as segment
    union
    select dimension, segment
    from costs_then
),

flows as (
    select
        segments.dimension,
        segments.segment,
        stg_months.month,
        coalesce(mrr_movements.new_customers, 0) as new_customers,
        coalesce(mrr_movements.closing_customers, 0) as customers,
        cast(coalesce(spent.cost, 0) as decimal(38, 6)) as cost,
        cast(
            coalesce(mrr_movements.closing_mrr, 0) * margin.share
            as decimal(38, 6)
        ) as margin_paid
    from segments
    cross join stg_months
    cross join margin
    cross join settings
    left join mrr_movements
        on segments.dimension = mrr_movements.dimension
        and segments.segment = mrr_movements.segment
        and stg_months.month = mrr_movements.month
    left join spent
        on segments.dimension = spent.dimension
        and segments.segment = spent.segment
        and stg_months.month = spent.month
    where stg_months.is_complete
        and margin.share is not null
        and stg_months.month
        >= coalesce(date_trunc('month', settings.data_from), '-infinity')
),

summed as (
    select
        flows.*,
        cast(sum(margin_paid - cost) over (
            partition by dimension, segment
            order by month
        ) as decimal(38, 6)) as cumulative_cash
    from flows
),

final as (
    select
        summed.*,
        month = arg_min(month, cumulative_cash) over (
            partition by dimension, segment
        ) as is_trough
    from summed
)

select
    dimension, segment, month, new_customers, customers, margin_paid, cost,
    cumulative_cash, is_trough
from final
order by dimension, segment, month
