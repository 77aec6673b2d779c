-- Grain: one row per dimension (all, tier, channel), segment and month with
-- cost of service. Tier and channel only where every such cost carries them,
-- and not where the margin is configured for the whole company.
with

service as (
    select month, amount, tier, channel
    from costs
    where category = 'service'
),

carried as (
    select
        count(*) = count(tier) and bool_and(settings.gross_margin is null)
            as by_tier,
        count(*) = count(channel) and bool_and(settings.gross_margin is null)
            as by_channel
    from service
    cross join settings
),

segmented as (
    select 'all' as dimension, 'all' as segment, month, amount
    from service

    union all

    select 'tier', service.tier, service.month, service.amount
    from service
    cross join carried
    where carried.by_tier

    union all

    select 'channel', service.channel, service.month, service.amount
    from service
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
