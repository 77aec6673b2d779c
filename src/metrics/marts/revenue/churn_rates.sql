-- Grain: one row per dimension, segment and month.
with

-- Who came and left within the month is lost only where newcomers are at risk.
months as (
    select
        mrr_movements.*,
        settings.churn_denominator = 'opening_and_new' as is_new_at_risk,
        opening_customers + if(
            is_new_at_risk, new_customers + reactivated_customers, 0
        ) as customers_at_risk,
        if(is_new_at_risk, churned_customers, opening_churned_customers)
            as customers_lost,
        if(settings.churn_contraction = 'counts', contraction_mrr, 0)
            as contraction_lost,
        if(settings.quick_ratio_reactivation = 'counts', reactivation_mrr, 0)
            as reactivation_won
    from mrr_movements
    cross join settings
),

final as (
    select
        dimension,
        segment,
        month,
        is_complete,
        opening_customers,
        opening_churned_customers,
        customers_at_risk,
        customers_lost,
        customers_lost / nullif(customers_at_risk, 0) as logo_churn,
        (opening_churn_mrr + contraction_lost) / nullif(opening_mrr, 0)
            as gross_mrr_churn,
        (new_mrr + expansion_mrr + reactivation_won)
        / nullif(contraction_mrr + churn_mrr, 0) as quick_ratio
    from months
)

select
    dimension,
    segment,
    month,
    is_complete,
    opening_customers,
    opening_churned_customers,
    customers_at_risk,
    customers_lost,
    logo_churn,
    gross_mrr_churn,
    quick_ratio
from final
order by dimension, segment, month
