-- Grain: one row per dimension (all, tier, channel), segment and month with
-- marketing and sales cost, in the month in which it is spent.
-- Tier and channel only where every such cost carries them: a segment's cost
-- would else lack its part of the rest.
with

spent as (
    select month, amount, tier, channel
    from costs
    where category in ('marketing', 'sales')
),

carried as (
    select
        count(*) = count(tier) as by_tier,
        count(*) = count(channel) as by_channel
    from spent
),

segmented as (
    select 'all' as dimension, 'all' as segment, month, amount
    from spent

    union all

    select 'tier', spent.tier, spent.month, spent.amount
    from spent
    cross join carried
    where carried.by_tier

    union all

    select 'channel', spent.channel, spent.month, spent.amount
    from spent
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
    group by dimension, segment, month
)

select dimension, segment, month, cost
from final
order by dimension, segment, month
