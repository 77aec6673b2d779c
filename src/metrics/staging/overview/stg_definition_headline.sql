-- Grain: one row per headline metric that vendors define otherwise, of the
-- newest complete month.
with

newest as (
    select max(month) as month
    from stg_months
    where is_complete
),

-- Sums over the accounts, which are the same as those of the mart.
retention as (
    select
        sum(kept_mrr) / nullif(sum(year_mrr), 0) as nrr,
        sum(capped_mrr) / nullif(sum(year_mrr), 0) as grr
    from stg_definition_accounts
),

wide as (
    select
        newest.month,
        cast(movements.closing_mrr as double) as mrr,
        cast(12 * movements.closing_mrr as double) as arr,
        cast(movements.closing_customers as double) as customers,
        churn_rates.logo_churn,
        churn_rates.gross_mrr_churn,
        retention.nrr,
        retention.grr,
        churn_rates.quick_ratio,
        cast(stg_lifetime_value.ltv_expected as double) as ltv,
        stg_lifetime_value.ltv_cac
    from newest
    inner join mrr_movements as movements
        on movements.dimension = 'all'
        and newest.month = movements.month
    inner join churn_rates
        on churn_rates.dimension = 'all'
        and newest.month = churn_rates.month
    cross join retention
    left join stg_lifetime_value
        on stg_lifetime_value.dimension = 'all'
),

final as (
    select metric, month, value
    from wide
    unpivot include nulls (
        value for metric in (
            mrr, arr, customers, logo_churn, gross_mrr_churn, nrr, grr,
            quick_ratio, ltv, ltv_cac
        )
    )
)

select metric, month, value
from final
order by metric
