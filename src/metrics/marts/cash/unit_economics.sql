-- Grain: one row per dimension and segment, over the last 12 complete months.
with

final as (
    select
        stg_lifetime_value.*,
        stg_lifetime_payments.ltv_paid,
        stg_lifetime_payments.ltv_paid_with_referrals
    from stg_lifetime_value
    left join stg_lifetime_payments
        on stg_lifetime_value.dimension = stg_lifetime_payments.dimension
        and stg_lifetime_value.segment = stg_lifetime_payments.segment
)

select
    dimension, segment, customers, new_customers, cac, is_cac_own, arpa,
    arpa_new, margin, monthly_churn, payback_months, expected_months,
    is_extrapolated, ltv_expected, ltv_paid, ltv_paid_with_referrals,
    ltv_simple, ltv_cac
from final
order by dimension, segment
