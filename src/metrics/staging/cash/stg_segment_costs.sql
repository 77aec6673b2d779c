-- Grain: one row per purpose (acquisition, service), dimension (all, tier,
-- channel), segment and month with cost for it, in the month it is spent.
-- Tier and channel only where every cost of the purpose carries them: a
-- segment's cost would else lack its part of the rest.
with

spent as (
    select
        month,
        amount,
        tier,
        channel,
        if(category = 'service', 'service', 'acquisition') as purpose,
        bool_and(tier is not null) over (partition by purpose) as by_tier,
        bool_and(channel is not null) over (partition by purpose)
            as by_channel
    from costs
    where category in ('marketing', 'sales', 'service')
),

segmented as (
    select purpose, 'all' as dimension, 'all' as segment, month, amount
    from spent

    union all

    select purpose, 'tier', tier, month, amount
    from spent
    where by_tier

    union all

    select purpose, 'channel', channel, month, amount
    from spent
    where by_channel
),

final as (
    select
        purpose,
        dimension,
        segment,
        month,
        cast(sum(amount) as decimal(38, 6)) as cost
    from segmented
    group by purpose, dimension, segment, month
)

select purpose, dimension, segment, month, cost
from final
order by purpose, dimension, segment, month
