-- Grain: one row per dimension (all, tier, channel), segment and complete
-- month.
with

margin as (
    select arg_max(margin_12_months, month) as share
    from gross_margin
    where dimension = 'all'
        and is_complete
),

flows as (
    select
        acquisition_cost.dimension,
        acquisition_cost.segment,
        acquisition_cost.month,
        acquisition_cost.new_customers,
        coalesce(recurring_revenue.customers, 0) as customers,
        acquisition_cost.cost,
        cast(
            coalesce(recurring_revenue.mrr, 0) * margin.share as decimal(38, 6)
        ) as margin_paid
    from acquisition_cost
    cross join margin
    left join recurring_revenue
        on acquisition_cost.dimension = recurring_revenue.dimension
        and acquisition_cost.segment = recurring_revenue.segment
        and acquisition_cost.month = recurring_revenue.month
    where acquisition_cost.is_complete
        and margin.share is not null
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
