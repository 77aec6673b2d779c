-- Grain: one row per headline metric, at the newest complete month.
with

months as (
    select
        recurring_revenue.month,
        cast(recurring_revenue.mrr as double) as mrr,
        cast(recurring_revenue.arpa as double) as arpa,
        cast(mrr_movements.new_customers as double) as new_customers,
        cast(mrr_movements.expansion_mrr as double) as expansion_mrr,
        churn_rates.logo_churn,
        churn_rates.gross_mrr_churn,
        net_revenue_retention.nrr,
        net_revenue_retention.grr
    from recurring_revenue
    inner join mrr_movements
        on mrr_movements.dimension = 'all'
        and recurring_revenue.month = mrr_movements.month
    inner join churn_rates
        on churn_rates.dimension = 'all'
        and recurring_revenue.month = churn_rates.month
    inner join net_revenue_retention
        on net_revenue_retention.dimension = 'all'
        and recurring_revenue.month = net_revenue_retention.month
    where recurring_revenue.dimension = 'all'
        and recurring_revenue.is_complete
),

metrics as (
    select month, metric, value
    from months
    unpivot include nulls (
        value for metric in (
            mrr, arpa, new_customers, expansion_mrr,
            logo_churn, gross_mrr_churn, nrr, grr
        )
    )
),

-- Rounded, since differences of doubles that are equal must not differ.
changes as (
    select
        metric,
        month,
        value,
        lag(value) over series as previous,
        metric in ('mrr', 'arpa') as is_relative,
        round(
            if(is_relative, value / nullif(previous, 0) - 1, value - previous),
            9
        ) as change,
        row_number() over (partition by metric order by month desc)
            as months_back
    from metrics
    window series as (partition by metric order by month)
),

-- The 36 changes before the newest one.
earlier as (
    select
        metric,
        count(change) as changes,
        median(change) as middle,
        3 * 1.4826 * mad(change) as reach
    from changes
    where months_back between 2 and 37
    group by metric
),

final as (
    select
        newest.*,
        cast(coalesce(earlier.changes, 0) as bigint) as earlier_changes,
        if(changes >= 12 and reach > 0, middle - reach, null) as usual_low,
        if(changes >= 12 and reach > 0, middle + reach, null) as usual_high,
        change not between usual_low and usual_high as is_unusual
    from changes as newest
    left join earlier
        on newest.metric = earlier.metric
    where newest.months_back = 1
)

select
    metric, month, value, previous, is_relative, change, usual_low, usual_high,
    earlier_changes, is_unusual
from final
order by metric
