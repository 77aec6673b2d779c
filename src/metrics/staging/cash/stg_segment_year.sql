-- Grain: one row per dimension and segment, over the last 12 complete months.
with

year as (
    select month, month = max(month) over () as is_newest
    from stg_months
    where is_complete
    order by month desc
    limit 12
),

movements as (
    select
        mrr_movements.dimension,
        mrr_movements.segment,
        sum(mrr_movements.new_customers) as new_customers,
        sum(mrr_movements.new_mrr) as new_mrr,
        sum(mrr_movements.opening_customers) as opening,
        sum(mrr_movements.opening_churned_customers) as churned
    from mrr_movements
    inner join year
        on mrr_movements.month = year.month
    group by all
),

revenue as (
    select
        recurring_revenue.dimension,
        recurring_revenue.segment,
        sum(recurring_revenue.customers) filter (year.is_newest) as customers,
        sum(recurring_revenue.mrr) as mrr,
        sum(recurring_revenue.customers) as customer_months
    from recurring_revenue
    inner join year
        on recurring_revenue.month = year.month
    group by all
),

final as (
    select
        movements.dimension,
        movements.segment,
        cast(coalesce(revenue.customers, 0) as bigint) as customers,
        cast(movements.new_customers as bigint) as new_customers,
        cast(
            revenue.mrr / nullif(revenue.customer_months, 0) as decimal(38, 6)
        ) as arpa,
        cast(
            movements.new_mrr / nullif(movements.new_customers, 0)
            as decimal(38, 6)
        ) as arpa_new,
        cast(movements.churned as double) / nullif(movements.opening, 0)
            as monthly_churn
    from movements
    left join revenue
        on movements.dimension = revenue.dimension
        and movements.segment = revenue.segment
)

select
    dimension,
    segment,
    customers,
    new_customers,
    arpa,
    arpa_new,
    monthly_churn
from final
order by dimension, segment
