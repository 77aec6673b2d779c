-- Grain: one row per dimension, segment and month end with customers.
-- The largest hundredth is rounded up to whole customers: it has one at least.
with

totals as (
    select
        dimension,
        segment,
        month,
        cast(sum(customers) as bigint) as customers,
        sum(mrr * customers) as mrr
    from stg_account_sizes
    group by dimension, segment, month
),

levels as (
    select
        sizes.dimension,
        sizes.segment,
        sizes.month,
        sizes.mrr,
        sizes.customers,
        totals.customers as all_customers,
        totals.mrr as all_mrr,
        coalesce(sum(sizes.customers) over larger, 0) as larger_customers,
        coalesce(sum(sizes.mrr * sizes.customers) over larger, 0) as larger_mrr
    from stg_account_sizes as sizes
    inner join totals
        on sizes.dimension = totals.dimension
        and sizes.segment = totals.segment
        and sizes.month = totals.month
    window larger as (
        partition by sizes.dimension, sizes.segment, sizes.month
        order by sizes.mrr desc
        rows between unbounded preceding and 1 preceding
    )
),

-- Customers of a level that are among so many of the largest.
parts as (
    select
        levels.*,
        mrr * least(customers, greatest(
            0, (all_customers + 99) // 100 - larger_customers
        )) as mrr_of_1,
        mrr * least(customers, greatest(
            0, (all_customers + 19) // 20 - larger_customers
        )) as mrr_of_5,
        mrr * least(customers, greatest(
            0, (all_customers + 4) // 5 - larger_customers
        )) as mrr_of_20,
        if(
            larger_mrr < 0.8 * all_mrr,
            larger_customers + least(
                customers,
                ceil(round((0.8 * all_mrr - larger_mrr) / mrr, 9))
            ),
            null
        ) as customers_of_80
    from levels
),

final as (
    select
        parts.dimension,
        parts.segment,
        parts.month,
        any_value(stg_months.is_complete) as is_complete,
        any_value(all_customers) as customers,
        cast(any_value(12 * all_mrr) as decimal(38, 6)) as arr,
        cast(sum(mrr_of_1) as double) / any_value(all_mrr) as share_of_1,
        cast(sum(mrr_of_5) as double) / any_value(all_mrr) as share_of_5,
        cast(sum(mrr_of_20) as double) / any_value(all_mrr) as share_of_20,
        cast(max(customers_of_80) as bigint) as customers_of_80,
        max(customers_of_80) / any_value(all_customers)
            as customers_of_80_share
    from parts
    inner join stg_months
        on parts.month = stg_months.month
    where all_mrr > 0
    group by parts.dimension, parts.segment, parts.month
)

select
    dimension, segment, month, is_complete, customers, arr, share_of_1,
    share_of_5, share_of_20, customers_of_80, customers_of_80_share
from final
order by dimension, segment, month
