-- Grain: one row per metric and period with a target, where the period holds
-- the newest complete month.
with

-- A score waits for its next wave; these go on from month to month.
changes as (
    select
        metric,
        metric = 'arr' as is_stock,
        value - lag(value) over (partition by metric order by month) as change,
        row_number() over (partition by metric order by month desc)
            as months_back
    from headline_metrics
    where metric <> 'nps'
),

-- A stock goes on at its mean pace, whose spread has 5 degrees of freedom; a
-- rate stays where it is, so that its changes are its errors, 6 of them.
paces as (
    select
        metric,
        is_stock,
        if(is_stock, avg(change), 0) as pace,
        if(is_stock, stddev_samp(change), sqrt(avg(change * change))) as spread,
        if(is_stock, 1.475884, 1.439756) as deviate
    from changes
    where months_back <= 6
    group by metric, is_stock
    having count(change) = 6
),

goals_ahead as (
    select
        stg_goals_now.*,
        cast(date_diff('month', month, period_end) as bigint) as months_left
    from stg_goals_now
),

-- R. J. Hyndman, G. Athanasopoulos, Forecasting: Principles and Practice (3rd
-- edition, 2021), table 5.2: errors of the drift and of the naive method, here
-- with Student's deviate for 80%.
forecasts as (
    select
        goals_ahead.*,
        value + pace * months_left as expected,
        deviate * spread * sqrt(
            months_left * if(is_stock, 1 + months_left / 6, 1)
        ) as half,
        -- One digit of the uncertainty, two where the first is a 1.
        cast(
            if(half > 0, least(-floor(log10(half / 2)), 9), 9) as integer
        ) as digits
    from goals_ahead
    left join paces
        on goals_ahead.metric = paces.metric
        and goals_ahead.months_left > 0
),

rounded as (
    select
        forecasts.*,
        round(expected, digits) as forecast,
        round(expected - half, digits) as lowest,
        round(expected + half, digits) as highest,
        if(lowest < 0, 0, lowest) as forecast_low,
        if(metric in ('grr', 'churn') and highest > 1, 1, highest)
            as forecast_high
    from forecasts
),

final as (
    select
        rounded.*,
        -- Of an amount a part can be attained; of a rate it would mislead.
        if(
            metric in ('arr', 'tcv', 'ltv', 'ltv_cac') and target > 0,
            target,
            null
        ) as amount,
        value / amount as attainment,
        round(forecast / amount, 2) as forecast_attainment,
        case
            when forecast is null then null
            when is_limit and forecast_high <= target then 'ahead'
            when is_limit and forecast_low > target then 'behind'
            when not is_limit and forecast_low >= target then 'ahead'
            when not is_limit and forecast_high < target then 'behind'
            else 'open'
        end as outlook
    from rounded
)

select
    metric, period, period_end, target, value, is_met, attainment, months_left,
    forecast, forecast_low, forecast_high, forecast_attainment, outlook
from final
order by metric, period_end, period, target
