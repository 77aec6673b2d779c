-- Grain: one row per dimension, segment and month.
with

moves as (
    select
        stg_account_segments.dimension,
        stg_account_segments.segment,
        stg_profile_movements.*
    from stg_profile_movements
    inner join stg_account_segments
        on stg_profile_movements.profile = stg_account_segments.account_id
),

final as (
    select
        stg_segment_months.dimension,
        stg_segment_months.segment,
        stg_segment_months.month,
        stg_segment_months.is_complete,
        cast(coalesce(sum(new_mrr), 0) as decimal(38, 6)) as new_mrr,
        cast(coalesce(sum(reactivation_mrr), 0) as decimal(38, 6))
            as reactivation_mrr,
        cast(coalesce(sum(expansion_mrr), 0) as decimal(38, 6))
            as expansion_mrr,
        cast(coalesce(sum(contraction_mrr), 0) as decimal(38, 6))
            as contraction_mrr,
        cast(coalesce(sum(churn_mrr), 0) as decimal(38, 6)) as churn_mrr,
        cast(coalesce(sum(opening_churn_mrr), 0) as decimal(38, 6))
            as opening_churn_mrr,
        cast(coalesce(sum(fx_mrr), 0) as decimal(38, 6)) as fx_mrr,
        cast(coalesce(sum(sum(net_mrr)) over by_month, 0) as decimal(38, 6))
            as closing_mrr,
        cast(closing_mrr - coalesce(sum(net_mrr), 0) as decimal(38, 6))
            as opening_mrr,
        cast(coalesce(sum(new_customers), 0) as bigint) as new_customers,
        cast(coalesce(sum(reactivated_customers), 0) as bigint)
            as reactivated_customers,
        cast(coalesce(sum(churned_customers), 0) as bigint)
            as churned_customers,
        cast(coalesce(sum(opening_churned_customers), 0) as bigint)
            as opening_churned_customers,
        cast(coalesce(sum(sum(net_customers)) over by_month, 0) as bigint)
            as closing_customers,
        cast(closing_customers - coalesce(sum(net_customers), 0) as bigint)
            as opening_customers,
        cast(coalesce(sum(awaiting_customers), 0) as bigint)
            as awaiting_renewal_customers,
        cast(coalesce(sum(awaiting_mrr), 0) as decimal(38, 6))
            as awaiting_renewal_mrr
    from stg_segment_months
    left join moves
        on stg_segment_months.dimension = moves.dimension
        and stg_segment_months.segment = moves.segment
        and stg_segment_months.month = moves.month
    group by
        stg_segment_months.dimension,
        stg_segment_months.segment,
        stg_segment_months.month,
        stg_segment_months.is_complete
    window by_month as (
        partition by stg_segment_months.dimension, stg_segment_months.segment
        order by stg_segment_months.month
    )
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
