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
        settings.ltv_formula,
        stg_expected_months.expected_months,
        coalesce(stg_expected_months.is_extrapolated, false)
            as is_extrapolated
    from stg_segment_year
    cross join newest
    cross join settings
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
        priced.* exclude (is_extrapolated),
        is_extrapolated and ltv_formula = 'survival' as is_extrapolated,
        case
            when arpa_new * margin > 0 then cac / (arpa_new * margin)
        end as payback_months,
        cast(
            case ltv_formula
                when 'survival' then arpa * margin * expected_months
                when 'trailing_churn'
                    then arpa_newest / nullif(trailing_churn, 0)
                when 'churn' then arpa_newest / nullif(newest_churn, 0)
            end as decimal(38, 6)
        ) as ltv_expected,
        cast(
            arpa * margin / nullif(monthly_churn, 0) as decimal(38, 6)
        ) as ltv_simple,
        cast(ltv_expected as double) / nullif(cac, 0) as ltv_cac
    from priced
)

select
    dimension, segment, customers, new_customers, cac, is_cac_own, arpa,
    arpa_new, margin, monthly_churn, payback_months, expected_months,
    is_extrapolated, ltv_expected, ltv_simple, ltv_cac
from final
order by dimension, segment
