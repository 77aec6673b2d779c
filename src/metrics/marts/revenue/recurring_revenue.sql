-- Grain: one row per dimension, segment and month.
with

unstarted as (
    select
        stg_months.month,
        stg_months.last_day,
        stg_contract_lines.account_id,
        stg_contract_lines.starts_on,
        stg_contract_lines.monthly_amount,
        stg_contract_lines.currency
    from stg_months
    inner join stg_contract_lines
        on stg_months.last_day >= stg_contract_lines.signed_on
        and stg_months.last_day < stg_contract_lines.starts_on
    where stg_contract_lines.is_recurring
),

-- A live line that a signed one follows would count twice, unless it is a
-- discount on nothing, which is in no MRR. Over a gap that is no churn it is
-- live past its end; it is its end that counts.
followed as (
    select distinct
        unstarted.month,
        stg_live_lines.contract_id,
        stg_live_lines.account_id,
        stg_live_lines.monthly_amount,
        stg_live_lines.currency
    from unstarted
    cross join settings
    inner join stg_live_lines
        on unstarted.account_id = stg_live_lines.account_id
        and unstarted.last_day >= stg_live_lines.starts_on
        and unstarted.last_day
        < coalesce(stg_live_lines.ends_before, 'infinity')
    inner join stg_recurring_lines
        on stg_live_lines.contract_id = stg_recurring_lines.contract_id
        and abs(unstarted.starts_on - stg_recurring_lines.ends_before)
        <= settings.grace_days
    inner join stg_coverage
        on unstarted.account_id = stg_coverage.account_id
        and unstarted.last_day >= stg_coverage.starts_on
        and unstarted.last_day < coalesce(stg_coverage.ends_before, 'infinity')
),

committed as (
    select month, account_id, monthly_amount, currency
    from unstarted
    union all
    select month, account_id, -monthly_amount, currency
    from followed
),

additions as (
    select
        stg_account_segments.dimension,
        stg_account_segments.segment,
        committed.month,
        sum(cast(committed.monthly_amount as decimal(38, 6)) * stg_fx.rate)
            as mrr
    from committed
    inner join stg_fx
        on committed.month = stg_fx.month
        and committed.currency = stg_fx.currency
    inner join stg_account_segments
        on committed.account_id = stg_account_segments.account_id
    group by all
),

final as (
    select
        mrr_movements.dimension,
        mrr_movements.segment,
        mrr_movements.month,
        mrr_movements.is_complete,
        mrr_movements.closing_mrr as mrr,
        cast(12 * mrr_movements.closing_mrr as decimal(38, 6)) as arr,
        cast(
            12 * (mrr_movements.closing_mrr + coalesce(additions.mrr, 0))
            as decimal(38, 6)
        ) as carr,
        mrr_movements.closing_customers as customers,
        cast(
            mrr_movements.closing_mrr
            / nullif(mrr_movements.closing_customers, 0) as decimal(38, 6)
        ) as arpa
    from mrr_movements
    left join additions
        on mrr_movements.dimension = additions.dimension
        and mrr_movements.segment = additions.segment
        and mrr_movements.month = additions.month
)

select dimension, segment, month, is_complete, mrr, arr, carr, customers, arpa
from final
order by dimension, segment, month
