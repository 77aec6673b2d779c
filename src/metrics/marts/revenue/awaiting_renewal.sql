-- Grain: one row per account that awaits renewal at as_of.
with

ends as (
    select account_id, max(ends_before) as ends_before
    from stg_paid_spans
    group by account_id
),

awaiting as (
    select account_id, sum(awaiting_mrr) as mrr
    from stg_account_movements
    where awaiting_mrr is not null
    group by account_id
),

final as (
    select
        awaiting.account_id,
        ends.ends_before - 1 as ended_on,
        ends.ends_before + settings.grace_days as churns_on,
        cast(awaiting.mrr as decimal(38, 6)) as mrr,
        cast(12 * awaiting.mrr as decimal(38, 6)) as arr
    from awaiting
    inner join ends
        on awaiting.account_id = ends.account_id
    cross join settings
)

select account_id, ended_on, churns_on, mrr, arr
from final
order by account_id
