-- Grain: one row per dimension, segment and month.
with

openings as (
    select
        stg_account_months.account_id,
        stg_months.month,
        stg_account_months.mrr
    from stg_account_months
    inner join stg_months
        on cast(stg_account_months.month + to_months(12) as date)
        = stg_months.month
),

accounts_then as (
    select
        stg_account_segments.dimension,
        stg_account_segments.segment,
        openings.month,
        openings.mrr as opening_mrr,
        stg_account_months.mrr as retained_mrr,
        case
            when stg_account_months.mrr is not null
                then least(stg_account_months.mrr, openings.mrr)
        end as capped_mrr
    from openings
    inner join stg_account_segments
        on openings.account_id = stg_account_segments.account_id
    left join stg_account_months
        on openings.account_id = stg_account_months.account_id
        and openings.month = stg_account_months.month
),

totals as (
    select
        stg_segment_months.dimension,
        stg_segment_months.segment,
        stg_segment_months.month,
        stg_segment_months.is_complete,
        count(accounts_then.opening_mrr) as opening_accounts,
        count(accounts_then.retained_mrr) as kept_accounts,
        cast(coalesce(sum(accounts_then.opening_mrr), 0) as decimal(18, 6))
            as opening_mrr,
        cast(coalesce(sum(accounts_then.retained_mrr), 0) as decimal(18, 6))
            as retained_mrr,
        cast(coalesce(sum(accounts_then.capped_mrr), 0) as decimal(18, 6))
            as capped_mrr
    from stg_segment_months
    left join accounts_then
        on stg_segment_months.dimension = accounts_then.dimension
        and stg_segment_months.segment = accounts_then.segment
        and stg_segment_months.month = accounts_then.month
    group by all
),

final as (
    select
        dimension,
        segment,
        month,
        is_complete,
        opening_accounts,
        kept_accounts,
        opening_mrr,
        retained_mrr,
        capped_mrr,
        retained_mrr / nullif(opening_mrr, 0) as nrr,
        capped_mrr / nullif(opening_mrr, 0) as grr,
        1 - kept_accounts / nullif(opening_accounts, 0) as annual_logo_churn
    from totals
)

select
    dimension,
    segment,
    month,
    is_complete,
    opening_accounts,
    kept_accounts,
    opening_mrr,
    retained_mrr,
    capped_mrr,
    nrr,
    grr,
    annual_logo_churn
from final
order by dimension, segment, month
