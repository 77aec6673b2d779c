-- Grain: one row per metric and complete month.
with

months as (
    select
        month,
        last_day,
        month = max(month) over () as is_newest
    from stg_months
    where is_complete
),

waves as (
    select scores.nps, max(answers.answered_on) as last_answer_on
    from stg_nps_scores as scores
    inner join stg_nps_answers as answers
        on scores.wave = answers.wave
        and answers.standing = 'counted'
    where scores.dimension = 'all'
    group by scores.wave, scores.nps
),

wide as (
    select
        months.month,
        months.is_newest,
        retention.nrr,
        retention.grr,
        retention.annual_logo_churn as churn,
        cast(revenue.arr as double) as arr,
        cast(signed.tcv_12_months as double) as tcv,
        cast(spend.cac as double) as cac,
        waves.nps,
        cast(economics.ltv_expected as double) as ltv,
        economics.ltv_cac
    from months
    left join net_revenue_retention as retention
        on retention.dimension = 'all'
        and months.month = retention.month
    left join recurring_revenue as revenue
        on revenue.dimension = 'all'
        and months.month = revenue.month
    left join contract_value as signed
        on signed.dimension = 'all'
        and months.month = signed.month
    left join stg_acquisition_year as spend
        on spend.dimension = 'all'
        and months.month = spend.month
    asof left join waves
        on months.last_day >= waves.last_answer_on
    left join unit_economics as economics
        on economics.dimension = 'all'
        and months.is_newest
),

final as (
    select metric, month, value
    from wide
    unpivot include nulls (
        value for metric in (nrr, grr, churn, arr, tcv, cac, nps, ltv, ltv_cac)
    )
    where metric not in ('ltv', 'ltv_cac') or is_newest
)

select metric, month, value
from final
order by metric, month
