-- Grain: one row per dimension, segment and month.
with

final as (
    select
        dimension,
        segment,
        month,
        is_complete,
        opening_customers,
        opening_churned_customers,
        opening_churned_customers / nullif(opening_customers, 0) as logo_churn,
        (opening_churn_mrr + contraction_mrr) / nullif(opening_mrr, 0)
            as gross_mrr_churn,
        (new_mrr + expansion_mrr + reactivation_mrr)
        / nullif(contraction_mrr + churn_mrr, 0) as quick_ratio
    from mrr_movements
)

select
    dimension,
    segment,
    month,
    is_complete,
    opening_customers,
    opening_churned_customers,
    logo_churn,
    gross_mrr_churn,
    quick_ratio
from final
order by dimension, segment, month
