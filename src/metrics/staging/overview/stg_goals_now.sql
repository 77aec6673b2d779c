-- Grain: one row per metric and period with a target, where the period holds
-- the newest complete month.
with

latest as (
    select metric, month, value
    from headline_metrics
    qualify month = max(month) over ()
),

-- A score is held against the goal of the half-year that was asked, not of
-- the month that still shows it.
waves as (
    select
        'nps' as metric,
        least(
            max(latest.month),
            cast(max(nps_by_wave.wave) + interval 5 months as date)
        ) as month
    from nps_by_wave
    inner join latest
        on nps_by_wave.nps = latest.value
        and nps_by_wave.wave <= latest.month
    where nps_by_wave.dimension = 'all'
        and latest.metric = 'nps'
),

newest as (
    select
        latest.metric,
        coalesce(waves.month, latest.month) as month,
        latest.value
    from latest
    left join waves
        on latest.metric = waves.metric
),

periods as (
    select
        lower(metric) as metric,
        period,
        target,
        case
            when regexp_full_match(period, '\d{4}') then 12
            when regexp_full_match(period, '\d{4}-H[12]') then 6
            when regexp_full_match(period, '\d{4}-Q[1-4]') then 3
            when regexp_full_match(period, '\d{4}-(0[1-9]|1[0-2])') then 1
        end as months
    from goals
),

spans as (
    select
        periods.*,
        make_date(
            cast(left(period, 4) as integer),
            case months
                when 12 then 1
                when 1 then cast(right(period, 2) as integer)
                else 1 + months * (cast(right(period, 1) as integer) - 1)
            end,
            1
        ) as starts_on,
        cast(starts_on + to_months(months) as date) - 1 as period_end
    from periods
    where months is not null
),

final as (
    select
        newest.metric,
        newest.month,
        spans.period,
        spans.months as period_months,
        spans.period_end,
        cast(spans.target as double) as target,
        newest.value,
        newest.metric in ('churn', 'cac') as is_limit,
        if(is_limit, value <= target, value >= target) as is_met
    from newest
    inner join spans
        on newest.metric = spans.metric
        and newest.month between spans.starts_on and spans.period_end
)

select
    metric, month, period, period_months, period_end, target, value, is_limit,
    is_met
from final
order by metric, period_months, period, target
