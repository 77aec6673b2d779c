-- Grain: one row per dimension, segment and month.
with

steps as (
    select
        stg_account_segments.dimension,
        stg_account_segments.segment,
        stg_profile_years.*
    from stg_profile_years
    inner join stg_account_segments
        on stg_profile_years.profile = stg_account_segments.account_id
),

months as (
    select
        stg_segment_months.dimension,
        stg_segment_months.segment,
        stg_segment_months.month,
        stg_segment_months.is_complete,
        sum(steps.opening_accounts) as opening_accounts,
        sum(steps.kept_accounts) as kept_accounts,
        sum(steps.opening_mrr) as opening_mrr,
        sum(steps.retained_mrr) as retained_mrr,
        sum(steps.capped_mrr) as capped_mrr
    from stg_segment_months
    left join steps
        on stg_segment_months.dimension = steps.dimension
        and stg_segment_months.segment = steps.segment
        and stg_segment_months.month = steps.month
    group by all
),

totals as (
    select
        dimension,
        segment,
        month,
        is_complete,
        cast(coalesce(sum(opening_accounts) over by_month, 0) as bigint)
            as opening_accounts,
        cast(coalesce(sum(kept_accounts) over by_month, 0) as bigint)
            as kept_accounts,
        cast(coalesce(sum(opening_mrr) over by_month, 0) as decimal(38, 6))
            as opening_mrr,
        cast(coalesce(sum(retained_mrr) over by_month, 0) as decimal(38, 6))
            as retained_mrr,
        cast(coalesce(sum(capped_mrr) over by_month, 0) as decimal(38, 6))
            as capped_mrr
    from months
    window by_month as (partition by dimension, segment order by month)
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
