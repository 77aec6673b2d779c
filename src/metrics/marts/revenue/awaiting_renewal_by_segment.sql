-- Grain: one row for the whole company and one per dimension and segment with
-- an account that awaits renewal at as_of.
with

final as (
    select
        stg_account_segments.dimension,
        stg_account_segments.segment,
        count(awaiting_renewal.account_id) as accounts,
        min(awaiting_renewal.churns_on) as first_churns_on,
        cast(coalesce(sum(awaiting_renewal.mrr), 0) as decimal(38, 6)) as mrr,
        cast(coalesce(sum(awaiting_renewal.arr), 0) as decimal(38, 6)) as arr
    from stg_account_segments
    left join awaiting_renewal
        on stg_account_segments.account_id = awaiting_renewal.account_id
    group by stg_account_segments.dimension, stg_account_segments.segment
    having accounts > 0 or stg_account_segments.dimension = 'all'
)

select dimension, segment, accounts, first_churns_on, mrr, arr
from final
order by dimension, segment
