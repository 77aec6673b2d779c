-- Grain: one row per dimension (all, tier, channel), segment and month with
-- marketing and sales cost, in the month of the customers it wins.
-- Tier and channel only where every such cost carries them: a segment's cost
-- would else lack its part of the rest.
with

first_month as (
    select min(month) as month
    from stg_months
),

lagged as (
    select
        cast(costs.month + to_months(settings.cac_lag_months) as date) as month,
        costs.amount,
        costs.tier,
        costs.channel,
        settings.data_from
    from costs
    cross join settings
    where costs.category in ('marketing', 'sales')
),

spend as (
    select
        greatest(lagged.month, first_month.month) as month,
        lagged.amount,
        lagged.tier,
        lagged.channel
    from lagged
    cross join first_month
    where lagged.data_from is null
        or lagged.month >= date_trunc('month', lagged.data_from)
),

carried as (
    select
        count(*) = count(tier) as by_tier,
        count(*) = count(channel) as by_channel
    from lagged
),

segmented as (
    select 'all' as dimension, 'all' as segment, month, amount
    from spend

    union all

    select 'tier' as dimension, spend.tier as segment, spend.month, spend.amount
    from spend
    cross join carried
    where carried.by_tier

    union all

    select
        'channel' as dimension,
        spend.channel as segment,
        spend.month,
        spend.amount
    from spend
    cross join carried
    where carried.by_channel
),

final as (
    select
        dimension,
        segment,
        month,
        cast(sum(amount) as decimal(38, 6)) as cost
    from segmented
    group by all
)

select dimension, segment, month, cost
from final
order by dimension, segment, month
