-- Grain: one row per dimension, segment and month.
with

movements as (
    select
        stg_account_segments.dimension,
        stg_account_segments.segment,
        stg_account_movements.month,
        stg_account_movements.opening_mrr,
        if(span = 1, entry_mrr, null) as new_mrr,
        if(span > 1, entry_mrr, null) as reactivation_mrr,
        greatest(change_mrr, 0) as expansion_mrr,
        greatest(-change_mrr, 0) as contraction_mrr,
        stg_account_movements.churn_mrr,
        if(opening_mrr is null, null, churn_mrr) as opening_churn_mrr,
        stg_account_movements.fx_mrr,
        stg_account_movements.closing_mrr,
        stg_account_movements.awaiting_mrr
    from stg_account_movements
    inner join stg_account_segments
        on stg_account_movements.account_id = stg_account_segments.account_id
),

final as (
    select
        stg_segment_months.dimension,
        stg_segment_months.segment,
        stg_segment_months.month,
        stg_segment_months.is_complete,
        cast(coalesce(sum(opening_mrr), 0) as decimal(18, 6)) as opening_mrr,
        cast(coalesce(sum(new_mrr), 0) as decimal(18, 6)) as new_mrr,
        cast(coalesce(sum(reactivation_mrr), 0) as decimal(18, 6))
            as reactivation_mrr,
        cast(coalesce(sum(expansion_mrr), 0) as decimal(18, 6))
            as expansion_mrr,
        cast(coalesce(sum(contraction_mrr), 0) as decimal(18, 6))
            as contraction_mrr,
        cast(coalesce(sum(churn_mrr), 0) as decimal(18, 6)) as churn_mrr,
        cast(coalesce(sum(opening_churn_mrr), 0) as decimal(18, 6))
            as opening_churn_mrr,
        cast(coalesce(sum(fx_mrr), 0) as decimal(18, 6)) as fx_mrr,
        cast(coalesce(sum(closing_mrr), 0) as decimal(18, 6)) as closing_mrr,
        count(opening_mrr) as opening_customers,
        count(new_mrr) as new_customers,
        count(reactivation_mrr) as reactivated_customers,
        count(churn_mrr) as churned_customers,
        count(opening_churn_mrr) as opening_churned_customers,
        count(closing_mrr) as closing_customers,
        count(awaiting_mrr) as awaiting_renewal_customers,
        cast(coalesce(sum(awaiting_mrr), 0) as decimal(18, 6))
            as awaiting_renewal_mrr
    from stg_segment_months
    left join movements
        on stg_segment_months.dimension = movements.dimension
        and stg_segment_months.segment = movements.segment
        and stg_segment_months.month = movements.month
    group by all
)

select
    dimension,
    segment,
    month,
    is_complete,
    opening_mrr,
    new_mrr,
    reactivation_mrr,
    expansion_mrr,
    contraction_mrr,
    churn_mrr,
    opening_churn_mrr,
    fx_mrr,
    closing_mrr,
    opening_customers,
    new_customers,
    reactivated_customers,
    churned_customers,
    opening_churned_customers,
    closing_customers,
    awaiting_renewal_customers,
    awaiting_renewal_mrr
from final
order by dimension, segment, month
