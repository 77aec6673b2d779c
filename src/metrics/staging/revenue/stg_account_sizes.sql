-- Grain: one row per dimension, segment, month end and MRR of an account, with
-- the number of accounts that have it. The whole company from two years before
-- the newest complete month on, segments in that month.
with

newest as (
    select max(month) as last_month
    from stg_months
    where is_complete
),

sizes as (
    select
        runs.account_id,
        runs.mrr,
        cast(unnest(
            generate_series(
                greatest(runs.month, newest.last_month - interval 2 years),
                runs.before_month - 1,
                to_months(1)
            )
        ) as date) as month
    from stg_account_runs as runs
    inner join newest
        on runs.before_month > newest.last_month - interval 2 years
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
    inner join newest
        on sizes.month = newest.last_month
    inner join stg_account_segments
        on sizes.account_id = stg_account_segments.account_id
    where stg_account_segments.dimension <> 'all'
    group by
        stg_account_segments.dimension,
        stg_account_segments.segment,
        sizes.month,
        sizes.mrr
)

select dimension, segment, month, mrr, customers
from final
order by dimension, segment, month, mrr
