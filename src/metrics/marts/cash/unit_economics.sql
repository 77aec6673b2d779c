-- Grain: one row per dimension and segment, over the last 12 complete months.
with

newest as (
    select month, margin_12_months as margin
    from gross_margin
    where dimension = 'all'
        and is_complete
    order by month desc
    limit 1
),

costs_of_year as (
    select
        stg_acquisition_year.dimension,
        stg_acquisition_year.segment,
        stg_acquisition_year.cac
    from stg_acquisition_year
    inner join newest
        on stg_acquisition_year.month = newest.month
),

priced as (
    select
        stg_segment_year.*,
        own.cac is not null as is_cac_own,
        coalesce(own.cac, company.cac) as cac,
        newest.margin,
        stg_expected_months.expected_months,
        coalesce(stg_expected_months.is_extrapolated, false)
            as is_extrapolated
    from stg_segment_year
    cross join newest
    left join costs_of_year as own
        on stg_segment_year.dimension = own.dimension
        and stg_segment_year.segment = own.segment
    left join costs_of_year as company
        on company.dimension = 'all'
    left join stg_expected_months
        on stg_segment_year.dimension = stg_expected_months.dimension
        and stg_segment_year.segment = stg_expected_months.segment
),

final as (
    select
        priced.*,
        case
            when arpa_new * margin > 0 then cac / (arpa_new * margin)
        end as payback_months,
        cast(arpa * margin * expected_months as decimal(38, 6))
            as ltv_expected,
        stg_lifetime_payments.ltv_paid,
        stg_lifetime_payments.ltv_paid_with_referrals,
        cast(
            arpa * margin / nullif(monthly_churn, 0) as decimal(38, 6)
        ) as ltv_simple,
        cast(ltv_expected as double) / nullif(cac, 0) as ltv_cac
    from priced
    left join stg_lifetime_payments
        on priced.dimension = stg_lifetime_payments.dimension
        and priced.segment = stg_lifetime_payments.segment
)

select
    dimension,
    segment,
    customers,
    new_customers,
    cac,
    is_cac_own,
    arpa,
    arpa_new,
    margin,
    monthly_churn,
    payback_months,
    expected_months,
    is_extrapolated,
    ltv_expected,
    ltv_paid,
    ltv_paid_with_referrals,
    ltv_simple,
    ltv_cac
from final
order by dimension, segment
