-- Grain: one row per dimension, segment, month end and MRR of an account, with
-- the number of accounts that have it. The whole company at every month end,
-- segments at the newest complete one and whole years before it.
with

newest as (
    select max(month) filter (is_complete) as month
    from stg_months
),

sizes as (
    select
        account_id,
        mrr,
        cast(unnest(
            generate_series(month, before_month - 1, to_months(1))
        ) as date) as month
    from stg_account_runs
),

final as (
    select
        'all' as dimension,
        'all' as segment,
        month,
        mrr,
        count(*) as customers
    from sizes
    group by month, mrr

    union all

    select
        stg_account_segments.dimension,
        stg_account_segments.segment,
        sizes.month,
        sizes.mrr,
        count(*)
    from sizes
    cross join newest
    inner join stg_account_segments
        on sizes.account_id = stg_account_segments.account_id
    where stg_account_segments.dimension <> 'all'
        and sizes.month <= newest.month
        and month(sizes.month) = month(newest.month)
    group by
        stg_account_segments.dimension,
        stg_account_segments.segment,
        sizes.month,
        sizes.mrr
)

select dimension, segment, month, mrr, customers
from final
order by dimension, segment, month, mrr
