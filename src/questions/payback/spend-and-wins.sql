-- Grain: one row per quarter: what marketing and sales cost, and whom they won.
with

complete as (
    select date_trunc('quarter', month) as quarter
    from stg_months
    where is_complete
    group by all
    having count(*) = 3
),

spent as (
    select
        date_trunc('quarter', month) as quarter,
        sum(amount) filter (category = 'marketing') as marketing,
        sum(amount) filter (category = 'sales') as sales
    from costs
    where category in ('marketing', 'sales')
    group by all
),

won as (
    select
        date_trunc('quarter', month) as quarter,
        sum(new_customers) as new_customers,
        sum(new_mrr) as new_mrr
    from mrr_movements
    where dimension = 'all'
    group by all
),

final as (
    select
        cast(complete.quarter as date) as quarter,
        cast(spent.marketing as decimal(38, 6)) as marketing,
        cast(spent.sales as decimal(38, 6)) as sales,
        cast(won.new_customers as bigint) as new_customers,
        (coalesce(spent.marketing, 0) + coalesce(spent.sales, 0))
            / nullif(won.new_customers, 0) as cost_per_customer,
        (coalesce(spent.marketing, 0) + coalesce(spent.sales, 0))
            / nullif(12 * won.new_mrr, 0) as cost_per_new_arr
    from complete
    inner join spent
        on complete.quarter = spent.quarter
    left join won
        on complete.quarter = won.quarter
)

select
    quarter,
    marketing,
    sales,
    new_customers,
    cost_per_customer,
    cost_per_new_arr
from final
order by quarter
