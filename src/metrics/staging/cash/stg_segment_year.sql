-- Grain: one row per dimension and segment, over the last 12 complete months.
with

year as (
    select
        month,
        month = max(month) over () as is_newest,
        row_number() over (order by month desc) between 2 and 7
            as is_of_half_before
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
        sum(mrr_movements.new_mrr) as new_mrr
    from mrr_movements
    inner join year
        on mrr_movements.month = year.month
    group by all
),

losses as (
    select
        churn_rates.dimension,
        churn_rates.segment,
        sum(churn_rates.customers_at_risk) as at_risk,
        sum(churn_rates.customers_lost) as lost,
        max(churn_rates.logo_churn) filter (year.is_newest) as newest_churn,
        avg(churn_rates.logo_churn order by churn_rates.month)
            filter (year.is_of_half_before) as trailing_churn
    from churn_rates
    inner join year
        on churn_rates.month = year.month
    group by all
),

revenue as (
    select
        dimension,
        segment,
        sum(closing_customers) filter (year.is_newest) as customers,
        sum(closing_mrr) filter (year.is_newest) as newest_mrr,
        sum(closing_mrr) as mrr,
        sum(closing_customers) as customer_months
    from mrr_movements
    inner join year
        on mrr_movements.month = year.month
    group by dimension, segment
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
        revenue.newest_mrr / nullif(revenue.customers, 0) as arpa_newest,
        cast(losses.lost as double) / nullif(losses.at_risk, 0)
            as monthly_churn,
        losses.newest_churn,
        losses.trailing_churn
    from movements
    left join revenue
        on movements.dimension = revenue.dimension
        and movements.segment = revenue.segment
    left join losses
        on movements.dimension = losses.dimension
        and movements.segment = losses.segment
)

select
    dimension,
    segment,
    customers,
    new_customers,
    arpa,
    arpa_new,
    arpa_newest,
    monthly_churn,
    newest_churn,
    trailing_churn
from final
order by dimension, segment
